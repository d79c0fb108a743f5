use crate::support::*;
use contract::{Code, Field, SessionState, paths};
use serde_json::Value;
use std::sync::atomic::Ordering;

#[test]
fn a_visitor_is_told_that_nobody_is_signed_in_without_an_error() {
    let state: SessionState = World::of(text_account()).browser().get(paths::SESSION).ok();
    assert_eq!(state, SessionState::SignedOut);
}

#[test]
fn an_empty_field_is_named_and_is_not_a_try() {
    let world = World::of(text_account());
    let mut browser = world.browser();
    for _ in 0..11 {
        let problem = browser
            .try_password("  ", "")
            .refused(Code::CredentialsMissing);
        assert_eq!(problem.field, Some(Field::Email));
    }
    let problem = browser
        .try_password(EMAIL, "")
        .refused(Code::CredentialsMissing);
    assert_eq!(problem.field, Some(Field::Password));
    browser.sign_in();
}

#[test]
fn nobody_can_find_out_who_has_an_account() {
    let world = World::of(text_account());
    let unknown = world
        .browser()
        .try_password("nobody@contoso.example", PASSWORD);
    let wrong = world.browser().try_password(EMAIL, "wrong");
    assert_eq!(unknown.body, wrong.body);
    assert_eq!(
        world.hasher.0.load(Ordering::SeqCst),
        2,
        "both take the time of a hash"
    );
    wrong.refused(Code::WrongCredentials);
}

#[test]
fn the_email_is_taken_with_blanks_and_in_any_letter_case() {
    let world = World::of(text_account());
    world
        .browser()
        .try_password(" ALEX@Contoso.Example\t", PASSWORD)
        .ok::<Value>();
}

#[test]
fn ten_wrong_passwords_and_the_eleventh_waits_a_quarter_of_an_hour() {
    let world = World::of(text_account());
    let mut browser = world.browser();
    for _ in 0..10 {
        browser
            .try_password(EMAIL, "wrong")
            .refused(Code::WrongCredentials);
    }
    let problem = browser
        .try_password(EMAIL, PASSWORD)
        .refused(Code::TooManyTries);
    assert_eq!(problem.retry_after, Some(15 * 60));
    world.pass(15 * 60 - 1);
    let problem = browser
        .try_password(EMAIL, PASSWORD)
        .refused(Code::TooManyTries);
    assert_eq!(problem.retry_after, Some(1));
    world.pass(1);
    browser.sign_in();
}

#[test]
fn a_stranger_elsewhere_cannot_keep_the_owner_out() {
    let world = World::of(text_account());
    let mut stranger = world.browser();
    stranger.address = "203.0.113.9".into();
    for _ in 0..11 {
        stranger.try_password(EMAIL, "wrong");
    }
    stranger
        .try_password(EMAIL, "wrong")
        .refused(Code::TooManyTries);
    world.browser().sign_in();
}

#[test]
fn the_right_password_forgets_the_wrong_ones() {
    let world = World::of(text_account());
    let mut browser = world.browser();
    for _ in 0..3 {
        for _ in 0..9 {
            browser
                .try_password(EMAIL, "wrong")
                .refused(Code::WrongCredentials);
        }
        browser.sign_in();
    }
}

#[test]
fn the_password_alone_opens_nothing() {
    let world = World::of(text_account());
    let mut browser = world.browser();
    browser.sign_in();
    for path in [
        paths::APPS,
        paths::PROFILE,
        paths::SECURITY,
        paths::APP_PASSWORDS,
    ] {
        browser.get(path).refused(Code::SecondFactorRequired);
        world.browser().get(path).refused(Code::NoSession);
    }
}

#[test]
fn a_session_left_alone_for_thirty_minutes_ends() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    world.pass(30 * 60 - 1);
    assert_eq!(browser.state(), "signed_in");
    world.pass(30 * 60 - 1);
    browser.get(paths::APPS).ok::<Value>();
    world.pass(30 * 60);
    assert_eq!(browser.state(), "signed_out");
    browser.get(paths::APPS).refused(Code::NoSession);
}

#[test]
fn a_session_ends_after_twelve_hours_however_busy() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    for _ in 0..12 * 3 - 1 {
        world.pass(20 * 60);
        assert_eq!(browser.state(), "signed_in");
    }
    world.pass(20 * 60);
    assert_eq!(browser.state(), "signed_out");
}

#[test]
fn signing_out_ends_the_session_on_the_server_too() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    let mut copy = browser.clone();
    let reply = browser.delete(paths::SESSION);
    assert_eq!((reply.status, browser.jar.len()), (204, 0));
    copy.get(paths::APPS).refused(Code::NoSession);
    assert_eq!(
        browser.delete(paths::SESSION).status,
        204,
        "twice is no error"
    );
}

#[test]
fn a_stolen_database_opens_no_session() {
    let world = World::of(text_account());
    let browser = world.signed_in();
    let saved = serde_json::to_string(&world.store.snapshot()).unwrap();
    assert!(!saved.contains(&browser.jar["__Host-session"]));
    assert!(!saved.contains(&world.code()));
}

#[test]
fn the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    let world = World::of(text_account());
    let reply = world.browser().try_password(EMAIL, PASSWORD);
    let cookie = reply.headers["set-cookie"].to_str().unwrap();
    let (name_and_value, attributes) = cookie.split_once("; ").unwrap();
    assert!(name_and_value.starts_with("__Host-session="));
    assert_eq!(attributes, "Path=/; HttpOnly; SameSite=Strict; Secure");
    assert!(
        name_and_value.len() >= "__Host-session=".len() + 43,
        "256 bits"
    );
}

#[test]
fn a_saved_state_goes_on_where_it_was() {
    let world = World::of(text_account());
    let browser = world.signed_in();
    let saved = serde_json::to_string(&world.store.snapshot()).unwrap();
    let again = World::new(serde_json::from_str(&saved).unwrap());
    let mut same = again.browser();
    same.jar = browser.jar;
    assert_eq!(same.state(), "signed_in");
}
