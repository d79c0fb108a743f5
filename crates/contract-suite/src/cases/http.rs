//! What holds for every request: caching, unknown paths, bodies, origins, cookies.

use crate::{case::cases, prelude::*};
use axum::http::Method as Verb;
use contract::{AppTile, Code, paths};
use serde_json::{Value, json};

cases![
    no_reply_is_kept_by_a_cache,
    a_path_that_does_not_exist_is_a_problem_a_page_can_word,
    a_body_that_is_not_understood_is_malformed_and_not_repeated,
    every_problem_names_its_request,
    another_sites_page_cannot_act_in_a_persons_name,
    on_http_loopback_the_cookie_has_another_name_and_is_not_dropped,
    the_apps_are_those_of_the_operator,
    a_page_on_an_allowed_origin_may_ask_and_read,
    a_page_on_another_origin_may_not_read,
    every_path_of_the_contract_is_answered,
    debugging_output_shows_no_secret_of_an_account,
];

fn no_reply_is_kept_by_a_cache() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    for path in [paths::SESSION, paths::APP_PASSWORDS, "/nothing"] {
        assert_eq!(browser.get(path).headers["cache-control"], "no-store");
    }
}

fn a_path_that_does_not_exist_is_a_problem_a_page_can_word() {
    let mut browser = World::of(text_account()).browser();
    browser.get("/nothing").refused(Code::NotFound);
    browser.get("/session/").refused(Code::NotFound);
    let reply = browser.put(paths::SESSION, json!({}));
    assert_eq!(
        (reply.status, reply.headers["allow"].to_str().unwrap()),
        (405, "GET,HEAD,POST,DELETE")
    );
    assert_eq!(reply.problem().code, Code::NotFound);
    let mut browser = World::of(text_account()).signed_in();
    browser.delete("/app-passwords/%FF").refused(Code::NotFound);
}

fn a_body_that_is_not_understood_is_malformed_and_not_repeated() {
    let mut browser = World::of(text_account()).browser();
    browser
        .post(paths::SESSION, json!({"email": "a"}))
        .refused(Code::Malformed);
    let no_json = browser.send(Verb::POST, paths::SESSION, &[], None);
    let huge = json!({"email": "a", "password": "x".repeat(20_000)});
    let huge = browser.post(paths::SESSION, huge);
    for (reply, status) in [(no_json, 415), (huge, 413)] {
        assert_eq!(reply.status, status);
        assert_eq!(reply.problem().code, Code::Malformed);
    }
}

fn every_problem_names_its_request() {
    let mut browser = World::of(text_account()).browser();
    let ids: Vec<String> = ["/nothing", paths::APPS, paths::APPS]
        .into_iter()
        .map(|path| {
            let reply = browser.get(path);
            let header = reply.headers["x-request-id"].to_str().unwrap().to_owned();
            assert_eq!(reply.problem().request_id, Some(header.clone()));
            header
        })
        .collect();
    assert!(ids.iter().all(|id| id.len() == 32), "{ids:?}");
    assert_ne!(ids[1], ids[2]);
}

fn another_sites_page_cannot_act_in_a_persons_name() {
    let mut settings = Settings::new("Contoso", keys());
    settings
        .allowed_origins
        .push("https://portal.contoso.example".into());
    let world = World::with_settings(State::default().with_account(text_account()), settings);
    let mut browser = world.signed_in();
    for headers in [
        [("sec-fetch-site", "cross-site")],
        [("origin", "https://evil.example")],
    ] {
        browser
            .send(Verb::DELETE, paths::SESSION, &headers, None)
            .refused(Code::CrossOrigin);
    }
    browser
        .send(
            Verb::GET,
            paths::APPS,
            &[("sec-fetch-site", "cross-site")],
            None,
        )
        .ok::<Value>();
    let own = [
        ("origin", "https://mail.contoso.example"),
        ("host", "mail.contoso.example"),
        ("sec-fetch-site", "same-origin"),
    ];
    browser
        .send(Verb::DELETE, paths::TRUSTED_DEVICES, &own, None)
        .ok::<Value>();
    let sibling = [
        ("origin", "https://portal.contoso.example"),
        ("sec-fetch-site", "same-site"),
    ];
    assert_eq!(
        browser
            .send(Verb::DELETE, paths::SESSION, &sibling, None)
            .status,
        204
    );
}

fn on_http_loopback_the_cookie_has_another_name_and_is_not_dropped() {
    let mut settings = Settings::new("Contoso", keys());
    settings.cookies = Cookies::INSECURE_LOOPBACK;
    let world = World::with_settings(State::default().with_account(text_account()), settings);
    let mut browser = world.browser();
    let reply = browser.try_password(EMAIL, PASSWORD);
    let cookie = reply.headers["set-cookie"].to_str().unwrap();
    assert!(
        cookie.starts_with("insecure-session=") && !cookie.contains("Secure"),
        "{cookie}"
    );
    assert_eq!(browser.state(), "second_factor");
}

fn the_apps_are_those_of_the_operator() {
    let mut settings = Settings::new("Contoso", keys());
    let tile = AppTile {
        name: "Mail".into(),
        description: "Read mail".into(),
        address: String::new(),
    };
    settings.apps.push(tile.clone());
    let world = World::with_settings(State::default().with_account(text_account()), settings);
    assert_eq!(
        world.signed_in().get(paths::APPS).ok::<Vec<AppTile>>(),
        [tile]
    );
}

fn every_path_of_the_contract_is_answered() {
    let world = World::of(text_account());
    let id = contract::AppPasswordId("x".into());
    for path in [
        paths::SESSION.to_owned(),
        paths::CHALLENGE.to_owned(),
        paths::CHALLENGE_ANSWER.to_owned(),
        paths::APPS.to_owned(),
        paths::PROFILE.to_owned(),
        paths::SECURITY.to_owned(),
        paths::PHONE_VERIFICATION.to_owned(),
        paths::PHONE_CONFIRMATION.to_owned(),
        paths::phone(contract::PhoneSlot::Authentication),
        paths::phone(contract::PhoneSlot::Alternate),
        paths::AUTHENTICATOR.to_owned(),
        paths::AUTHENTICATOR_CONFIRMATION.to_owned(),
        paths::TRUSTED_DEVICES.to_owned(),
        paths::APP_PASSWORDS.to_owned(),
        paths::INITIAL_APP_PASSWORD.to_owned(),
        paths::app_password(&id),
        paths::app_password_delivery(&id),
    ] {
        let reply = world.browser().send(Verb::PATCH, &path, &[], None);
        assert_eq!(reply.status, 405, "{path}");
    }
}

fn debugging_output_shows_no_secret_of_an_account() {
    let shown = format!(
        "{:?}",
        text_account().authenticator(contract::Secret::new(APP_KEY.into()))
    );
    assert!(
        !shown.contains(PASSWORD) && !shown.contains(APP_KEY),
        "{shown}"
    );
}

const SIBLING: &str = "https://portal.contoso.example";

fn with_sibling() -> World {
    let settings = Settings {
        allowed_origins: vec![SIBLING.into()],
        ..settings()
    };
    World::with_settings(State::default().with_account(text_account()), settings)
}

fn preflight(browser: &mut Browser, origin: &str) -> Reply {
    let headers = [
        ("origin", origin),
        ("access-control-request-method", "POST"),
        (
            "access-control-request-headers",
            "content-type,idempotency-attempt,idempotency-key",
        ),
    ];
    browser.send(Verb::OPTIONS, paths::APP_PASSWORDS, &headers, None)
}

fn allowed_origin(reply: &Reply) -> Option<&str> {
    let header = reply.headers.get("access-control-allow-origin");
    header.map(|origin| origin.to_str().unwrap())
}

fn a_page_on_an_allowed_origin_may_ask_and_read() {
    let mut browser = with_sibling().browser();
    let asked = preflight(&mut browser, SIBLING);
    assert_eq!(asked.status, 200);
    let answer = |reply: &Reply, name: &str| {
        let header = reply.headers.get(name).map(|value| value.to_str().unwrap());
        header.unwrap_or_default().to_owned()
    };
    assert_eq!(allowed_origin(&asked), Some(SIBLING));
    assert_eq!(answer(&asked, "access-control-allow-credentials"), "true");
    assert_eq!(
        answer(&asked, "access-control-allow-methods"),
        "GET,POST,PUT,DELETE"
    );
    assert_eq!(
        answer(&asked, "access-control-allow-headers"),
        "content-type,portal-account,idempotency-key,idempotency-attempt"
    );

    // problems too: the page words them
    let headers = [("origin", SIBLING), ("sec-fetch-site", "same-site")];
    let reply = browser.send(Verb::GET, paths::APPS, &headers, None);
    assert_eq!(allowed_origin(&reply), Some(SIBLING));
    assert_eq!(
        answer(&reply, "access-control-expose-headers"),
        "retry-after,x-request-id"
    );
    assert!(answer(&reply, "vary").contains("origin"));
    reply.refused(Code::NoSession);
}

fn a_page_on_another_origin_may_not_read() {
    let mut browser = with_sibling().browser();
    for origin in [
        "https://evil.example",
        "http://portal.contoso.example",
        "https://portal.contoso.example:8443",
        "null",
    ] {
        assert_eq!(allowed_origin(&preflight(&mut browser, origin)), None);
        let headers = [("origin", origin)];
        let reply = browser.send(Verb::GET, paths::SESSION, &headers, None);
        assert_eq!(allowed_origin(&reply), None, "{origin}");
    }
}
