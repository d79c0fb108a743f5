//! A retry with the same Idempotency-Key makes no second app password.

use crate::{case::cases, prelude::*};
use contract::{Code, CreatedAppPassword, paths};
use serde_json::{Value, json};

cases![
    a_retry_after_a_lost_reply_makes_no_second_row,
    a_slow_first_request_cannot_kill_the_password_on_the_screen,
    a_password_that_was_shown_is_never_replaced,
    a_password_that_is_in_use_is_never_replaced,
    a_retry_at_the_limit_still_gets_its_password,
    a_key_is_for_one_name_and_one_person,
    a_deleted_row_does_not_come_back_by_a_retry,
    a_key_is_remembered_for_ten_minutes,
    the_initial_one_can_be_retried_too,
    a_create_without_a_key_could_make_two_and_is_refused,
];

const KEY: &str = "a-fresh-random-key";

fn make(browser: &mut Browser, attempt: u32) -> CreatedAppPassword {
    browser.create("iPhone", KEY, attempt).ok()
}

fn a_retry_after_a_lost_reply_makes_no_second_row() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    let lost = make(&mut browser, 1);
    let seen = make(&mut browser, 2);
    assert_eq!(lost.item, seen.item);
    assert_eq!(
        world.mail(lost.password.expose()),
        MailSignIn::Refused,
        "never seen by anybody"
    );
    assert_eq!(
        world.mail(seen.password.expose()),
        MailSignIn::Accepted {
            name: "iPhone".into()
        }
    );
}

fn a_slow_first_request_cannot_kill_the_password_on_the_screen() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    let seen = make(&mut browser, 2);
    for late in [1, 2] {
        browser
            .create("iPhone", KEY, late)
            .refused(Code::StaleAttempt);
    }
    assert_ne!(world.mail(seen.password.expose()), MailSignIn::Refused);
}

fn a_password_that_was_shown_is_never_replaced() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    let seen = make(&mut browser, 1);
    browser.post(
        &paths::app_password_delivery(&seen.item.id),
        json!({"delivery": "shown"}),
    );
    browser.create("iPhone", KEY, 2).refused(Code::AlreadyShown);
    assert_ne!(world.mail(seen.password.expose()), MailSignIn::Refused);
}

fn a_password_that_is_in_use_is_never_replaced() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    let seen = make(&mut browser, 1);
    world.mail(seen.password.expose());
    browser.create("iPhone", KEY, 2).refused(Code::AlreadyShown);
}

fn a_retry_at_the_limit_still_gets_its_password() {
    let mut state = State::default().with_account(text_account());
    for row in 0..39 {
        state = state.with_app_password(EMAIL, &format!("{row}"), date(2020, 1, 1));
    }
    let mut browser = World::new(state).signed_in();
    make(&mut browser, 1);
    make(&mut browser, 2);
}

fn a_key_is_for_one_name_and_one_person() {
    let kim = AccountRecord::new(
        "kim@contoso.example",
        "Kim",
        account().password_hash.clone(),
    )
    .authentication_phone("+15555550177")
    .preferred(contract::Method::TextAuthenticationPhone);
    let world = World::new(
        State::default()
            .with_account(text_account())
            .with_account(kim),
    );
    let mut browser = world.signed_in();
    make(&mut browser, 1);
    browser.create("iPad", KEY, 2).refused(Code::KeyReused);
    browser.create_initial(KEY, 2).refused(Code::KeyReused);
    browser.create("IPHONE", KEY, 2).ok::<Value>();
    let mut other = world.browser();
    other
        .try_password("kim@contoso.example", PASSWORD)
        .ok::<Value>();
    other.answer(&world.code()).ok::<Value>();
    // another person's key is another key, and does not touch this one's
    let others: CreatedAppPassword = other.create("iPad", KEY, 3).ok();
    let mine: CreatedAppPassword = browser.create("iPhone", KEY, 3).ok();
    assert_eq!(others.item.name, "iPad");
    assert_ne!(world.mail(mine.password.expose()), MailSignIn::Refused);
}

fn a_deleted_row_does_not_come_back_by_a_retry() {
    let mut browser = World::of(text_account()).signed_in();
    let made = make(&mut browser, 1);
    browser.delete(&paths::app_password(&made.item.id));
    browser.create("iPhone", KEY, 2).refused(Code::NotFound);
}

fn a_key_is_remembered_for_ten_minutes() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    make(&mut browser, 1);
    world.pass(10 * 60 - 1);
    make(&mut browser, 2);
    world.pass(1);
    browser.create("iPhone", KEY, 3).refused(Code::NameTaken);
    browser.create("iPad", KEY, 1).ok::<Value>();
}

fn the_initial_one_can_be_retried_too() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    let lost: CreatedAppPassword = browser.create_initial(KEY, 1).ok();
    world.pass(1);
    let seen: CreatedAppPassword = browser.create_initial(KEY, 2).ok();
    assert_eq!(lost.item, seen.item);
    assert_ne!(world.mail(seen.password.expose()), MailSignIn::Refused);
}

fn a_create_without_a_key_could_make_two_and_is_refused() {
    let mut browser = World::of(text_account()).signed_in();
    browser
        .post(paths::APP_PASSWORDS, json!({"name": "iPhone"}))
        .refused(Code::Malformed);
    for key in ["short12", &"x".repeat(129), "with a blank"] {
        browser.create("iPhone", key, 1).refused(Code::Malformed);
    }
    browser.create("iPhone", KEY, 0).refused(Code::Malformed);
    browser.create("iPhone", "12345678", 1).ok::<Value>();
    browser.create("iPad", &"x".repeat(128), 1).ok::<Value>();
}
