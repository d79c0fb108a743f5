//! "Be patient, it can take a bit": a portal that is slow.

use super::*;
use contract::Code;
use std::time::Duration;
use wasm_bindgen_test::wasm_bindgen_test;

const STILL: &str = "Still working… please be patient.";
const TEXT: Method = Method::TextAuthenticationPhone;

/// Impatient clicks would spend the tries.
#[wasm_bindgen_test]
async fn more_clicks_and_enter_send_nothing_more() {
    let stage = verify(TEXT).await;
    enter(&stage, "123456").await;
    let button = stage.button("Sign in");
    assert!(
        button.is_off(),
        "the button does not show that it is working"
    );
    button.click().await;
    stage.field("Code").key("Enter").await;
    assert_eq!(stage.count_asked(ANSWER), 1);
    stage.asked(ANSWER).refuse(Code::WrongCode).await;
    assert!(!stage.button("Sign in").is_off());
}

/// Silence for ten seconds would look like a page that has stopped.
#[wasm_bindgen_test]
async fn after_three_seconds_it_says_that_it_is_still_working() {
    let stage = verify(TEXT).await;
    enter(&stage, "123456").await;
    stage.after(Duration::from_millis(2_999)).await;
    stage.does_not_announce(STILL);
    stage.after(Duration::from_millis(1)).await;
    stage.announces(STILL);
    stage.asked(ANSWER).refuse(Code::WrongCode).await;
    stage.does_not_announce(STILL);
}

/// Who asks for another method on a slow line would press again and again.
#[wasm_bindgen_test]
async fn another_method_is_slow_as_well_and_says_so() {
    let stage = verify(TEXT).await;
    choose_another(&stage, "Notify me through app").await;
    stage.after(SECOND * 3).await;
    stage.announces(STILL);
    stage
        .asked(START)
        .reply(&challenge(Method::AppNotification))
        .await;
    stage.does_not_announce(STILL);
}

/// A person who approved would stand before "Waiting" on a slow line.
#[wasm_bindgen_test]
async fn an_approval_on_a_slow_line_says_that_it_was_taken() {
    let stage = verify(Method::AppNotification).await;
    poll(&stage, ChallengeStatus::Approved).await;
    stage.after(SECOND * 3).await;
    stage.announces("Approved. Signing in…");
    stage.announces(STILL);
}

/// No answer at all would be waited for without end, with the code lost.
#[wasm_bindgen_test]
async fn no_answer_in_fifteen_seconds_is_said_and_the_code_stays() {
    let stage = verify(TEXT).await;
    enter(&stage, "123456").await;
    stage.after(SECOND * 15).await;
    stage.announces("The portal has not responded for 15 seconds.");
    assert_eq!(stage.field("Code").value(), "123456");
    assert!(stage.asked(ANSWER).is_given_up());
}

/// A press that does nothing, for ten seconds and after them, makes people give up.
#[wasm_bindgen_test]
async fn a_method_chosen_while_a_code_is_checked_waits_for_it() {
    let stage = verify(TEXT).await;
    enter(&stage, "123456").await;
    choose_another(&stage, "Use verification code from app").await;
    assert!(stage.button("Use verification code from app").is_off());
    assert!(!stage.is_asking(START));
    stage.asked(ANSWER).refuse(Code::WrongCode).await;
    stage.asked(START).reply(&challenge(Method::AppCode)).await;
    stage.sees("Enter the 6-digit code from your authenticator app.");
}

/// The right code would not count because another method was asked for meanwhile.
#[wasm_bindgen_test]
async fn a_method_chosen_meanwhile_is_dropped_when_the_code_was_right() {
    let stage = verify(TEXT).await;
    enter(&stage, "123456").await;
    choose_another(&stage, "Use verification code from app").await;
    stage.asked(ANSWER).reply(&signed_in()).await;
    assert!(!stage.is_asking(START));
    stage.heading("Apps");
}
