//! A clock that was wrong for a moment lets nobody in and locks nobody out.

use crate::{case::cases, prelude::*};
use contract::{Code, paths};
use serde_json::{Value, json};

cases![
    what_began_while_the_clock_was_a_year_ahead_ends_when_it_is_put_right,
    wrong_passwords_counted_a_year_ahead_lock_nobody_out,
    an_app_code_used_a_year_ahead_locks_nobody_out,
    a_clock_that_is_put_back_by_a_minute_ends_nothing,
];

const YEAR: i64 = 365 * 24 * 60 * 60;

fn remember_device(world: &World) -> Browser {
    let mut browser = world.browser();
    browser.sign_in();
    let body = json!({"code": world.code(), "remember_device": true});
    browser.post(paths::CHALLENGE_ANSWER, body).ok::<Value>();
    browser
}

fn what_began_while_the_clock_was_a_year_ahead_ends_when_it_is_put_right() {
    let world = World::of(text_account());
    world.pass(YEAR);
    let mut session = remember_device(&world);
    let mut challenge = world.browser();
    challenge.sign_in();
    let code = world.code();
    world.pass(-YEAR);
    challenge.answer(&code).refused(Code::NoSession);
    assert_eq!(session.state(), "signed_out");
    assert_eq!(session.sign_in()["state"], "second_factor", "trust");
}

fn wrong_passwords_counted_a_year_ahead_lock_nobody_out() {
    let world = World::of(text_account());
    world.pass(YEAR);
    let mut browser = world.browser();
    for _ in 0..10 {
        browser.try_password(EMAIL, "wrong");
    }
    browser
        .try_password(EMAIL, PASSWORD)
        .refused(Code::TooManyTries);
    world.pass(-YEAR);
    browser.sign_in();
}

fn an_app_code_used_a_year_ahead_locks_nobody_out() {
    let world = World::of(app_account());
    world.pass(YEAR);
    let mut browser = world.browser();
    browser.sign_in();
    browser.answer(&world.app_code()).ok::<Value>();
    world.pass(-YEAR);
    browser.sign_in();
    browser.answer(&world.app_code()).ok::<Value>();
}

fn a_clock_that_is_put_back_by_a_minute_ends_nothing() {
    let state = State::default()
        .with_account(text_account())
        .with_app_password(EMAIL, "iPhone", date(2020, 1, 1));
    let world = World::new(state);
    let mut browser = remember_device(&world);
    browser.delete("/app-passwords/made-up-1").ok::<Value>();
    world.pass(-60);
    assert_eq!(browser.state(), "signed_in");
    browser
        .post("/app-passwords/made-up-1/restore", json!(null))
        .ok::<Value>();
    assert_eq!(browser.sign_in()["state"], "signed_in", "trust");
}
