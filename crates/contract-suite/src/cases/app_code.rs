//! Codes of the authenticator app.

use super::second_factor::challenge;
use crate::{case::cases, prelude::*};
use contract::{AuthenticatorSetUp, ChallengeStatus, Code, Field, Secret, Timestamp, paths};
use serde_json::{Value, json};

cases![
    the_code_from_the_app_signs_in_once,
    of_two_racing_answers_with_one_app_code_only_one_signs_in,
    app_codes_cannot_be_guessed_by_starting_again,
    a_phone_whose_clock_is_wrong_is_told_so_and_that_is_a_try,
    a_code_named_ahead_of_its_time_does_not_count_when_its_time_comes,
    a_clock_that_is_wrong_is_told_while_an_app_is_set_up,
];

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

/// The code on a phone whose clock is so many seconds ahead.
fn ahead(world: &World, seconds: i64) -> String {
    let now = Timestamp(world.now().0 + seconds * 1000);
    let code = portal::code_now(&Secret::new(APP_KEY.into()), now);
    code.unwrap().expose().to_owned()
}

fn a_phone_whose_clock_is_wrong_is_told_so_and_that_is_a_try() {
    let world = World::of(app_account());
    let mut browser = world.browser();
    browser.sign_in();
    for (left, seconds) in [(4, -180), (3, 180), (2, -600), (1, 600)] {
        let problem = browser.answer(&ahead(&world, seconds));
        let problem = problem.refused(Code::ClockOff);
        assert_eq!(
            (problem.tries_left, problem.field),
            (Some(left), Some(Field::Code))
        );
    }
    let reply = browser.answer(&ahead(&world, -180));
    reply.refused(Code::CodeExhausted);
    let reply = browser.answer(&world.app_code());
    reply.refused(Code::CodeExhausted);

    let world = World::of(app_account());
    let mut browser = world.browser();
    browser.sign_in();
    for seconds in [-660, 660] {
        let reply = browser.answer(&ahead(&world, seconds));
        reply.refused(Code::WrongCode);
    }
    browser.answer(&ahead(&world, -30)).ok::<Value>();
}

fn a_code_named_ahead_of_its_time_does_not_count_when_its_time_comes() {
    let world = World::of(app_account());
    let mut browser = world.browser();
    browser.sign_in();
    let code = ahead(&world, 180);
    browser.answer(&code).refused(Code::ClockOff);
    // an old one in between does not clear it
    let reply = browser.answer(&ahead(&world, -180));
    reply.refused(Code::ClockOff);
    world.pass(180);
    browser.answer(&code).refused(Code::CodeUsed);
    world.pass(30);
    browser.answer(&world.app_code()).ok::<Value>();
}

fn a_clock_that_is_wrong_is_told_while_an_app_is_set_up() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    let set_up: AuthenticatorSetUp = browser.post(paths::AUTHENTICATOR, json!(null)).ok();
    let early = Timestamp(world.now().0 - 180_000);
    let body = json!({"code": portal::code_now(&set_up.key, early)});
    let reply = browser.post(paths::AUTHENTICATOR_CONFIRMATION, body);
    assert_eq!(reply.refused(Code::ClockOff).field, Some(Field::Code));
    let body = json!({"code": portal::code_now(&set_up.key, world.now())});
    let reply = browser.post(paths::AUTHENTICATOR_CONFIRMATION, body);
    reply.ok::<Value>();
}
