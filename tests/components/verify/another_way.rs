//! "Having trouble? Sign in another way", and another account.

use super::*;
use crate::stage::Role;
use contract::{Code, Problem};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const TROUBLE: &str = "Having trouble? Sign in another way";
const TEXT: Method = Method::TextAuthenticationPhone;

/// Whose phone is at home could not get in, though the account has other methods.
#[wasm_bindgen_test]
async fn every_other_method_is_offered_and_not_the_one_in_use() {
    let stage = verify(TEXT).await;
    stage.button(TROUBLE).click().await;
    for named in [
        "Notify me through app",
        "Call +1 ••• ••• 0134",
        "Call my office phone +1 ••• ••• 0100",
        "Use verification code from app",
        "Call my alternate phone +1 ••• ••• 0177",
    ] {
        stage.button(named);
    }
    assert!(!stage.has(Role::Button, "Text +1 ••• ••• 0134"));
}

/// A method that is not set up would be pressed in vain.
#[wasm_bindgen_test]
async fn only_methods_that_are_set_up_are_offered() {
    let mut phone = challenge(TEXT);
    phone
        .options
        .retain(|option| option.hint == "+1 ••• ••• 0134");
    let stage = verify_with(phone).await;
    stage.button(TROUBLE).click().await;
    stage.button("Call +1 ••• ••• 0134");
    let offered = stage.names(Role::Button);
    for other in ["Notify", "Use verification", "Call my"] {
        assert!(
            !offered.iter().any(|name| name.starts_with(other)),
            "{offered:?}"
        );
    }
}

/// A person would search for a method that is not there.
#[wasm_bindgen_test]
async fn an_account_with_one_method_is_sent_to_the_help_desk() {
    let mut only = challenge(TEXT);
    only.options.retain(|option| option.method == TEXT);
    let stage = verify_with(only).await;
    stage.button(TROUBLE).click().await;
    stage.sees("No other way is set up for your account. Ask your help desk to let you in.");
}

/// A keyboard user would be thrown to the top of the page by choosing.
#[wasm_bindgen_test]
async fn a_chosen_method_takes_the_focus_and_says_what_to_do() {
    let stage = verify(TEXT).await;
    choose_another(&stage, "Notify me through app").await;
    let asked = stage.asked(START);
    assert_eq!(asked.body(), json!({"method": "app_notification"}));
    asked.reply(&challenge(Method::AppNotification)).await;
    let sent = "We've sent a notification to your app. Please approve it to continue.";
    assert_eq!(stage.focused_words(), sent);
    stage.announces(sent);
    assert!(!stage.has(Role::Button, "Notify me through app"));
}

/// The tick would be lost, and the next sign-in would ask again.
#[wasm_bindgen_test]
async fn dont_ask_again_stays_ticked_with_another_method() {
    let stage = verify(TEXT).await;
    stage.checkbox("Don't ask again for 14 days").click().await;
    choose_another(&stage, "Use verification code from app").await;
    stage.asked(START).reply(&challenge(Method::AppCode)).await;
    assert!(stage.checkbox("Don't ask again for 14 days").is_checked());
    enter(&stage, "123456").await;
    assert_eq!(
        stage.asked(ANSWER).body(),
        json!({"code": "123456", "remember_device": true})
    );
}

/// Going straight back would look broken.
#[wasm_bindgen_test]
async fn too_soon_says_how_long_to_wait_beside_the_choice() {
    let stage = verify(Method::CallAuthenticationPhone).await;
    choose_another(&stage, "Text +1 ••• ••• 0134").await;
    let too_soon = Problem {
        retry_after: Some(20),
        ..Problem::new(Code::ResendTooSoon)
    };
    stage.asked(START).refuse_with(too_soon).await;
    stage.announces("One was sent a moment ago. You can ask for another in 20 seconds");
    stage.sees("We're calling your phone.");
}

/// A failure would leave the person before a screen that does not move.
#[wasm_bindgen_test]
async fn a_failed_choice_says_so_and_can_be_tried_again() {
    let stage = verify(TEXT).await;
    choose_another(&stage, "Notify me through app").await;
    stage.asked(START).refuse(Code::Internal).await;
    stage.announces("The portal ran into an error.");
    stage.button("Notify me through app").click().await;
    stage.does_not_see("The portal ran into an error.");
    stage
        .asked(START)
        .reply(&challenge(Method::AppNotification))
        .await;
    stage.sees("We've sent a notification to your app.");
}

/// Who signed in with the wrong of two accounts would be stuck.
#[wasm_bindgen_test]
async fn another_account_leads_back_to_an_empty_sign_in() {
    let stage = verify(TEXT).await;
    stage.button("Use another account").click().await;
    stage.asked("DELETE /session").reply(&()).await;
    assert_eq!(stage.address(), "/");
    stage.heading("Sign in");
    assert!(stage.field("Password").value().is_empty());
    stage.does_not_see("Your session has ended.");
}

/// The half-open session would stay behind, and nobody would know.
#[wasm_bindgen_test]
async fn another_account_that_fails_says_so() {
    let stage = verify(TEXT).await;
    stage.button("Use another account").click().await;
    stage.asked("DELETE /session").lose().await;
    assert_eq!(stage.address(), "/verify");
    stage.button("Use another account").click().await;
    assert!(stage.is_asking("DELETE /session"));
}
