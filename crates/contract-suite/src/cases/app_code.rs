//! Codes of the authenticator app.

use super::second_factor::challenge;
use crate::{case::cases, prelude::*};
use contract::{ChallengeStatus, Code};
use serde_json::Value;

cases![
    the_code_from_the_app_signs_in_once,
    of_two_racing_answers_with_one_app_code_only_one_signs_in,
    app_codes_cannot_be_guessed_by_starting_again,
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
