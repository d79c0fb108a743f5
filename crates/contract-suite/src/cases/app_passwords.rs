//! The list of app passwords: the limit, deleting, policy.

use crate::{case::cases, prelude::*};
use contract::{AppPasswordList, Code, CreatedAppPassword, Creation, Delivery, Field, paths};
use serde_json::{Value, json};

cases![
    the_demo_rows_stand_as_in_the_guide_newest_first,
    of_two_made_in_one_instant_the_later_stands_first,
    the_password_is_in_one_reply_and_nowhere_else,
    no_two_passwords_are_alike,
    forty_are_the_most_and_deleting_one_makes_room,
    with_39_in_the_list_fifty_racing_creates_make_exactly_one,
    the_checks_come_in_the_order_that_helps_most,
    when_policy_forbids_new_ones_the_old_ones_are_not_trapped,
    showing_only_moves_forward,
    nobody_touches_another_persons_app_passwords,
];

pub(super) fn list(browser: &mut Browser) -> AppPasswordList {
    browser.get(paths::APP_PASSWORDS).ok()
}

fn names(browser: &mut Browser) -> Vec<String> {
    list(browser)
        .items
        .into_iter()
        .map(|item| item.name)
        .collect()
}

pub(super) fn world_with(rows: usize) -> World {
    let mut state = State::default().with_account(text_account());
    for row in 0..rows {
        state = state.with_app_password(EMAIL, &format!("device {row}"), date(2020, 1, 1));
    }
    World::new(state)
}

fn the_demo_rows_stand_as_in_the_guide_newest_first() {
    let state = State::default()
        .with_account(text_account())
        .with_app_password(EMAIL, "Android Type Mail App", date(2016, 9, 4))
        .with_app_password(EMAIL, "9", date(2016, 10, 30))
        .with_app_password(
            EMAIL,
            "Initial app password20160831195929",
            date(2016, 8, 31),
        );
    let mut browser = World::new(state).signed_in();
    let list = list(&mut browser);
    assert_eq!(
        (list.limit, list.creation, list.initial_due),
        (40, Creation::Allowed, false)
    );
    let rows: Vec<_> = list
        .items
        .iter()
        .map(|item| (item.name.as_str(), item.created_at))
        .collect();
    assert_eq!(
        rows,
        [
            ("9", date(2016, 10, 30)),
            ("Android Type Mail App", date(2016, 9, 4)),
            ("Initial app password20160831195929", date(2016, 8, 31)),
        ]
    );
}

fn of_two_made_in_one_instant_the_later_stands_first() {
    let mut browser = world_with(0).signed_in();
    browser.create("one", "key-00001", 1).ok::<Value>();
    browser.create("two", "key-00002", 1).ok::<Value>();
    assert_eq!(names(&mut browser), ["two", "one"]);
}

fn the_password_is_in_one_reply_and_nowhere_else() {
    let world = world_with(0);
    let mut browser = world.signed_in();
    let reply = browser.create("  iPhone Mail ", "key-00001", 1);
    assert_eq!(
        (
            reply.status,
            reply.headers["cache-control"].to_str().unwrap()
        ),
        (201, "no-store")
    );
    let created: CreatedAppPassword = reply.ok();
    assert_eq!(
        (created.item.name.as_str(), created.item.delivery),
        ("iPhone Mail", Delivery::Made)
    );
    let password = created.password.expose();
    assert!(password.len() == 16 && password.bytes().all(|byte| byte.is_ascii_lowercase()));
    let list = browser.get(paths::APP_PASSWORDS).body.to_string();
    for place in [list, world.backend.dump(), format!("{created:?}")] {
        assert!(!place.contains(password));
    }
}

fn no_two_passwords_are_alike() {
    let mut browser = world_with(0).signed_in();
    let made: std::collections::BTreeSet<String> = (0..40)
        .map(|n| {
            browser
                .create(&format!("{n}"), &format!("key-{n:05}"), 1)
                .ok::<CreatedAppPassword>()
        })
        .map(|created| created.password.expose().to_owned())
        .collect();
    assert_eq!(made.len(), 40);
}

fn forty_are_the_most_and_deleting_one_makes_room() {
    let mut browser = world_with(39).signed_in();
    browser.create("fortieth", "key-00001", 1).ok::<Value>();
    browser
        .create("one too many", "key-00002", 1)
        .refused(Code::LimitReached);
    let first = list(&mut browser).items[0].id.clone();
    browser.delete(&paths::app_password(&first)).ok::<Value>();
    browser.create("one too many", "key-00002", 2).ok::<Value>();
}

fn with_39_in_the_list_fifty_racing_creates_make_exactly_one() {
    let world = world_with(39);
    let browser = world.signed_in();
    let racers: Vec<_> = (0..50)
        .map(|n| {
            let mut browser = browser.clone();
            std::thread::spawn(move || {
                browser
                    .create(&format!("racer {n}"), &format!("key-{n:05}"), 1)
                    .status
            })
        })
        .collect();
    let statuses: Vec<u16> = racers
        .into_iter()
        .map(|racer| racer.join().unwrap())
        .collect();
    assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 1);
    assert_eq!(statuses.iter().filter(|status| **status == 409).count(), 49);
    assert_eq!(list(&mut browser.clone()).items.len(), 40);
}

fn the_checks_come_in_the_order_that_helps_most() {
    let mut full = world_with(40).signed_in();
    let problem = full.create(" ", "key-00001", 1).refused(Code::NameEmpty);
    assert_eq!(problem.field, Some(Field::Name));
    full.create("Device 1", "key-00001", 1)
        .refused(Code::LimitReached);

    let mut some = world_with(2).signed_in();
    let problem = some
        .create("DEVICE 1", "key-00001", 1)
        .refused(Code::NameTaken);
    assert_eq!(problem.field, Some(Field::Name));
    some.create("a\u{202E}b", "key-00001", 1)
        .refused(Code::NameForbiddenCharacter);
    some.create(&"x".repeat(65), "key-00001", 1)
        .refused(Code::NameTooLong);

    let forbidden = State::default().with_account(text_account().creation_forbidden());
    World::new(forbidden)
        .signed_in()
        .create(" ", "key-00001", 1)
        .refused(Code::CreationForbidden);
}

fn when_policy_forbids_new_ones_the_old_ones_are_not_trapped() {
    let state = State::default()
        .with_account(text_account().creation_forbidden())
        .with_app_password(EMAIL, "old", date(2020, 1, 1));
    let mut browser = World::new(state).signed_in();
    let shown = list(&mut browser);
    assert_eq!(
        (shown.creation, shown.initial_due),
        (Creation::Forbidden, false)
    );
    browser
        .create_initial("key-00001", 1)
        .refused(Code::CreationForbidden);
    browser
        .delete(&paths::app_password(&shown.items[0].id))
        .ok::<Value>();
    assert!(list(&mut browser).items.is_empty());
}

fn showing_only_moves_forward() {
    let world = world_with(0);
    let mut browser = world.signed_in();
    let id = browser
        .create("iPhone", "key-00001", 1)
        .ok::<CreatedAppPassword>()
        .item
        .id;
    let path = paths::app_password_delivery(&id);
    for (reported, expected) in [
        ("shown", Delivery::Shown),
        ("closed", Delivery::Closed),
        ("shown", Delivery::Closed),
    ] {
        assert_eq!(
            browser.post(&path, json!({"delivery": reported})).status,
            204
        );
        assert_eq!(list(&mut browser).items[0].delivery, expected);
    }
    browser
        .post(&path, json!({"delivery": "made"}))
        .refused(Code::Malformed);
    browser
        .post(
            "/app-passwords/nothing/delivery",
            json!({"delivery": "shown"}),
        )
        .refused(Code::NotFound);
}

fn nobody_touches_another_persons_app_passwords() {
    let kim = AccountRecord::new(
        "kim@contoso.example",
        "Kim",
        account().password_hash.clone(),
    );
    let state = State::default()
        .with_account(text_account())
        .with_account(kim)
        .with_app_password("kim@contoso.example", "iPhone", date(2020, 1, 1));
    let world = World::new(state);
    let mut browser = world.signed_in();
    assert!(list(&mut browser).items.is_empty());
    browser
        .delete("/app-passwords/made-up-1")
        .refused(Code::NotFound);
    browser
        .post(
            "/app-passwords/made-up-1/delivery",
            json!({"delivery": "closed"}),
        )
        .refused(Code::NotFound);
    assert!(world.backend.dump().contains("made-up-1"));
}
