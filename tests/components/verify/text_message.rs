//! The second factor by text message.

use super::*;
use crate::stage::Role;
use contract::{Code, Problem};
use serde_json::json;
use std::time::Duration;
use wasm_bindgen_test::wasm_bindgen_test;

fn wrong_code(tries_left: u32) -> Problem {
    Problem {
        tries_left: Some(tries_left),
        ..Problem::new(Code::WrongCode)
    }
}

/// A person would not know where to look for the code, or would have to find the field.
#[wasm_bindgen_test]
async fn the_code_field_is_ready_to_type_in() {
    let stage = verify(Method::TextAuthenticationPhone).await;
    stage.sees("We've sent a text message with a code to +1 ••• ••• 0134.");
    stage.announces("Verify your identity. We've sent a text message");
    let field = stage.field("Code");
    assert!(field.has_focus());
    assert_eq!(
        field.0.get_attribute("autocomplete").as_deref(),
        Some("one-time-code")
    );
    assert_eq!(
        field.0.get_attribute("inputmode").as_deref(),
        Some("numeric")
    );
}

/// A slip of the finger would cost a look at the phone.
#[wasm_bindgen_test]
async fn a_wrong_code_stays_typed_and_says_how_many_tries_are_left() {
    let stage = verify(Method::TextAuthenticationPhone).await;
    enter(&stage, "123 456").await;
    let asked = stage.asked(ANSWER);
    assert_eq!(
        asked.body(),
        json!({"code": "123456", "remember_device": false})
    );
    asked.refuse_with(wrong_code(4)).await;
    let field = code_is_wrong(&stage, "This is not the right code. You have 4 tries left.");
    assert_eq!(field.value(), "123 456");
    // it is selected: typing replaces it
    field.fill("654321").await;
    stage.press("Enter").await;
    stage.asked(ANSWER).refuse_with(wrong_code(1)).await;
    code_is_wrong(&stage, "You have 1 try left.");
}

/// A slip of the finger would cost a try.
#[wasm_bindgen_test]
async fn half_a_code_is_said_at_the_field_and_not_sent() {
    let stage = verify(Method::TextAuthenticationPhone).await;
    for typed in ["", "abcdef", "12345", "1234567"] {
        enter(&stage, typed).await;
        let said = "The code has 6 digits. Enter all of them; spaces do not matter.";
        assert_eq!(code_is_wrong(&stage, said).value(), typed);
    }
    assert_eq!(stage.count_asked(ANSWER), 0);
}

/// A person would wait for a text that will not come, or ask for ten of them.
#[wasm_bindgen_test]
async fn a_new_code_can_be_sent_after_half_a_minute() {
    let stage = verify(Method::TextAuthenticationPhone).await;
    stage.sees("You can ask for a new code in 0:30");
    assert!(!stage.has(Role::Button, "Send a new code"));
    stage.after(Duration::from_secs(30)).await;
    stage.field("Code").fill("12").await;
    stage.button("Send a new code").click().await;
    let asked = stage.asked(START);
    assert_eq!(asked.body(), json!({"method": "text_authentication_phone"}));
    asked
        .reply(&challenge(Method::TextAuthenticationPhone))
        .await;
    stage.announces("A new code is on its way.");
    stage.sees("A new code is on its way to +1 ••• ••• 0134. Older ones no longer work.");
    stage.sees("You can ask for a new code in 0:30");
    let field = stage.field("Code");
    assert!(field.has_focus() && field.value().is_empty() && !field.is_invalid());
}

/// An old code would be typed again and again.
#[wasm_bindgen_test]
async fn a_code_that_grew_old_says_so_before_it_is_typed() {
    let stage = verify(Method::TextAuthenticationPhone).await;
    stage.after(Duration::from_secs(299)).await;
    assert!(!stage.field("Code").is_invalid());
    stage.after(Duration::from_secs(1)).await;
    assert!(
        stage
            .field("Code")
            .description()
            .contains("This code has expired")
    );
}

/// A code that no longer counts would be typed again.
#[wasm_bindgen_test]
async fn five_wrong_codes_say_that_the_code_is_spent() {
    let stage = verify(Method::TextAuthenticationPhone).await;
    enter(&stage, "123456").await;
    stage.asked(ANSWER).refuse(Code::CodeExhausted).await;
    code_is_wrong(
        &stage,
        "You entered a wrong code 5 times, so this code is no longer valid.",
    );
}

/// Who comes back to a screen that was left alone would press for ever.
#[wasm_bindgen_test]
async fn a_session_that_is_over_leads_back_to_sign_in() {
    let stage = verify(Method::TextAuthenticationPhone).await;
    enter(&stage, "123456").await;
    stage.asked(ANSWER).refuse(Code::NoSession).await;
    stage.heading("Sign in");
    stage.sees("Your session has ended.");
    stage.field("Password");
}
