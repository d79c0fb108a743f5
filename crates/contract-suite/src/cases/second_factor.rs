//! Starting a challenge, text codes, and another method.

use crate::{case::cases, prelude::*};
use contract::{Challenge, ChallengeStatus, Code, Field, Method, SessionState, paths};
use serde_json::Value;
use std::sync::atomic::Ordering;

cases![
    the_preferred_way_is_started_at_once,
    a_phone_that_is_gone_does_not_keep_its_owner_out,
    before_the_second_factor_only_the_last_digits_of_a_phone_are_seen,
    the_code_from_the_text_message_signs_in,
    the_token_of_before_the_second_factor_is_worth_nothing_after_it,
    a_code_signs_in_however_a_device_typed_it,
    five_digits_are_a_slip_and_not_a_try,
    a_thief_has_five_tries_at_a_code,
    a_thief_cannot_go_on_guessing_by_asking_for_more_codes,
    a_code_is_good_for_five_minutes,
    a_new_code_can_be_asked_for_after_thirty_seconds_and_ends_the_old_one,
    another_way_can_be_taken_at_once,
    a_way_that_the_account_does_not_have_is_refused,
    a_code_that_could_not_be_sent_can_be_asked_for_again_at_once,
];

pub(super) fn every_way(preferred: Method) -> AccountRecord {
    app_account()
        .authentication_phone(MOBILE)
        .office_phone("+15555550100", Some("42"))
        .alternate_phone("+15555550199")
        .preferred(preferred)
}

pub(super) fn challenge(browser: &mut Browser) -> Challenge {
    browser.get(paths::CHALLENGE).ok()
}

fn the_preferred_way_is_started_at_once() {
    for (method, takes_message) in Method::PREFERABLE
        .into_iter()
        .map(|method| (method, method != Method::AppCode))
    {
        let world = World::of(every_way(method));
        let state: SessionState = world.browser().try_password(EMAIL, PASSWORD).ok();
        let SessionState::SecondFactor(challenge) = state else {
            panic!("{state:?}")
        };
        assert_eq!((challenge.method, challenge.options.len()), (method, 6));
        assert_eq!(world.messages().len(), usize::from(takes_message));
    }
}

fn a_phone_that_is_gone_does_not_keep_its_owner_out() {
    let world = World::of(app_account().preferred(Method::CallOfficePhone));
    let mut browser = world.browser();
    browser.sign_in();
    assert_eq!(challenge(&mut browser).method, Method::AppNotification);
}

fn before_the_second_factor_only_the_last_digits_of_a_phone_are_seen() {
    let world = World::of(every_way(Method::TextAuthenticationPhone));
    let reply = world.browser().sign_in().to_string();
    assert!(
        reply.contains("+1 ••• ••• 0134") && !reply.contains("5555550134"),
        "{reply}"
    );
}

fn the_code_from_the_text_message_signs_in() {
    let world = World::of(text_account());
    let mut browser = world.browser();
    browser.sign_in();
    let shown = challenge(&mut browser);
    assert_eq!(
        (shown.expires_in, shown.resend_in, shown.tries_left),
        (300, 30, 5)
    );
    let code = world.code();
    let typed = format!(" {}-{}", &code[..3], &code[3..]);
    let state: SessionState = browser.answer(&typed).ok();
    assert!(matches!(state, SessionState::SignedIn(account) if account.name == "Alex Doe"));
    browser.answer(&code).refused(Code::NoChallenge);
}

fn the_token_of_before_the_second_factor_is_worth_nothing_after_it() {
    let world = World::of(text_account());
    let mut browser = world.browser();
    browser.sign_in();
    let mut copy = browser.clone();
    browser.answer(&world.code()).ok::<Value>();
    copy.get(paths::APPS).refused(Code::NoSession);
}

fn a_code_signs_in_however_a_device_typed_it() {
    let in_digits_from = |zero: u32, code: &str| -> String {
        let values = code.chars().filter_map(|digit| digit.to_digit(10));
        values
            .filter_map(|value| char::from_u32(zero + value))
            .collect()
    };
    for (zero, before, after) in [
        (0xFF10, "", ""),
        (0x0660, "", ""),
        (0x06F0, "", ""),
        (0x0966, "", ""),
        (0x0030, "\u{200B}", "\u{FEFF}"),
        (0x0030, "G-", ""),
        (0x0030, "Your code is ", ". It expires in 5 minutes."),
    ] {
        let world = World::of(text_account());
        let mut browser = world.browser();
        browser.sign_in();
        let code = in_digits_from(zero, &world.code());
        browser
            .answer(&format!("{before}{code}{after}"))
            .ok::<Value>();
    }
}

fn five_digits_are_a_slip_and_not_a_try() {
    let world = World::of(text_account());
    let mut browser = world.browser();
    browser.sign_in();
    for _ in 0..6 {
        let problem = browser.answer("12345").refused(Code::CodeMalformed);
        assert_eq!(problem.field, Some(Field::Code));
    }
    browser.answer_nothing().refused(Code::CodeMalformed);
    assert_eq!(challenge(&mut browser).tries_left, 5);
}

fn a_thief_has_five_tries_at_a_code() {
    let world = World::of(text_account());
    let mut browser = world.browser();
    browser.sign_in();
    let code = world.code();
    for left in [4, 3, 2, 1] {
        let problem = browser.answer(&wrong(&code)).refused(Code::WrongCode);
        assert_eq!(problem.tries_left, Some(left));
    }
    browser.answer(&wrong(&code)).refused(Code::CodeExhausted);
    browser.answer(&code).refused(Code::CodeExhausted);
    assert_eq!(challenge(&mut browser).status, ChallengeStatus::Exhausted);
    world.pass(30);
    browser.select("text_authentication_phone").ok::<Value>();
    browser.answer(&world.code()).ok::<Value>();
}

fn a_thief_cannot_go_on_guessing_by_asking_for_more_codes() {
    let world = World::of(text_account());
    for _ in 0..4 {
        let mut browser = world.browser();
        browser.sign_in();
        let code = world.code();
        for _ in 0..5 {
            browser.answer(&wrong(&code));
        }
    }
    let mut browser = world.browser();
    browser.sign_in();
    let problem = browser.answer(&world.code()).refused(Code::CodeExhausted);
    assert_eq!(problem.retry_after, Some(15 * 60));
    world.pass(15 * 60);
    browser.select("text_authentication_phone").ok::<Value>();
    browser.answer(&world.code()).ok::<Value>();
}

fn a_code_is_good_for_five_minutes() {
    let world = World::of(text_account());
    let mut browser = world.browser();
    browser.sign_in();
    let code = world.code();
    world.pass(299);
    assert_eq!(challenge(&mut browser).expires_in, 1);
    world.pass(1);
    browser.answer(&code).refused(Code::CodeExpired);
    assert_eq!(challenge(&mut browser).status, ChallengeStatus::Expired);

    let mut quick = world.browser();
    quick.sign_in();
    world.pass(299);
    quick.answer(&world.code()).ok::<Value>();
}

fn a_new_code_can_be_asked_for_after_thirty_seconds_and_ends_the_old_one() {
    let world = World::of(text_account());
    let mut browser = world.browser();
    browser.sign_in();
    let old = world.code();
    world.pass(29);
    let problem = browser
        .select("text_authentication_phone")
        .refused(Code::ResendTooSoon);
    assert_eq!((problem.retry_after, world.messages().len()), (Some(1), 1));
    world.pass(1);
    browser.select("text_authentication_phone").ok::<Value>();
    browser.answer(&old).refused(Code::WrongCode);
    browser.answer(&world.code()).ok::<Value>();
}

fn another_way_can_be_taken_at_once() {
    let world = World::of(every_way(Method::TextAuthenticationPhone));
    let mut browser = world.browser();
    browser.sign_in();
    for method in [
        "call_office_phone",
        "app_code",
        "call_alternate_phone",
        "app_notification",
        "app_code",
        "app_code",
    ] {
        browser.select(method).ok::<Value>();
    }
    browser
        .select("call_office_phone")
        .refused(Code::ResendTooSoon);
    browser
        .select("text_authentication_phone")
        .refused(Code::ResendTooSoon);
}

fn a_way_that_the_account_does_not_have_is_refused() {
    let world = World::of(text_account());
    let mut browser = world.browser();
    browser.sign_in();
    browser.select("app_code").refused(Code::MethodUnavailable);
    browser.select("carrier_pigeon").refused(Code::Malformed);
}

fn a_code_that_could_not_be_sent_can_be_asked_for_again_at_once() {
    let world = World::of(text_account());
    world.backend.phone().broken.store(true, Ordering::SeqCst);
    let mut browser = world.browser();
    browser.sign_in();
    let shown = challenge(&mut browser);
    assert_eq!(
        (shown.status, shown.resend_in),
        (ChallengeStatus::Expired, 0)
    );
    browser
        .select("text_authentication_phone")
        .refused(Code::Unavailable);
    world.backend.phone().broken.store(false, Ordering::SeqCst);
    browser.select("text_authentication_phone").ok::<Value>();
    browser.answer(&world.code()).ok::<Value>();
}
