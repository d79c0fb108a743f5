use crate::support::*;
use axum::http::Method as Verb;
use contract::{AppTile, Code, paths};
use portal::*;
use serde_json::{Value, json};

#[test]
fn no_reply_is_kept_by_a_cache() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    for path in [paths::SESSION, paths::APP_PASSWORDS, "/nothing"] {
        assert_eq!(browser.get(path).headers["cache-control"], "no-store");
    }
}

#[test]
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

#[test]
fn a_body_that_is_not_understood_is_malformed_and_not_repeated() {
    let mut browser = World::of(text_account()).browser();
    browser
        .post(paths::SESSION, json!({"email": "a"}))
        .refused(Code::Malformed);
    browser
        .send(Verb::POST, paths::SESSION, &[], None)
        .refused(Code::Malformed);
    let huge = json!({"email": "a", "password": "x".repeat(20_000)});
    browser.post(paths::SESSION, huge).refused(Code::Malformed);
}

#[test]
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

#[test]
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

#[test]
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

#[test]
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

#[test]
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
