//! The names of app passwords.

use super::app_passwords::world_with;
use crate::{case::cases, prelude::*};
use contract::{Code, CreatedAppPassword, Field};
use serde_json::Value;

cases![
    a_name_that_shows_nothing_or_looks_like_another_is_refused,
    two_people_may_use_the_same_name,
];

fn a_name_that_shows_nothing_or_looks_like_another_is_refused() {
    let mut browser = world_with(0).signed_in();
    for nothing in [
        "\u{200B}",
        "\u{3164}",
        "\u{2800}",
        "\u{AD}",
        "\u{200D}\u{FE0F}",
    ] {
        let reply = browser.create(nothing, "key-00001", 1);
        assert_eq!(reply.refused(Code::NameEmpty).field, Some(Field::Name));
    }
    let reply = browser.create("iPhone\u{200B} Mail", "key-00001", 1);
    let created: CreatedAppPassword = reply.ok();
    assert_eq!(created.item.name, "iPhone Mail");
    for same in [
        "iPhone Mail",
        "iPhone\u{200D} Mail\u{FE0F}",
        "IPHONE\u{A0}\u{2060}MAIL",
    ] {
        let reply = browser.create(same, "key-00002", 1);
        reply.refused(Code::NameTaken);
    }
    let family = "👨\u{200D}👩\u{200D}👧 می\u{200C}خواهم";
    let created: CreatedAppPassword = browser.create(family, "key-00002", 1).ok();
    assert_eq!(created.item.name, family);
}

fn two_people_may_use_the_same_name() {
    let kim = AccountRecord::new(
        "kim@contoso.example",
        "Kim",
        account().password_hash.clone(),
    );
    let state = State::default()
        .with_account(text_account())
        .with_account(kim)
        .with_app_password("kim@contoso.example", "iPhone", date(2020, 1, 1));
    World::new(state)
        .signed_in()
        .create("iPhone", "key-00001", 1)
        .ok::<Value>();
}
