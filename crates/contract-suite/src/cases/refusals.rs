//! A refusal is saved like a success: what was counted stays counted, also over a restart and when
//! many race.

use crate::{case::cases, prelude::*};
use contract::{Code, paths};
use serde_json::{Value, json};
use std::sync::atomic::Ordering;

cases![
    wrong_codes_stay_counted_over_a_restart,
    wrong_passwords_stay_counted_over_a_restart,
    wrong_codes_for_a_phone_stay_counted_over_a_restart,
    of_forty_racing_wrong_codes_five_are_judged,
    of_forty_racing_wrong_passwords_ten_are_judged,
];

/// How often each code was met by so many requests at once.
fn race(browser: &Browser, times: usize, send: fn(&mut Browser) -> Reply) -> Vec<Code> {
    let racers: Vec<_> = (0..times)
        .map(|_| {
            let mut browser = browser.clone();
            std::thread::spawn(move || send(&mut browser).problem().code)
        })
        .collect();
    let codes = racers.into_iter().map(std::thread::JoinHandle::join);
    codes.map(|code| code.expect("a refusal")).collect()
}

fn count(codes: &[Code], code: Code) -> usize {
    codes.iter().filter(|met| **met == code).count()
}

fn wrong_codes_stay_counted_over_a_restart() {
    let mut world = World::of(text_account());
    let mut browser = world.browser();
    browser.sign_in();
    let code = world.code();
    for left in [4, 3, 2, 1] {
        let problem = browser.answer(&wrong(&code)).refused(Code::WrongCode);
        assert_eq!(problem.tries_left, Some(left));
        world.restart();
        browser = world.reconnected(browser);
    }
    browser.answer(&wrong(&code)).refused(Code::CodeExhausted);
    browser.answer(&code).refused(Code::CodeExhausted);
}

fn wrong_passwords_stay_counted_over_a_restart() {
    let mut world = World::of(text_account());
    for _ in 0..10 {
        let reply = world.browser().try_password(EMAIL, "wrong");
        reply.refused(Code::WrongCredentials);
        world.restart();
    }
    let reply = world.browser().try_password(EMAIL, PASSWORD);
    reply.refused(Code::TooManyTries);
}

fn wrong_codes_for_a_phone_stay_counted_over_a_restart() {
    let mut world = World::of(account());
    let mut browser = world.browser();
    browser.sign_in();
    let body = json!({"slot": "authentication", "number": MOBILE, "channel": "text"});
    browser.post(paths::PHONE_VERIFICATION, body).ok::<Value>();
    let code = json!({"code": wrong(&world.code())});
    browser
        .post(paths::PHONE_CONFIRMATION, code.clone())
        .refused(Code::WrongCode);
    world.restart();
    let mut browser = world.reconnected(browser);
    let problem = browser.post(paths::PHONE_CONFIRMATION, code);
    assert_eq!(problem.refused(Code::WrongCode).tries_left, Some(3));
}

fn of_forty_racing_wrong_codes_five_are_judged() {
    let world = World::of(text_account());
    let mut browser = world.browser();
    browser.sign_in();
    let code = world.code();
    // any code but the right one
    let guess = |browser: &mut Browser| browser.answer("000000");
    assert_ne!(code, "000000");
    let codes = race(&browser, 40, guess);
    assert_eq!(count(&codes, Code::WrongCode), 4);
    assert_eq!(count(&codes, Code::CodeExhausted), 36);
    browser.answer(&code).refused(Code::CodeExhausted);
}

fn of_forty_racing_wrong_passwords_ten_are_judged() {
    let world = World::of(text_account());
    let browser = world.browser();
    let codes = race(&browser, 40, |browser| browser.try_password(EMAIL, "wrong"));
    assert_eq!(count(&codes, Code::WrongCredentials), 10);
    assert_eq!(count(&codes, Code::TooManyTries), 30);
    let hasher = &world.backend.devices().hasher;
    assert_eq!(hasher.verified.load(Ordering::SeqCst), 10);
}
