//! Two people, two tabs of one browser: a page that still shows the one does nothing to the other.

use crate::{case::cases, prelude::*};
use axum::http::Method as Verb;
use contract::{Code, SecuritySettings, paths};
use serde_json::{Value, json};

cases![
    a_page_that_shows_another_person_does_and_reads_nothing,
    a_page_that_names_its_person_or_nobody_is_answered,
    who_is_signed_in_may_always_be_asked,
    nothing_is_refused_where_nobody_is_signed_in,
];

const SAM: &str = "sam@contoso.example";

fn world() -> World {
    let state = State::default().with_account(text_account());
    World::new(state.with_app_password(EMAIL, "iPhone", date(2020, 1, 1)))
}

fn send(
    browser: &mut Browser,
    verb: Verb,
    path: &str,
    account: &str,
    body: Option<Value>,
) -> Reply {
    let headers = [
        (paths::ACCOUNT, account),
        (paths::IDEMPOTENCY_KEY, "key-00001"),
        (paths::IDEMPOTENCY_ATTEMPT, "1"),
    ];
    browser.send(verb, path, &headers, body)
}

fn a_page_that_shows_another_person_does_and_reads_nothing() {
    let world = world();
    let mut browser = world.signed_in();
    let messages = world.messages().len();
    let phone = json!({"slot": "alternate", "number": "+15555550199", "channel": "text"});
    for (verb, path, body) in [
        (Verb::GET, paths::APP_PASSWORDS, None),
        (
            Verb::POST,
            paths::APP_PASSWORDS,
            Some(json!({"name": "new"})),
        ),
        (Verb::DELETE, "/app-passwords/made-up-1", None),
        (Verb::GET, paths::PROFILE, None),
        (Verb::GET, paths::SECURITY, None),
        (Verb::POST, paths::PHONE_VERIFICATION, Some(phone)),
        (Verb::POST, paths::AUTHENTICATOR, Some(json!(null))),
        (Verb::DELETE, paths::TRUSTED_DEVICES, None),
        (Verb::DELETE, paths::SESSION, None),
    ] {
        for account in [SAM, "", "%FF", "alex%40contoso.example%00"] {
            let reply = send(&mut browser, verb.clone(), path, account, body.clone());
            reply.refused(Code::OtherAccount);
        }
    }
    assert_eq!(world.messages().len(), messages);
    assert_eq!(browser.state(), "signed_in");
    let list: Value = browser.get(paths::APP_PASSWORDS).ok();
    assert_eq!(list["items"].as_array().map(Vec::len), Some(1));
}

fn a_page_that_names_its_person_or_nobody_is_answered() {
    let mut browser = world().signed_in();
    for account in [EMAIL, "alex%40contoso.example", "ALEX@CONTOSO.EXAMPLE"] {
        let reply = send(&mut browser, Verb::GET, paths::SECURITY, account, None);
        reply.ok::<SecuritySettings>();
    }
    browser.get(paths::SECURITY).ok::<SecuritySettings>();
    let reply = send(&mut browser, Verb::DELETE, paths::SESSION, EMAIL, None);
    assert_eq!(reply.status, 204);
    assert_eq!(browser.state(), "signed_out");

    let ruth = AccountRecord::new("ruth@müller.example", "Ruth", account().password_hash);
    let state = State::default().with_account(ruth.authentication_phone(MOBILE));
    let world = World::new(state);
    let mut browser = world.browser();
    let reply = browser.try_password("ruth@müller.example", PASSWORD);
    reply.ok::<Value>();
    for account in ["ruth%40m%C3%BCller.example", "ruth@xn--mller-kva.example"] {
        let reply = send(&mut browser, Verb::GET, paths::CHALLENGE, account, None);
        reply.ok::<Value>();
    }
}

fn who_is_signed_in_may_always_be_asked() {
    let mut browser = world().signed_in();
    let state: Value = send(&mut browser, Verb::GET, paths::SESSION, SAM, None).ok();
    assert_eq!(state["state"], "signed_in");
}

fn nothing_is_refused_where_nobody_is_signed_in() {
    let mut browser = world().browser();
    let reply = send(&mut browser, Verb::GET, paths::APP_PASSWORDS, SAM, None);
    reply.refused(Code::NoSession);
    let reply = send(&mut browser, Verb::DELETE, paths::SESSION, SAM, None);
    assert_eq!(reply.status, 204);
    let body = json!({"email": EMAIL, "password": PASSWORD});
    send(&mut browser, Verb::POST, paths::SESSION, SAM, Some(body)).ok::<Value>();
}
