//! Signing in to mail with an app password.

use crate::{case::cases, prelude::*};
use contract::{AppPasswordList, Code, CreatedAppPassword, Delivery, Secret, paths};
use serde_json::Value;

cases![
    a_new_app_password_works_at_once_however_it_is_typed,
    a_deleted_app_password_is_refused_from_then_on,
    the_network_password_never_opens_a_mailbox,
    a_made_up_row_opens_no_mailbox,
    an_app_password_opens_only_its_owners_mailbox,
    app_passwords_go_on_working_while_sign_in_is_locked,
    rotating_the_server_key_twice_keeps_what_is_in_use,
    when_policy_changes_the_old_app_passwords_go_on_working,
];

fn accepted(name: &str) -> MailSignIn {
    MailSignIn::Accepted { name: name.into() }
}

fn a_new_app_password_works_at_once_however_it_is_typed() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    let created: CreatedAppPassword = browser.create("iPhone", "key-00001", 1).ok();
    let password = created.password.expose();
    let groups: Vec<&str> = (0..4).map(|n| &password[n * 4..n * 4 + 4]).collect();
    for typed in [
        password.to_owned(),
        groups.join(" "),
        groups.join("-"),
        groups.join("\u{A0}"),
        password.to_uppercase(),
    ] {
        assert_eq!(world.mail(&typed), accepted("iPhone"));
    }
    let list: AppPasswordList = browser.get(paths::APP_PASSWORDS).ok();
    assert_eq!(
        list.items[0].delivery,
        Delivery::Closed,
        "a sign-in proves that it was kept"
    );
}

fn a_deleted_app_password_is_refused_from_then_on() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    let created: CreatedAppPassword = browser.create("iPhone", "key-00001", 1).ok();
    assert_eq!(world.mail(created.password.expose()), accepted("iPhone"));
    browser.delete(&paths::app_password(&created.item.id));
    assert_eq!(world.mail(created.password.expose()), MailSignIn::Refused);
}

fn the_network_password_never_opens_a_mailbox() {
    let world = World::of(text_account());
    for typed in [PASSWORD, "", " - ", "abcdefghijklmnop"] {
        assert_eq!(world.mail(typed), MailSignIn::Refused);
    }
}

fn a_made_up_row_opens_no_mailbox() {
    let world = World::new(
        State::default()
            .with_account(text_account())
            .with_app_password(EMAIL, "9", date(2016, 10, 30)),
    );
    assert_eq!(world.mail(""), MailSignIn::Refused);
    assert_eq!(world.mail("9"), MailSignIn::Refused);
}

fn an_app_password_opens_only_its_owners_mailbox() {
    let kim = AccountRecord::new(
        "kim@contoso.example",
        "Kim",
        account().password_hash.clone(),
    );
    let world = World::new(
        State::default()
            .with_account(text_account())
            .with_account(kim),
    );
    let created: CreatedAppPassword = world.signed_in().create("iPhone", "key-00001", 1).ok();
    let backend = &world.backend;
    let signed_in = backend.check_app_password("kim@contoso.example", &created.password);
    assert_eq!(signed_in, MailSignIn::Refused);
}

fn app_passwords_go_on_working_while_sign_in_is_locked() {
    let world = World::of(text_account());
    let created: CreatedAppPassword = world.signed_in().create("iPhone", "key-00001", 1).ok();
    let mut thief = world.browser();
    for _ in 0..10 {
        thief.try_password(EMAIL, "wrong");
    }
    thief
        .try_password(EMAIL, "wrong")
        .refused(Code::TooManyTries);
    assert_eq!(world.mail(created.password.expose()), accepted("iPhone"));
}

fn rotating_the_server_key_twice_keeps_what_is_in_use() {
    let key = |id: &str| ServerKey::new(id, Secret::new(format!("secret {id}")));
    let settings = |current, previous| {
        Settings::new(
            "Contoso",
            ServerKeys {
                current: key(current),
                previous: Some(key(previous)),
            },
        )
    };
    let password = Secret::new("abcd efgh ijkl mnop".into());
    let digest = ServerKeys::only(key("1")).app_password_digest(&password);
    let state = State::default()
        .with_account(text_account())
        .with_working_app_password(EMAIL, "old", date(2020, 1, 1), digest);

    let mut world = World::with_settings(state, settings("2", "1"));
    assert_eq!(world.mail("abcdefghijklmnop"), accepted("old"));
    world.backend.restart(settings("3", "2"));
    assert_eq!(
        world.mail("abcdefghijklmnop"),
        accepted("old"),
        "it moved to the newer key when used"
    );
    world.backend.restart(settings("5", "4"));
    assert_eq!(world.mail("abcdefghijklmnop"), MailSignIn::Refused);
}

fn when_policy_changes_the_old_app_passwords_go_on_working() {
    let password = Secret::new("abcdefghijklmnop".into());
    let digest = keys().app_password_digest(&password);
    let state = State::default()
        .with_account(text_account().creation_forbidden())
        .with_working_app_password(EMAIL, "old", date(2020, 1, 1), digest);
    let world = World::new(state);
    assert_eq!(world.mail("abcdefghijklmnop"), accepted("old"));
    world
        .signed_in()
        .create("new", "key-00001", 1)
        .refused(Code::CreationForbidden);
    world.signed_in().get(paths::APP_PASSWORDS).ok::<Value>();
}
