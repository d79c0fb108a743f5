//! What is stored, when, and for how long.

use crate::{case::cases, prelude::*};
use contract::{AuthenticatorSetUp, Code, CreatedAppPassword, Method, paths};
use portal::records::{EventKind, Factor, Proof};
use serde_json::{Value, json};

cases![
    a_signed_in_read_writes_at_most_once_a_minute,
    the_key_of_an_authenticator_app_is_stored_sealed,
    a_sealed_key_that_cannot_be_opened_signs_nobody_in,
    a_weak_hash_of_a_password_is_made_anew_at_sign_in,
    what_was_typed_at_sign_in_is_not_stored,
    what_is_over_is_purged,
    what_happens_to_an_account_is_noted,
];

fn a_signed_in_read_writes_at_most_once_a_minute() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    let before = world.backend.dump();
    world.pass(59);
    for path in [
        paths::SESSION,
        paths::APPS,
        paths::PROFILE,
        paths::SECURITY,
        paths::APP_PASSWORDS,
    ] {
        browser.get(path).ok::<Value>();
    }
    assert_eq!(world.backend.dump(), before);
    world.pass(1);
    browser.get(paths::APPS).ok::<Value>();
    let touched = world.backend.dump();
    assert_ne!(touched, before);
    browser.get(paths::APPS).ok::<Value>();
    assert_eq!(world.backend.dump(), touched);
}

fn the_key_of_an_authenticator_app_is_stored_sealed() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    let set_up: AuthenticatorSetUp = browser.post(paths::AUTHENTICATOR, json!(null)).ok();
    let key = set_up.key.expose();
    assert!(
        !world.backend.dump().contains(key),
        "before it is confirmed"
    );
    let code = portal::code_now(&set_up.key, world.now()).expect("Base32");
    let body = json!({"code": code});
    browser
        .post(paths::AUTHENTICATOR_CONFIRMATION, body)
        .ok::<Value>();
    assert!(!world.backend.dump().contains(key));
}

/// A row that was moved to another account, or a lost key.
fn a_sealed_key_that_cannot_be_opened_signs_nobody_in() {
    let other = AccountRecord::new("kim@contoso.example", "Kim", Hasher::hashed(PASSWORD));
    let stolen = with_app(other).authenticator;
    let mut account = account().preferred(Method::AppCode);
    account.authenticator = stolen;
    let world = World::of(account);
    let mut browser = world.browser();
    browser.sign_in();
    browser.answer(&world.app_code()).refused(Code::Internal);
    assert_eq!(browser.state(), "second_factor");
}

fn a_weak_hash_of_a_password_is_made_anew_at_sign_in() {
    let mut account = text_account();
    account.password_hash = Hasher::weakly_hashed(PASSWORD);
    let world = World::of(account);
    let mut browser = world.browser();
    browser
        .try_password(EMAIL, "wrong")
        .refused(Code::WrongCredentials);
    assert!(world.backend.dump().contains("weak:"));
    browser.sign_in();
    assert!(!world.backend.dump().contains("weak:"));
    browser.sign_in();
}

fn what_was_typed_at_sign_in_is_not_stored() {
    let world = World::of(text_account());
    let typed = "a password in the wrong field";
    world
        .browser()
        .try_password(typed, "another")
        .refused(Code::WrongCredentials);
    assert!(!world.backend.dump().contains(typed));
}

fn what_is_over_is_purged() {
    let state = State::default().with_account(text_account());
    let world = World::new(state);
    let mut browser = world.signed_in();
    let made: CreatedAppPassword = browser.create("iPhone", "key-00001", 1).ok();
    browser.delete(&paths::app_password(&made.item.id));
    browser.try_password(EMAIL, "wrong");
    world.backend.purge();
    let before = world.backend.dump();
    assert!(before.contains("iPhone") && before.contains("key-00001"));
    world.pass(24 * 60 * 60);
    world.backend.purge();
    let after = world.backend.dump();
    assert!(!after.contains("iPhone") && !after.contains("key-00001"));
    assert!(after.len() < before.len());
}

fn what_happens_to_an_account_is_noted() {
    let world = World::of(with_app(text_account()));
    let mut browser = world.browser();
    browser.sign_in();
    let code = world.code();
    browser.answer(&wrong(&code)).refused(Code::WrongCode);
    browser.answer(&code).ok::<Value>();
    let made: CreatedAppPassword = browser.create("iPhone", "key-00001", 1).ok();
    let id = made.item.id;
    browser.delete(&paths::app_password(&id));
    browser
        .post(&paths::app_password_restoration(&id), json!(null))
        .ok::<Value>();
    browser.delete(paths::AUTHENTICATOR).ok::<Value>();
    browser.delete(paths::SESSION);
    let events = world.backend.events();
    let kinds: Vec<EventKind> = events.iter().map(|event| event.kind.clone()).collect();
    assert_eq!(
        kinds,
        [
            EventKind::CodeRefused(Code::WrongCode),
            EventKind::SignedIn(Proof::SecondFactor(Method::TextAuthenticationPhone)),
            EventKind::AppPasswordCreated(id.clone()),
            EventKind::AppPasswordDeleted(id.clone()),
            EventKind::AppPasswordRestored(id),
            EventKind::FactorRemoved(Factor::Authenticator),
            EventKind::SignedOut,
        ]
    );
    let session = &events[0].session;
    assert!(session.is_some());
    assert!(
        events.iter().all(|event| event.session == *session),
        "the id of a session outlives its token"
    );
}
