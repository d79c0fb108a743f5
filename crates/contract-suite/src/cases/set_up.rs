//! Setting up the first second factor, and verifying a phone.

use crate::{case::cases, prelude::*};
use contract::{AuthenticatorSetUp, Code, Method, SecuritySettings, VerificationStarted, paths};
use portal::code_now;
use serde_json::{Value, json};

cases![
    an_account_without_a_second_factor_is_led_through_setting_up_a_phone,
    an_account_without_a_second_factor_is_led_through_setting_up_an_app,
    until_then_only_setting_up_is_open,
    a_thief_with_the_password_cannot_add_a_phone_after_the_owner_did,
    a_wrong_number_gets_no_code,
    somebody_elses_phone_cannot_be_taken_by_guessing,
    a_code_for_a_phone_is_good_for_five_minutes,
    a_mistyped_number_is_corrected_at_once_but_strangers_are_not_rung_all_day,
    who_cannot_read_texts_hears_the_code,
    a_number_that_could_not_be_reached_can_be_tried_again_at_once,
];

fn verify(browser: &mut Browser, slot: &str, number: &str) -> Reply {
    browser.post(
        paths::PHONE_VERIFICATION,
        json!({"slot": slot, "number": number, "channel": "text"}),
    )
}

fn confirm(browser: &mut Browser, code: &str) -> Reply {
    browser.post(paths::PHONE_CONFIRMATION, json!({"code": code}))
}

fn an_account_without_a_second_factor_is_led_through_setting_up_a_phone() {
    let world = World::of(account());
    let mut browser = world.browser();
    assert_eq!(browser.sign_in()["state"], "set_up_required");
    let started: VerificationStarted =
        verify(&mut browser, "authentication", "+1 (555) 555-0134").ok();
    assert_eq!(
        (
            started.number.as_str(),
            started.expires_in,
            started.resend_in
        ),
        (MOBILE, 300, 30)
    );
    let mut copy = browser.clone();
    let settings: SecuritySettings = confirm(&mut browser, &world.code()).ok();
    assert_eq!(settings.preferred, Some(Method::CallAuthenticationPhone));
    assert_eq!(browser.state(), "signed_in");
    assert_eq!(copy.state(), "signed_out", "the token was rotated");
}

fn an_account_without_a_second_factor_is_led_through_setting_up_an_app() {
    let world = World::of(account());
    let mut browser = world.browser();
    browser.sign_in();
    let set_up: AuthenticatorSetUp = browser.post(paths::AUTHENTICATOR, json!(null)).ok();
    assert_eq!(set_up.key.expose().len(), 32, "20 bytes in Base32");
    assert!(
        set_up
            .address
            .expose()
            .starts_with("otpauth://totp/Contoso:Alex%40contoso.example?secret=")
    );
    let code = code_now(&set_up.key, world.now()).unwrap();
    let settings: SecuritySettings = browser
        .post(paths::AUTHENTICATOR_CONFIRMATION, json!({"code": code}))
        .ok();
    assert_eq!(
        (settings.preferred, settings.authenticator),
        (Some(Method::AppNotification), true)
    );
    assert_eq!(browser.state(), "signed_in");
    browser.get(paths::APPS).ok::<Value>();

    let mut again = world.browser();
    again.sign_in();
    again.select("app_code").ok::<Value>();
    again.answer(code.expose()).refused(Code::CodeUsed);
}

fn until_then_only_setting_up_is_open() {
    let world = World::of(account());
    let mut browser = world.browser();
    browser.sign_in();
    browser.get(paths::SECURITY).ok::<Value>();
    for path in [paths::APPS, paths::PROFILE, paths::APP_PASSWORDS] {
        browser.get(path).refused(Code::SecondFactorRequired);
    }
    for path in [
        "/security/phones/authentication",
        paths::AUTHENTICATOR,
        paths::TRUSTED_DEVICES,
        "/app-passwords/x",
    ] {
        browser.delete(path).refused(Code::SecondFactorRequired);
    }
    browser
        .put(paths::SECURITY, json!({"preferred": "app_code"}))
        .refused(Code::SecondFactorRequired);
    browser
        .create("iPhone", "key-00001", 1)
        .refused(Code::SecondFactorRequired);
    browser.get(paths::CHALLENGE).refused(Code::NoChallenge);
}

fn a_thief_with_the_password_cannot_add_a_phone_after_the_owner_did() {
    let world = World::of(account());
    let (mut thief, mut owner) = (world.browser(), world.browser());
    thief.sign_in();
    owner.sign_in();
    verify(&mut owner, "authentication", MOBILE).ok::<Value>();
    confirm(&mut owner, &world.code()).ok::<Value>();
    assert_eq!(thief.state(), "signed_out");
    verify(&mut thief, "alternate", "+15555550666").refused(Code::NoSession);
    assert_eq!(owner.state(), "signed_in");
}

fn a_wrong_number_gets_no_code() {
    let world = World::of(account());
    let mut browser = world.browser();
    browser.sign_in();
    verify(&mut browser, "authentication", "555").refused(Code::PhoneInvalid);
    assert!(world.messages().is_empty());
    confirm(&mut browser, "123456").refused(Code::NothingToConfirm);
    browser
        .post(paths::AUTHENTICATOR_CONFIRMATION, json!({"code": "123456"}))
        .refused(Code::NothingToConfirm);
}

fn somebody_elses_phone_cannot_be_taken_by_guessing() {
    let world = World::of(account());
    let mut browser = world.browser();
    browser.sign_in();
    verify(&mut browser, "authentication", MOBILE).ok::<Value>();
    let code = world.code();
    confirm(&mut browser, "12345").refused(Code::CodeMalformed);
    for left in [4, 3, 2, 1] {
        assert_eq!(
            confirm(&mut browser, &wrong(&code))
                .refused(Code::WrongCode)
                .tries_left,
            Some(left)
        );
    }
    confirm(&mut browser, &wrong(&code)).refused(Code::CodeExhausted);
    confirm(&mut browser, &code).refused(Code::CodeExhausted);
    assert_eq!(
        verify(&mut browser, "authentication", MOBILE)
            .refused(Code::ResendTooSoon)
            .retry_after,
        Some(30)
    );
    world.pass(30);
    verify(&mut browser, "authentication", MOBILE).ok::<Value>();
    confirm(&mut browser, &code).refused(Code::WrongCode);
    confirm(&mut browser, &world.code()).ok::<Value>();
}

fn a_code_for_a_phone_is_good_for_five_minutes() {
    let world = World::of(account());
    let mut browser = world.browser();
    browser.sign_in();
    verify(&mut browser, "authentication", MOBILE).ok::<Value>();
    world.pass(300);
    confirm(&mut browser, &world.code()).refused(Code::CodeExpired);
}

fn a_mistyped_number_is_corrected_at_once_but_strangers_are_not_rung_all_day() {
    let world = World::of(account());
    let mut browser = world.browser();
    browser.sign_in();
    for last in 0..5 {
        verify(
            &mut browser,
            "authentication",
            &format!("+1555555010{last}"),
        )
        .ok::<Value>();
    }
    let problem =
        verify(&mut browser, "authentication", "+15555550105").refused(Code::ResendTooSoon);
    assert_eq!(problem.retry_after, Some(300));
}

fn who_cannot_read_texts_hears_the_code() {
    let world = World::of(account());
    let mut browser = world.browser();
    browser.sign_in();
    let body = json!({"slot": "authentication", "number": MOBILE, "channel": "call"});
    browser.post(paths::PHONE_VERIFICATION, body).ok::<Value>();
    confirm(&mut browser, &world.code()).ok::<Value>();
}

fn a_number_that_could_not_be_reached_can_be_tried_again_at_once() {
    let world = World::of(account());
    let mut browser = world.browser();
    browser.sign_in();
    world
        .backend
        .phone()
        .broken
        .store(true, std::sync::atomic::Ordering::SeqCst);
    verify(&mut browser, "authentication", MOBILE).refused(Code::Unavailable);
    world
        .backend
        .phone()
        .broken
        .store(false, std::sync::atomic::Ordering::SeqCst);
    verify(&mut browser, "authentication", MOBILE).ok::<Value>();
}
