use crate::support::*;
use contract::{Challenge, ChallengeStatus, Code, Field, Method, SessionState, paths};
use portal::*;
use serde_json::{Value, json};
use std::sync::atomic::Ordering;

fn every_way(preferred: Method) -> AccountRecord {
    app_account()
        .authentication_phone(MOBILE)
        .office_phone("+15555550100", Some("42"))
        .alternate_phone("+15555550199")
        .preferred(preferred)
}

fn challenge(browser: &mut Browser) -> Challenge {
    browser.get(paths::CHALLENGE).ok()
}

#[test]
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

#[test]
fn a_phone_that_is_gone_does_not_keep_its_owner_out() {
    let world = World::of(app_account().preferred(Method::CallOfficePhone));
    let mut browser = world.browser();
    browser.sign_in();
    assert_eq!(challenge(&mut browser).method, Method::AppNotification);
}

#[test]
fn before_the_second_factor_only_the_last_digits_of_a_phone_are_seen() {
    let world = World::of(every_way(Method::TextAuthenticationPhone));
    let reply = world.browser().sign_in().to_string();
    assert!(
        reply.contains("+1 ••• ••• 0134") && !reply.contains("5555550134"),
        "{reply}"
    );
}

#[test]
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

#[test]
fn the_token_of_before_the_second_factor_is_worth_nothing_after_it() {
    let world = World::of(text_account());
    let mut browser = world.browser();
    browser.sign_in();
    let mut copy = browser.clone();
    browser.answer(&world.code()).ok::<Value>();
    copy.get(paths::APPS).refused(Code::NoSession);
}

#[test]
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

#[test]
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

#[test]
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

#[test]
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

#[test]
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

#[test]
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

#[test]
fn a_way_that_the_account_does_not_have_is_refused() {
    let world = World::of(text_account());
    let mut browser = world.browser();
    browser.sign_in();
    browser.select("app_code").refused(Code::MethodUnavailable);
    browser.select("carrier_pigeon").refused(Code::Malformed);
}

#[test]
fn the_office_phone_is_called_with_its_extension() {
    let world = World::of(every_way(Method::CallOfficePhone));
    world.browser().sign_in();
    let Some(Message::Call { to, extension, .. }) = world.messages().pop() else {
        panic!()
    };
    assert_eq!(
        (to.as_str(), extension.as_deref()),
        ("+15555550100", Some("42"))
    );
}

#[test]
fn answering_the_call_and_pressing_the_key_signs_in() {
    for method in [Method::CallAuthenticationPhone, Method::AppNotification] {
        let world = World::of(every_way(method));
        let mut browser = world.browser();
        browser.sign_in();
        browser.answer_nothing().refused(Code::NotYetApproved);
        world.press(&world.ringing(), Outcome::Approved).unwrap();
        assert_eq!(challenge(&mut browser).status, ChallengeStatus::Approved);
        browser.answer_nothing().ok::<Value>();
        assert_eq!(browser.state(), "signed_in");
    }
}

#[test]
fn denying_on_the_phone_keeps_the_thief_out_for_good() {
    let world = World::of(every_way(Method::AppNotification));
    let mut browser = world.browser();
    browser.sign_in();
    let challenge_id = world.ringing();
    world.press(&challenge_id, Outcome::Declined).unwrap();
    assert_eq!(
        world.press(&challenge_id, Outcome::Approved),
        Err(OutOfBandError::NotWaiting)
    );
    browser.answer_nothing().refused(Code::Declined);
    assert_eq!(challenge(&mut browser).status, ChallengeStatus::Declined);
}

#[test]
fn a_call_rings_for_sixty_seconds() {
    let world = World::of(every_way(Method::CallAuthenticationPhone));
    let mut browser = world.browser();
    browser.sign_in();
    world.pass(59);
    assert_eq!(challenge(&mut browser).expires_in, 1);
    world.pass(1);
    assert_eq!(challenge(&mut browser).status, ChallengeStatus::Expired);
    browser.answer_nothing().refused(Code::CodeExpired);
    assert_eq!(
        world.press(&world.ringing(), Outcome::Approved),
        Err(OutOfBandError::NotWaiting)
    );
}

#[test]
fn approving_an_old_request_does_not_approve_the_new_one() {
    let world = World::of(every_way(Method::AppNotification));
    let mut browser = world.browser();
    browser.sign_in();
    let old = world.ringing();
    world.pass(30);
    browser.select("app_notification").ok::<Value>();
    assert_eq!(
        world.press(&old, Outcome::Approved),
        Err(OutOfBandError::NotWaiting)
    );
    browser.answer_nothing().refused(Code::NotYetApproved);
}

#[test]
fn the_code_from_the_app_signs_in_once() {
    let world = World::of(app_account());
    let mut browser = world.browser();
    browser.sign_in();
    assert_eq!(challenge(&mut browser).expires_in, 0);
    browser.answer(&world.app_code()).ok::<Value>();
    let mut shoulder = world.browser();
    shoulder.sign_in();
    shoulder.answer(&world.app_code()).refused(Code::CodeUsed);
    world.pass(30);
    shoulder.answer(&world.app_code()).ok::<Value>();
}

#[test]
fn of_two_racing_answers_with_one_app_code_only_one_signs_in() {
    let world = World::of(app_account());
    let code = world.app_code();
    let browsers: Vec<Browser> = (0..8).map(|_| world.browser()).collect();
    let racers = browsers.into_iter().map(|mut browser| {
        let code = code.clone();
        browser.sign_in();
        std::thread::spawn(move || browser.answer(&code).status)
    });
    let racers: Vec<_> = racers.collect();
    let statuses: Vec<u16> = racers
        .into_iter()
        .map(|racer| racer.join().unwrap())
        .collect();
    assert_eq!(
        statuses.iter().filter(|status| **status == 200).count(),
        1,
        "{statuses:?}"
    );
}

#[test]
fn app_codes_cannot_be_guessed_by_starting_again() {
    let world = World::of(app_account());
    for _ in 0..5 {
        let mut browser = world.browser();
        browser.sign_in();
        browser.answer(&wrong(&world.app_code()));
    }
    let mut browser = world.browser();
    browser.sign_in();
    let problem = browser
        .answer(&world.app_code())
        .refused(Code::CodeExhausted);
    assert_eq!(problem.retry_after, Some(300));
    browser.select("app_code").ok::<Value>();
    assert_eq!(challenge(&mut browser).status, ChallengeStatus::Exhausted);
    browser.select("app_notification").ok::<Value>();
    assert_eq!(challenge(&mut browser).status, ChallengeStatus::Waiting);
    world.pass(300);
    browser.select("app_code").ok::<Value>();
    browser.answer(&world.app_code()).ok::<Value>();
}

fn remember(world: &World) -> Browser {
    let mut browser = world.browser();
    browser.sign_in();
    let reply = browser.post(
        paths::CHALLENGE_ANSWER,
        json!({"code": world.code(), "remember_device": true}),
    );
    let cookies: Vec<_> = reply
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|line| line.to_str().unwrap())
        .collect();
    assert!(cookies.iter().any(
        |line| line.starts_with("__Host-trusted-device=") && line.ends_with("Max-Age=1209600")
    ));
    browser.delete(paths::SESSION);
    browser
}

#[test]
fn a_trusted_device_is_not_asked_again_for_fourteen_days() {
    let world = World::of(text_account());
    let mut browser = remember(&world);
    world.pass(14 * 24 * 60 * 60 - 1);
    assert_eq!(browser.sign_in()["state"], "signed_in");
    world.pass(1);
    assert_eq!(browser.sign_in()["state"], "second_factor");
}

#[test]
fn trust_is_for_one_account_and_one_browser() {
    let other = AccountRecord::new(
        "kim@contoso.example",
        "Kim",
        account().password_hash.clone(),
    )
    .authentication_phone(MOBILE);
    let world = World::new(
        State::default()
            .with_account(text_account())
            .with_account(other),
    );
    let mut browser = remember(&world);
    let reply: Value = browser.try_password("kim@contoso.example", PASSWORD).ok();
    assert_eq!(reply["state"], "second_factor");
    assert_eq!(world.browser().sign_in()["state"], "second_factor");
}

#[test]
fn a_device_that_was_not_ticked_is_not_trusted() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    browser.delete(paths::SESSION);
    assert_eq!(browser.sign_in()["state"], "second_factor");
}

#[test]
fn a_code_that_could_not_be_sent_can_be_asked_for_again_at_once() {
    let world = World::of(text_account());
    world.phone.broken.store(true, Ordering::SeqCst);
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
    world.phone.broken.store(false, Ordering::SeqCst);
    browser.select("text_authentication_phone").ok::<Value>();
    browser.answer(&world.code()).ok::<Value>();
}
