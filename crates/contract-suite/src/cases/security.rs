//! Phones, the authenticator app and the preferred option of a person who is signed in.

use crate::{case::cases, prelude::*};
use contract::{Code, Method, Profile, SecuritySettings, paths};
use serde_json::{Value, json};

cases![
    the_preferred_option_is_one_that_works,
    nobody_removes_the_last_way_in,
    removing_the_preferred_phone_falls_back_to_a_way_that_works,
    removing_the_app_leaves_the_phone,
    a_new_phone_counts_only_after_its_code,
    a_phone_number_is_taken_however_a_device_typed_it,
    an_app_counts_only_after_a_real_code_and_a_new_key_ends_the_old_one,
    restoring_the_second_factor_forgets_every_trusted_device,
    the_profile_shows_the_persons_own_data,
];

const AUTHENTICATION: &str = "/security/phones/authentication";
const ALTERNATE: &str = "/security/phones/alternate";

fn prefer(browser: &mut Browser, method: &str) -> Reply {
    browser.put(paths::SECURITY, json!({"preferred": method}))
}

fn the_preferred_option_is_one_that_works() {
    let world = World::of(text_account().alternate_phone("+15555550199"));
    let mut browser = world.signed_in();
    let settings: SecuritySettings = prefer(&mut browser, "call_authentication_phone").ok();
    assert_eq!(settings.preferred, Some(Method::CallAuthenticationPhone));
    prefer(&mut browser, "app_code").refused(Code::MethodUnavailable);
    prefer(&mut browser, "call_alternate_phone").refused(Code::MethodUnavailable);
}

fn nobody_removes_the_last_way_in() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    browser.delete(AUTHENTICATION).refused(Code::LastMethod);
    browser.delete(ALTERNATE).refused(Code::NotFound);
    browser
        .delete("/security/phones/office")
        .refused(Code::NotFound);
    browser.delete(paths::AUTHENTICATOR).refused(Code::NotFound);
    assert_eq!(
        browser
            .get(paths::SECURITY)
            .ok::<SecuritySettings>()
            .authentication_phone
            .unwrap()
            .number,
        MOBILE
    );
}

fn removing_the_preferred_phone_falls_back_to_a_way_that_works() {
    let world = World::of(with_app(text_account()));
    let mut browser = world.signed_in();
    let settings: SecuritySettings = browser.delete(AUTHENTICATION).ok();
    assert_eq!(settings.preferred, Some(Method::AppNotification));
    assert_eq!(settings.authentication_phone, None);
    browser
        .delete(paths::AUTHENTICATOR)
        .refused(Code::LastMethod);
}

fn removing_the_app_leaves_the_phone() {
    let world = World::of(with_app(text_account()));
    let mut browser = world.signed_in();
    let settings: SecuritySettings = browser.delete(paths::AUTHENTICATOR).ok();
    assert!(!settings.authenticator);
    assert_eq!(settings.preferred, Some(Method::TextAuthenticationPhone));
}

fn a_new_phone_counts_only_after_its_code() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    let body = json!({"slot": "alternate", "number": "0015555550199", "channel": "text"});
    browser.post(paths::PHONE_VERIFICATION, body).ok::<Value>();
    assert_eq!(
        browser
            .get(paths::SECURITY)
            .ok::<SecuritySettings>()
            .alternate_phone,
        None
    );
    let token = browser.jar.clone();
    let settings: SecuritySettings = browser
        .post(paths::PHONE_CONFIRMATION, json!({"code": world.code()}))
        .ok();
    assert_eq!(settings.alternate_phone.unwrap().number, "+15555550199");
    assert_eq!(
        settings.preferred,
        Some(Method::TextAuthenticationPhone),
        "kept"
    );
    assert_eq!(
        browser.jar, token,
        "a session that is signed in keeps its token"
    );
}

fn a_phone_number_is_taken_however_a_device_typed_it() {
    for typed in [
        "\u{202A}+1 555 555\u{2011}0199\u{202C}",
        "tel:+1-555-555-0199",
        "\u{FF0B}１５５５５５５０１９９",
    ] {
        let world = World::of(text_account());
        let body = json!({"slot": "alternate", "number": typed, "channel": "text"});
        let reply = world.signed_in().post(paths::PHONE_VERIFICATION, body);
        assert_eq!(reply.ok::<Value>()["number"], "+15555550199", "{typed:?}");
    }
}

fn an_app_counts_only_after_a_real_code_and_a_new_key_ends_the_old_one() {
    let world = World::of(text_account());
    let mut browser = world.signed_in();
    let first: contract::AuthenticatorSetUp = browser.post(paths::AUTHENTICATOR, json!(null)).ok();
    let second: contract::AuthenticatorSetUp = browser.post(paths::AUTHENTICATOR, json!(null)).ok();
    let confirm = |browser: &mut Browser, key| {
        let code = portal::code_now(key, world.now()).unwrap();
        browser.post(paths::AUTHENTICATOR_CONFIRMATION, json!({"code": code}))
    };
    confirm(&mut browser, &first.key).refused(Code::WrongCode);
    assert!(
        !browser
            .get(paths::SECURITY)
            .ok::<SecuritySettings>()
            .authenticator
    );
    confirm(&mut browser, &second.key).ok::<Value>();
}

fn restoring_the_second_factor_forgets_every_trusted_device() {
    let world = World::of(text_account());
    let mut browser = world.browser();
    browser.sign_in();
    let body = json!({"code": world.code(), "remember_device": true});
    browser.post(paths::CHALLENGE_ANSWER, body).ok::<Value>();
    assert_eq!(
        browser
            .get(paths::SECURITY)
            .ok::<SecuritySettings>()
            .trusted_devices,
        1
    );
    assert_eq!(
        browser
            .delete(paths::TRUSTED_DEVICES)
            .ok::<SecuritySettings>()
            .trusted_devices,
        0
    );
    assert_eq!(browser.sign_in()["state"], "second_factor");
}

fn the_profile_shows_the_persons_own_data() {
    let world = World::of(text_account().office_phone("+15555550100", Some("42")));
    let profile: Profile = world.signed_in().get(paths::PROFILE).ok();
    assert_eq!(
        (profile.name.as_str(), profile.email.as_str()),
        ("Alex Doe", EMAIL)
    );
    assert_eq!(
        profile.office_phone.unwrap().extension.as_deref(),
        Some("42")
    );
}
