//! A world as a browser tab and a test server use it: one request after the other.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use contract::{Secret, Timestamp};
use made_up::{Clock, Machine, PASSWORD, Scenario, World, fault::Reply};
use portal::{MailSignIn, Outcome};
use serde_json::{Value, json};

fn machine() -> Machine {
    Machine::new("Contoso", vec![], || Timestamp(1_478_077_200_000))
}

fn open(link: &str, path: &str) -> World {
    machine().open(Scenario::parse(link).unwrap().unwrap(), path, 7)
}

/// Sends a request as the page does, and does with the reply what its browser does.
fn send(world: &mut World, method: &str, path: &str, body: &Value) -> Option<Reply> {
    let key = "0123456789abcdef0123456789abcdef".to_owned();
    let headers = [
        ("idempotency-key", key),
        ("idempotency-attempt", "1".to_owned()),
    ];
    let body = (!body.is_null()).then(|| body.to_string());
    let request = world.request(method, path, &headers, body.as_deref())?;
    let reply = machine().serve(world, request).reply?;
    world.cookies.keep(reply.headers());
    Some(reply)
}

fn json_of(reply: &Reply) -> Value {
    serde_json::from_slice(reply.body()).unwrap()
}

fn status(world: &mut World, method: &str, path: &str, body: &Value) -> u16 {
    send(world, method, path, body).unwrap().status().as_u16()
}

fn state(world: &mut World) -> Value {
    json_of(&send(world, "GET", "/session", &Value::Null).unwrap())["state"].clone()
}

fn names(world: &mut World) -> usize {
    let list = json_of(&send(world, "GET", "/app-passwords", &Value::Null).unwrap());
    list["items"].as_array().unwrap().len()
}

#[test]
fn a_link_opens_its_screen_as_far_signed_in_as_it_needs() {
    for (link, path, expected) in [
        ("scenario=three-rows", "/", "signed_out"),
        ("scenario=three-rows", "/verify", "second_factor"),
        ("scenario=three-rows", "/security", "signed_in"),
        ("scenario=prefers-text", "/security", "signed_in"),
        ("scenario=no-second-factor", "/security", "set_up_required"),
        ("scenario=forty&place=signed-out", "/security", "signed_out"),
    ] {
        assert_eq!(state(&mut open(link, path)), expected, "{link} {path}");
    }
    let world = open("scenario=three-rows", "/security");
    assert!(
        world.handset.messages.is_empty(),
        "the walk leaves no trace"
    );
}

#[test]
fn the_code_of_the_authenticator_app_still_counts_after_the_walk() {
    let mut world = open("scenario=prefers-app-code", "/security");
    let person = world.scenario.person.email();
    assert_eq!(status(&mut world, "DELETE", "/session", &Value::Null), 204);
    let form = json!({ "email": person, "password": PASSWORD });
    assert_eq!(status(&mut world, "POST", "/session", &form), 200);
    let codes = machine().codes(&world);
    assert_eq!(codes.len(), 1);
    let answer = json!({ "code": codes[0].code.expose(), "remember_device": false });
    assert_eq!(
        status(&mut world, "POST", "/session/challenge/answer", &answer),
        200
    );
    assert_eq!(state(&mut world), "signed_in");
}

#[test]
fn the_phone_approves_a_call_that_was_picked_up_and_a_request() {
    for link in ["scenario=prefers-call", "scenario=prefers-notification"] {
        let mut world = open(link, "/verify");
        let now = machine().now(&world);
        world.handset.pick_up();
        let challenge = world.handset.to_approve(now).unwrap();
        machine().report(&mut world, &challenge, Outcome::Approved);
        assert!(world.handset.to_approve(now).is_none());
        let answer = json!({ "code": null, "remember_device": false });
        let reply = send(&mut world, "POST", "/session/challenge/answer", &answer).unwrap();
        assert_eq!(json_of(&reply)["state"], "signed_in", "{link}");
    }
}

#[test]
fn an_authenticator_shows_codes_once_its_qr_code_is_scanned() {
    let mut world = open("scenario=prefers-text", "/security");
    assert!(machine().codes(&world).is_empty());
    assert!(world.to_scan().is_none());
    assert_eq!(
        status(&mut world, "POST", "/security/authenticator", &Value::Null),
        200
    );
    assert!(machine().codes(&world).is_empty());
    world.scan();
    assert!(world.to_scan().is_none());
    let code = json!({ "code": machine().codes(&world)[0].code.expose() });
    assert_eq!(
        status(
            &mut world,
            "POST",
            "/security/authenticator/confirmation",
            &code
        ),
        200
    );
}

#[test]
fn a_mail_application_signs_in_with_the_new_password_alone() {
    let mut world = open("scenario=three-rows", "/security");
    let created = send(
        &mut world,
        "POST",
        "/app-passwords",
        &json!({ "name": "Tablet" }),
    )
    .unwrap();
    let password = Secret::new(json_of(&created)["password"].as_str().unwrap().to_owned());
    let email = world.scenario.person.email();
    let accepted = MailSignIn::Accepted {
        name: "Tablet".into(),
    };
    assert_eq!(
        machine().mail_sign_in(&mut world, email, &password),
        Some(accepted)
    );
    let wrong = Secret::new(PASSWORD.into());
    assert_eq!(
        machine().mail_sign_in(&mut world, email, &wrong),
        Some(MailSignIn::Refused)
    );
}

#[test]
fn a_lost_reply_has_changed_the_world_and_a_lost_request_has_not() {
    for (fault, rows) in [("reply-lost", 4), ("request-lost", 3)] {
        let link = format!("scenario=three-rows&next=POST+/app-passwords:{fault}");
        let mut world = open(&link, "/security");
        assert!(
            send(
                &mut world,
                "POST",
                "/app-passwords",
                &json!({ "name": "Tablet" })
            )
            .is_none()
        );
        assert_eq!(names(&mut world), rows, "{fault}");
        // once
        assert_eq!(world.scenario.link(), "scenario=three-rows");
    }
}

#[test]
fn a_fault_is_in_the_reply_as_the_link_says() {
    let reply = |fault: &str| {
        let mut world = open(&format!("always=GET+/apps:{fault}"), "/security");
        send(&mut world, "GET", "/apps", &Value::Null);
        send(&mut world, "GET", "/apps", &Value::Null).unwrap()
    };
    assert_eq!(json_of(&reply("limit_reached"))["code"], "limit_reached");
    assert_eq!(reply("limit_reached").status(), 409);
    assert_eq!(reply("503").status(), 503);
    assert_eq!(reply("429-840").headers()["retry-after"], "840");
    assert!(reply("html").body().starts_with(b"<html>"));
    let whole = reply("late-1").body().len();
    assert_eq!(reply("cut").body().len(), whole / 2);
    assert_eq!(json_of(&reply("unknown-code"))["code"], "from_the_future");
}

#[test]
fn without_its_cookie_a_sign_in_is_none() {
    let mut world = open("next=POST+/session:no-cookie", "/");
    let form = json!({ "email": world.scenario.person.email(), "password": PASSWORD });
    assert_eq!(status(&mut world, "POST", "/session", &form), 200);
    assert_eq!(state(&mut world), "signed_out");
}

#[test]
fn the_first_try_of_everything_fails_but_for_what_nobody_waits_for() {
    let mut world = open("scenario=server-failing", "/security");
    assert_eq!(state(&mut world), "signed_in");
    for _ in 0..2 {
        assert_eq!(status(&mut world, "GET", "/apps", &Value::Null), 500);
        assert_eq!(status(&mut world, "GET", "/apps", &Value::Null), 200);
    }
    let mut world = open("fail=100", "/security");
    for _ in 0..3 {
        assert_eq!(status(&mut world, "GET", "/apps", &Value::Null), 500);
    }
}

#[test]
fn a_session_ends_once_and_for_good() {
    let mut world = open("scenario=session-ends", "/security");
    assert_eq!(status(&mut world, "GET", "/apps", &Value::Null), 200);
    let name = json!({ "name": "Tablet" });
    assert_eq!(status(&mut world, "POST", "/app-passwords", &name), 401);
    assert_eq!(state(&mut world), "signed_out");
    let form = json!({ "email": world.scenario.person.email(), "password": PASSWORD });
    assert_eq!(status(&mut world, "POST", "/session", &form), 200);
    let code = world.handset.text_code().unwrap().expose().to_owned();
    let answer = json!({ "code": code, "remember_device": false });
    assert_eq!(
        status(&mut world, "POST", "/session/challenge/answer", &answer),
        200
    );
    assert_eq!(status(&mut world, "POST", "/app-passwords", &name), 201);
}

#[test]
fn without_a_network_nothing_arrives() {
    let mut world = open("scenario=three-rows&network=offline", "/security");
    assert!(send(&mut world, "GET", "/apps", &Value::Null).is_none());
    world.choose(made_up::Name::Forty);
    assert!(
        send(&mut world, "GET", "/apps", &Value::Null).is_none(),
        "the link said so"
    );
}

#[test]
fn the_same_link_gives_the_same_codes_and_another_seed_gives_others() {
    let code = |seed: u32| {
        let world = open(&format!("scenario=prefers-text&seed={seed}"), "/verify");
        world.handset.text_code().unwrap().expose().to_owned()
    };
    assert_eq!(code(7), code(7));
    assert_ne!(code(7), code(8));
}

#[test]
fn the_clock_stands_still_where_the_link_says_and_is_moved_by_hand() {
    let mut world = open("now=2016-11-02T09:00:00Z", "/");
    assert_eq!(world.clock, Clock::Frozen(Timestamp(1_478_077_200_000)));
    world.advance(1_000);
    assert_eq!(machine().now(&world).0, 1_478_077_201_000);
}

#[test]
fn a_request_takes_as_long_as_the_link_says() {
    let takes = |link: &str, method: &str, path: &str| {
        let mut world = open(link, "/security");
        let before = machine().depart(&mut world, method, path);
        let request = world.request(method, path, &[], None).unwrap();
        let served = machine().serve(&mut world, request);
        (before.as_millis(), served.takes.as_millis())
    };
    assert_eq!(takes("latency=0", "GET", "/apps"), (0, 0));
    assert_eq!(takes("latency=50/100", "GET", "/apps"), (50, 100));
    assert_eq!(
        takes("scenario=forty&network=slow", "GET", "/apps"),
        (0, 4_000)
    );
    assert_eq!(
        takes("next=GET+/apps:late-9000", "GET", "/apps"),
        (0, 9_000)
    );
    assert_eq!(
        takes("latency=0&next=GET+/apps:request-late-9", "GET", "/apps"),
        (9, 0)
    );
}

#[test]
fn only_the_next_request_is_late() {
    let mut world = open("latency=0&next=GET+/apps:request-late-9", "/security");
    let takes: Vec<u128> = (0..2)
        .map(|_| machine().depart(&mut world, "GET", "/apps").as_millis())
        .collect();
    assert_eq!(
        takes,
        [9, 0],
        "the first is still on its way when the second is sent"
    );
}
