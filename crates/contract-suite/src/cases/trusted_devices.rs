//! "Don't ask again for 14 days".

use crate::{case::cases, prelude::*};
use contract::{Code, Method, SecuritySettings, paths};
use serde_json::{Value, json};

cases![
    a_trusted_device_is_not_asked_again_for_fourteen_days,
    trust_is_for_one_account_and_one_browser,
    two_people_in_one_browser_keep_their_trust_and_end_it_each_for_themselves,
    one_browser_is_one_trusted_device_and_its_old_token_ends,
    a_device_that_was_not_ticked_is_not_trusted,
];

const KIM: &str = "kim@contoso.example";
const COOKIE: &str = "__Host-trusted-device";

fn remember(world: &World, browser: &mut Browser, email: &str) {
    let state: Value = browser.try_password(email, PASSWORD).ok();
    assert_eq!(state["state"], "second_factor");
    tick(world, browser);
    browser.delete(paths::SESSION);
}

fn tick(world: &World, browser: &mut Browser) {
    let reply = browser.post(
        paths::CHALLENGE_ANSWER,
        json!({"code": world.code(), "remember_device": true}),
    );
    let lines = reply.headers.get_all("set-cookie");
    let mut lines = lines.iter().map(|line| line.to_str().unwrap());
    assert!(lines.any(|line| line.starts_with(COOKIE) && line.ends_with("Max-Age=1209600")));
}

/// Where a person is after the right password.
fn after_password(browser: &mut Browser, email: &str) -> String {
    let state: Value = browser.try_password(email, PASSWORD).ok();
    state["state"].as_str().unwrap().to_owned()
}

fn trusted_devices(browser: &mut Browser) -> u32 {
    let settings: SecuritySettings = browser.get(paths::SECURITY).ok();
    settings.trusted_devices
}

fn two_people() -> World {
    let kim = AccountRecord::new(KIM, "Kim", account().password_hash);
    let kim = kim.authentication_phone(MOBILE);
    let state = State::default().with_account(text_account());
    World::new(state.with_account(kim.preferred(Method::TextAuthenticationPhone)))
}

fn a_trusted_device_is_not_asked_again_for_fourteen_days() {
    let world = World::of(text_account());
    let mut browser = world.browser();
    remember(&world, &mut browser, EMAIL);
    world.pass(14 * 24 * 60 * 60 - 1);
    assert_eq!(browser.sign_in()["state"], "signed_in");
    world.pass(1);
    assert_eq!(browser.sign_in()["state"], "second_factor");
}

fn trust_is_for_one_account_and_one_browser() {
    let world = two_people();
    let mut browser = world.browser();
    remember(&world, &mut browser, EMAIL);
    assert_eq!(after_password(&mut browser, KIM), "second_factor");
    assert_eq!(world.browser().sign_in()["state"], "second_factor");
}

fn two_people_in_one_browser_keep_their_trust_and_end_it_each_for_themselves() {
    let world = two_people();
    let mut browser = world.browser();
    remember(&world, &mut browser, EMAIL);
    remember(&world, &mut browser, KIM);
    for email in [EMAIL, KIM] {
        assert_eq!(after_password(&mut browser, email), "signed_in");
        assert_eq!(trusted_devices(&mut browser), 1);
    }
    browser.delete(paths::TRUSTED_DEVICES).ok::<Value>();
    assert_eq!(after_password(&mut browser, KIM), "second_factor");
    assert_eq!(after_password(&mut browser, EMAIL), "signed_in");
    remember(&world, &mut browser, KIM);
    assert_eq!(after_password(&mut browser, EMAIL), "signed_in");
    assert_eq!(after_password(&mut browser, KIM), "signed_in");
}

fn one_browser_is_one_trusted_device_and_its_old_token_ends() {
    let world = two_people();
    let mut browser = world.browser();
    remember(&world, &mut browser, KIM);
    // of two tabs that both wait for a code, both are ticked
    let mut tab = browser.clone();
    tab.sign_in();
    remember(&world, &mut browser, EMAIL);
    let old = browser.jar[COOKIE].clone();
    tab.jar.insert(COOKIE.to_owned(), old.clone());
    tab.select("text_authentication_phone")
        .refused(Code::ResendTooSoon);
    world.pass(30);
    tab.select("text_authentication_phone").ok::<Value>();
    tick(&world, &mut tab);
    assert_eq!(trusted_devices(&mut tab), 1);
    assert_eq!(after_password(&mut tab, KIM), "signed_in");
    assert_eq!(after_password(&mut tab, EMAIL), "signed_in");
    tab.jar.insert(COOKIE.to_owned(), old);
    assert_eq!(after_password(&mut tab, EMAIL), "second_factor");
}

fn a_device_that_was_not_ticked_is_not_trusted() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    browser.delete(paths::SESSION);
    assert_eq!(browser.sign_in()["state"], "second_factor");
}
