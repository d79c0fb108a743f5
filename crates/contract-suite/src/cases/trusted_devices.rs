//! "Don't ask again for 14 days".

use crate::{case::cases, prelude::*};
use contract::paths;
use serde_json::{Value, json};

cases![
    a_trusted_device_is_not_asked_again_for_fourteen_days,
    trust_is_for_one_account_and_one_browser,
    a_device_that_was_not_ticked_is_not_trusted,
];

fn remember(world: &World) -> Browser {
    let mut browser = world.browser();
    browser.sign_in();
    let reply = browser.post(
        paths::CHALLENGE_ANSWER,
        json!({"code": world.code(), "remember_device": true}),
    );
    let cookies: Vec<_> = reply
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|line| line.to_str().unwrap())
        .collect();
    assert!(cookies.iter().any(
        |line| line.starts_with("__Host-trusted-device=") && line.ends_with("Max-Age=1209600")
    ));
    browser.delete(paths::SESSION);
    browser
}

fn a_trusted_device_is_not_asked_again_for_fourteen_days() {
    let world = World::of(text_account());
    let mut browser = remember(&world);
    world.pass(14 * 24 * 60 * 60 - 1);
    assert_eq!(browser.sign_in()["state"], "signed_in");
    world.pass(1);
    assert_eq!(browser.sign_in()["state"], "second_factor");
}

fn trust_is_for_one_account_and_one_browser() {
    let other = AccountRecord::new(
        "kim@contoso.example",
        "Kim",
        account().password_hash.clone(),
    )
    .authentication_phone(MOBILE);
    let world = World::new(
        State::default()
            .with_account(text_account())
            .with_account(other),
    );
    let mut browser = remember(&world);
    let reply: Value = browser.try_password("kim@contoso.example", PASSWORD).ok();
    assert_eq!(reply["state"], "second_factor");
    assert_eq!(world.browser().sign_in()["state"], "second_factor");
}

fn a_device_that_was_not_ticked_is_not_trusted() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    browser.delete(paths::SESSION);
    assert_eq!(browser.sign_in()["state"], "second_factor");
}
