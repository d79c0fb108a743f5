//! The second factor by a code from the authenticator app.

use super::*;
use crate::stage::Role;
use contract::{ChallengeStatus, Code, Problem};
use wasm_bindgen_test::wasm_bindgen_test;

const SPENT: &str = "You entered a wrong code 5 times. You can try codes from the app again in 5 minutes, or sign in another way now.";

/// A person would wait for a text that nobody sends.
#[wasm_bindgen_test]
async fn the_app_is_named_and_nothing_can_be_sent() {
    let stage = verify(Method::AppCode).await;
    stage.sees("Enter the 6-digit code from your authenticator app.");
    assert!(stage.field("Code").has_focus());
    assert!(!stage.has(Role::Button, "Send a new code"));
    stage.does_not_see("You can ask for a new code");
}

/// The same code would be typed until the tries are spent.
#[wasm_bindgen_test]
async fn a_used_code_says_to_wait_for_the_next() {
    let stage = verify(Method::AppCode).await;
    enter(&stage, "123456").await;
    stage.asked(ANSWER).refuse(Code::CodeUsed).await;
    let said = "This code has already been used. Wait for the next one and enter it.";
    assert_eq!(code_is_wrong(&stage, said).value(), "123456");
}

/// A person would be told to ask for a new code, which nobody can send.
#[wasm_bindgen_test]
async fn five_wrong_codes_say_how_long_to_wait() {
    let stage = verify(Method::AppCode).await;
    enter(&stage, "123456").await;
    let spent = Problem {
        retry_after: Some(300),
        ..Problem::new(Code::CodeExhausted)
    };
    stage.asked(ANSWER).refuse_with(spent).await;
    code_is_wrong(&stage, SPENT);
    stage.does_not_see("new code");
}

/// A new method would begin with the error of the old one.
#[wasm_bindgen_test]
async fn another_method_begins_without_the_error() {
    let stage = verify(Method::AppCode).await;
    enter(&stage, "123456").await;
    stage.asked(ANSWER).refuse(Code::WrongCode).await;
    choose_another(&stage, "Text +1 ••• ••• 0134").await;
    stage
        .asked(START)
        .reply(&challenge(Method::TextAuthenticationPhone))
        .await;
    stage.sees("We've sent a text message with a code");
    let field = stage.field("Code");
    assert_eq!(
        (field.is_invalid(), field.value(), stage.focus()),
        (false, String::new(), "textbox Code".into())
    );
}

/// A reload would hide that no code counts for now.
#[wasm_bindgen_test]
async fn spent_tries_are_said_on_arrival() {
    let mut spent = challenge(Method::AppCode);
    spent.status = ChallengeStatus::Exhausted;
    let stage = verify_with(spent).await;
    let field = stage.field("Code");
    assert!(field.is_invalid() && field.description().contains(SPENT));
}
