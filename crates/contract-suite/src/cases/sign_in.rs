//! E-mail and password, and how long a session lasts.

use crate::{case::cases, prelude::*};
use contract::{Code, Field, SessionState, paths};
use serde_json::Value;
use std::sync::atomic::Ordering;

cases![
    a_visitor_is_told_that_nobody_is_signed_in_without_an_error,
    an_empty_field_is_named_and_is_not_a_try,
    nobody_can_find_out_who_has_an_account,
    the_email_is_taken_with_blanks_and_in_any_letter_case,
    a_domain_is_one_account_whichever_way_a_browser_sends_it,
    a_password_from_another_keyboard_is_the_same_password_and_one_try,
    every_spelling_of_a_password_takes_its_time_for_an_unknown_account_too,
    ten_wrong_passwords_and_the_eleventh_waits_a_quarter_of_an_hour,
    a_stranger_elsewhere_cannot_keep_the_owner_out,
    the_right_password_forgets_the_wrong_ones,
    the_password_alone_opens_nothing,
    a_session_left_alone_for_thirty_minutes_ends,
    a_session_ends_after_twelve_hours_however_busy,
    whoever_asks_is_told_when_the_session_ends_however_busy,
    signing_out_ends_the_session_on_the_server_too,
    a_stolen_database_opens_no_session,
    the_session_cookie_is_out_of_reach_of_scripts_and_other_sites,
    a_saved_state_goes_on_where_it_was,
];

fn a_visitor_is_told_that_nobody_is_signed_in_without_an_error() {
    let state: SessionState = World::of(text_account()).browser().get(paths::SESSION).ok();
    assert_eq!(state, SessionState::SignedOut);
}

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

fn nobody_can_find_out_who_has_an_account() {
    let world = World::of(text_account());
    let unknown = world
        .browser()
        .try_password("nobody@contoso.example", PASSWORD);
    let wrong = world.browser().try_password(EMAIL, "wrong");
    let without_its_id = |reply: &Reply| {
        let mut body = reply.body.clone();
        body["request_id"].take();
        body
    };
    assert_eq!(without_its_id(&unknown), without_its_id(&wrong));
    let hasher = &world.backend.devices().hasher;
    assert_eq!(
        hasher.verified.load(Ordering::SeqCst),
        2,
        "both take the time of a hash"
    );
    wrong.refused(Code::WrongCredentials);
}

fn the_email_is_taken_with_blanks_and_in_any_letter_case() {
    let world = World::of(text_account());
    world
        .browser()
        .try_password(" ALEX@Contoso.Example\t", PASSWORD)
        .ok::<Value>();
}

fn a_domain_is_one_account_whichever_way_a_browser_sends_it() {
    for stored in ["alex@müller.example", "alex@xn--mller-kva.example"] {
        let account = AccountRecord::new(stored, "Alex Doe", account().password_hash);
        let world = World::of(account.authentication_phone(MOBILE));
        let spellings = [
            "alex@müller.example",
            "alex@xn--mller-kva.example",
            "ALEX@MU\u{308}LLER.example.",
            "\u{200B}alex@müller\u{AD}.example\u{FEFF}",
        ];
        let mut browser = world.browser();
        for typed in spellings {
            browser.try_password(typed, PASSWORD).ok::<Value>();
        }
        for typed in spellings.into_iter().cycle().take(10) {
            let reply = browser.try_password(typed, "wrong");
            reply.refused(Code::WrongCredentials);
        }
        let reply = browser.try_password(stored, PASSWORD);
        reply.refused(Code::TooManyTries);
    }
}

fn a_password_from_another_keyboard_is_the_same_password_and_one_try() {
    for (chosen, typed) in [
        ("caf\u{E9}", "cafe\u{301}"),
        ("caf\u{E9} 1", "ｃａｆ\u{E9}\u{3000}１"),
        ("cafe\u{301}", "cafe\u{301}"),
        ("①", "①"),
    ] {
        let account = AccountRecord::new(EMAIL, "Alex Doe", Hasher::hashed(chosen));
        let world = World::of(account.authentication_phone(MOBILE));
        let mut browser = world.browser();
        for _ in 0..9 {
            let reply = browser.try_password(EMAIL, "e\u{301}１");
            reply.refused(Code::WrongCredentials);
        }
        browser.try_password(EMAIL, typed).ok::<Value>();
    }
}

fn every_spelling_of_a_password_takes_its_time_for_an_unknown_account_too() {
    let world = World::of(text_account());
    let hasher = &world.backend.devices().hasher;
    for (before, email) in [(0, EMAIL), (3, "nobody@contoso.example")] {
        assert_eq!(hasher.verified.load(Ordering::SeqCst), before);
        let reply = world.browser().try_password(email, "ｅe\u{301}");
        reply.refused(Code::WrongCredentials);
        assert_eq!(hasher.verified.load(Ordering::SeqCst), before + 3);
    }
}

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

fn whoever_asks_is_told_when_the_session_ends_however_busy() {
    let world = World::of(text_account());
    let mut browser = world.browser();
    let ends_in = |said: &Value| said["ends_in"].as_u64();
    assert_eq!(ends_in(&browser.get(paths::SESSION).body), Some(0));
    assert_eq!(ends_in(&browser.sign_in()), Some(12 * 60 * 60));
    world.pass(60);
    let code = world.code();
    let answered: Value = browser.answer(&code).ok();
    assert_eq!(ends_in(&answered), Some(12 * 60 * 60 - 60));
    world.pass(60);
    let asked = browser.get(paths::SESSION).body;
    assert_eq!(ends_in(&asked), Some(12 * 60 * 60 - 120));
}

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

fn a_stolen_database_opens_no_session() {
    let world = World::of(text_account());
    let browser = world.signed_in();
    let stored = world.backend.dump();
    assert!(!stored.contains(&browser.jar["__Host-session"]));
    assert!(!stored.contains(&world.code()));
}

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

fn a_saved_state_goes_on_where_it_was() {
    let mut world = World::of(text_account());
    let browser = world.signed_in();
    world.restart();
    let mut same = world.browser();
    same.jar = browser.jar;
    assert_eq!(same.state(), "signed_in");
}
