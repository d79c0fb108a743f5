//! A deleted app password is refused from the first moment, and can be brought back for two minutes.

use crate::{case::cases, prelude::*};
use contract::{
    AppPassword, AppPasswordId, AppPasswordList, Code, CreatedAppPassword, DeletedAppPassword,
    limits::UNDO_SECONDS, paths,
};
use serde_json::{Value, json};

cases![
    undo_brings_the_same_row_and_the_same_password_back,
    after_its_time_it_is_gone_for_good,
    what_was_deleted_is_not_kept_longer_than_it_can_be_brought_back,
    deleting_again_says_how_much_time_is_left_and_gives_no_more,
    undoing_twice_changes_nothing_more,
    a_place_that_was_taken_meanwhile_is_not_taken_back,
    a_name_that_was_taken_meanwhile_is_not_taken_back,
    nobody_brings_back_what_another_person_deleted,
    what_is_deleted_can_neither_be_reported_nor_made_again_by_its_key,
    when_policy_forbids_new_ones_a_slip_can_still_be_undone,
];

/// As long as what was deleted can be brought back.
const UNDO: i64 = UNDO_SECONDS as i64;

/// The two rows of a person with room for more.
fn world_with(rows: usize) -> World {
    let mut state = State::default().with_account(text_account());
    for row in 0..rows {
        state = state.with_app_password(EMAIL, &format!("device {row}"), date(2020, 1, 1));
    }
    World::new(state)
}

fn id(row: usize) -> AppPasswordId {
    AppPasswordId(format!("made-up-{}", row + 1))
}

fn rows(browser: &mut Browser) -> Vec<AppPassword> {
    browser
        .get(paths::APP_PASSWORDS)
        .ok::<AppPasswordList>()
        .items
}

/// Deletes one, and gives for how many seconds that can be undone.
fn delete(browser: &mut Browser, id: &AppPasswordId) -> u32 {
    let deleted: DeletedAppPassword = browser.delete(&paths::app_password(id)).ok();
    deleted.undo_seconds
}

fn restore(browser: &mut Browser, id: &AppPasswordId) -> Reply {
    browser.post(&paths::app_password_restoration(id), json!(null))
}

fn undo_brings_the_same_row_and_the_same_password_back() {
    let world = world_with(2);
    let mut browser = world.signed_in();
    let made: CreatedAppPassword = browser.create("iPhone", "key-00001", 1).ok();
    // made in the same instant: only its place in the list tells that it came later
    browser.create("iPad", "key-00002", 1).ok::<Value>();
    let accepted = MailSignIn::Accepted {
        name: "iPhone".into(),
    };
    assert_eq!(world.mail(made.password.expose()), accepted);
    let before = rows(&mut browser);

    delete(&mut browser, &made.item.id);
    assert_eq!(world.mail(made.password.expose()), MailSignIn::Refused);
    assert_eq!(rows(&mut browser).len(), 3);
    world.pass(UNDO - 1);
    assert_eq!(world.mail(made.password.expose()), MailSignIn::Refused);

    let back: AppPassword = restore(&mut browser, &made.item.id).ok();
    assert_eq!(back, before[1]);
    assert_eq!(rows(&mut browser), before);
    assert_eq!(world.mail(made.password.expose()), accepted);
}

fn after_its_time_it_is_gone_for_good() {
    let world = world_with(0);
    let mut browser = world.signed_in();
    let made: CreatedAppPassword = browser.create("iPhone", "key-00001", 1).ok();
    delete(&mut browser, &made.item.id);
    world.pass(UNDO);
    restore(&mut browser, &made.item.id).refused(Code::NotFound);
    assert_eq!(world.mail(made.password.expose()), MailSignIn::Refused);
    // a clock that is set back does not bring it back either
    world.pass(-60);
    restore(&mut browser, &made.item.id).refused(Code::NotFound);
    assert!(rows(&mut browser).is_empty());
}

fn what_was_deleted_is_not_kept_longer_than_it_can_be_brought_back() {
    let world = world_with(2);
    let mut browser = world.signed_in();
    let is_kept = |name: &str| world.backend.dump().contains(name);
    delete(&mut browser, &id(0));
    assert!(is_kept("device 0"));
    world.pass(UNDO);
    browser.create("next", "key-00001", 1).ok::<Value>();
    assert!(!is_kept("device 0"), "the next write clears it away");
    delete(&mut browser, &id(1));
    world.pass(UNDO);
    browser
        .delete("/app-passwords/nothing")
        .refused(Code::NotFound);
    assert!(!is_kept("device 1"));
}

fn deleting_again_says_how_much_time_is_left_and_gives_no_more() {
    let world = world_with(1);
    let mut browser = world.signed_in();
    assert_eq!(delete(&mut browser, &id(0)), UNDO_SECONDS);
    world.pass(UNDO - 4);
    assert_eq!(delete(&mut browser, &id(0)), 4);
    world.pass(4);
    restore(&mut browser, &id(0)).refused(Code::NotFound);
    browser
        .delete(&paths::app_password(&id(0)))
        .refused(Code::NotFound);
}

fn undoing_twice_changes_nothing_more() {
    let world = world_with(2);
    let mut browser = world.signed_in();
    let before = rows(&mut browser);
    delete(&mut browser, &id(0));
    let once: AppPassword = restore(&mut browser, &id(0)).ok();
    let twice: AppPassword = restore(&mut browser, &id(0)).ok();
    assert_eq!(once, twice);
    assert_eq!(rows(&mut browser), before);
    // the time of the first delete is over by now, and it stays
    world.pass(UNDO);
    browser.create("next", "key-00001", 1).ok::<Value>();
    assert_eq!(rows(&mut browser).len(), 3);
    // deleted anew, it has a time of its own
    delete(&mut browser, &id(0));
    world.pass(UNDO - 1);
    restore(&mut browser, &id(0)).ok::<AppPassword>();
}

fn a_place_that_was_taken_meanwhile_is_not_taken_back() {
    let mut browser = world_with(40).signed_in();
    delete(&mut browser, &id(0));
    let made: CreatedAppPassword = browser.create("fortieth", "key-00001", 1).ok();
    restore(&mut browser, &id(0)).refused(Code::LimitReached);
    assert_eq!(rows(&mut browser).len(), 40);
    // refused, not given up: with room again it still comes back
    delete(&mut browser, &made.item.id);
    restore(&mut browser, &id(0)).ok::<AppPassword>();
    restore(&mut browser, &made.item.id).refused(Code::LimitReached);
}

fn a_name_that_was_taken_meanwhile_is_not_taken_back() {
    let mut browser = world_with(1).signed_in();
    delete(&mut browser, &id(0));
    browser.create("DEVICE 0", "key-00001", 1).ok::<Value>();
    restore(&mut browser, &id(0)).refused(Code::NameTaken);
    assert_eq!(rows(&mut browser).len(), 1);
}

fn nobody_brings_back_what_another_person_deleted() {
    let kim = AccountRecord::new(
        "kim@contoso.example",
        "Kim",
        account().password_hash.clone(),
    )
    .authentication_phone(MOBILE)
    .preferred(contract::Method::TextAuthenticationPhone);
    let state = State::default()
        .with_account(text_account())
        .with_account(kim)
        .with_app_password(EMAIL, "iPhone", date(2020, 1, 1));
    let world = World::new(state);
    let mut owner = world.signed_in();
    let mut thief = world.browser();
    thief
        .try_password("kim@contoso.example", PASSWORD)
        .ok::<Value>();
    let code = world.code();
    thief.answer(&code).ok::<Value>();
    delete(&mut owner, &id(0));
    restore(&mut thief, &id(0)).refused(Code::NotFound);
    restore(&mut world.browser(), &id(0)).refused(Code::NoSession);
    restore(&mut owner, &id(0)).ok::<AppPassword>();
}

fn what_is_deleted_can_neither_be_reported_nor_made_again_by_its_key() {
    let mut browser = world_with(0).signed_in();
    let made: CreatedAppPassword = browser.create("iPhone", "key-00001", 1).ok();
    delete(&mut browser, &made.item.id);
    let report = paths::app_password_delivery(&made.item.id);
    browser
        .post(&report, json!({"delivery": "closed"}))
        .refused(Code::NotFound);
    browser
        .create("iPhone", "key-00001", 2)
        .refused(Code::NotFound);
    let back: AppPassword = restore(&mut browser, &made.item.id).ok();
    assert_eq!(back.delivery, made.item.delivery);
}

fn when_policy_forbids_new_ones_a_slip_can_still_be_undone() {
    let state = State::default()
        .with_account(text_account().creation_forbidden())
        .with_app_password(EMAIL, "old", date(2020, 1, 1));
    let mut browser = World::new(state).signed_in();
    delete(&mut browser, &id(0));
    restore(&mut browser, &id(0)).ok::<AppPassword>();
}
