//! The second factor by automated call.

use super::*;
use crate::stage::Role;
use contract::{ChallengeStatus, Code};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const CALLING: &str = "We're calling your phone. Please answer it to continue.";
const CALL: Method = Method::CallAuthenticationPhone;

/// A person would not know which phone rings, what to press, or for how long.
#[wasm_bindgen_test]
async fn it_says_which_phone_rings_and_what_to_press() {
    let stage = verify(CALL).await;
    stage.announces(CALLING);
    stage.sees("Answer the call to +1 ••• ••• 0134 and press #.");
    stage.sees("Time left to answer: 1:00");
    stage.sees("You can ask for another call in 0:30");
    assert!(!stage.has(Role::Button, "Call again"));
    stage.after(SECOND * 2).await;
    stage.sees("Time left to answer: 0:58");
}

/// The office phone would ring, and nobody would know which one.
#[wasm_bindgen_test]
async fn the_office_and_the_alternate_phone_are_named() {
    let stage = verify(Method::CallOfficePhone).await;
    stage.sees("Answer the call to your office phone, +1 ••• ••• 0100, and press #.");
    drop(stage);
    let stage = verify(Method::CallAlternatePhone).await;
    stage.sees("Answer the call to your alternate phone, +1 ••• ••• 0177, and press #.");
}

/// A call that was answered would lead nowhere.
#[wasm_bindgen_test]
async fn an_answered_call_signs_in_by_itself() {
    let stage = verify(CALL).await;
    stage.checkbox("Don't ask again for 14 days").click().await;
    poll(&stage, ChallengeStatus::Waiting).await;
    poll(&stage, ChallengeStatus::Approved).await;
    stage.announces("Approved. Signing in…");
    let asked = stage.asked(ANSWER);
    assert_eq!(asked.body(), json!({"remember_device": true}));
    asked.reply(&signed_in()).await;
    stage.heading("Apps");
    assert_eq!(stage.address(), "/apps");
}

/// A call in the next room would be missed for good.
#[wasm_bindgen_test]
async fn a_missed_call_says_so_and_can_be_had_again() {
    let stage = verify(CALL).await;
    poll(&stage, ChallengeStatus::Expired).await;
    stage.announces(
        "The call was not answered with # within 60 seconds, or it did not get through.",
    );
    stage.does_not_see(CALLING);
    stage.does_not_see("Time left to answer");
    stage.after(SECOND * 30).await;
    stage.button("Call again").click().await;
    stage.asked(START).reply(&challenge(CALL)).await;
    assert_eq!(stage.focused_words(), CALLING);
    stage.sees("Time left to answer: 1:00");
    stage.does_not_see("The call was not answered");
}

/// The owner would not learn that somebody else knows the password.
#[wasm_bindgen_test]
async fn a_reported_call_says_to_change_the_password() {
    let said = "The request was denied on the phone. If that was not you, change your network password now.";
    let stage = verify(CALL).await;
    poll(&stage, ChallengeStatus::Declined).await;
    stage.announces(said);
    stage.does_not_see(CALLING);
    assert_eq!(stage.address(), "/verify");
    drop(stage);
    // and again after a reload
    let mut declined = challenge(CALL);
    declined.status = ChallengeStatus::Declined;
    verify_with(declined).await.announces(said);
}

/// A person would hang up because the page seems to have stopped.
#[wasm_bindgen_test]
async fn a_portal_out_of_reach_is_said_and_asked_again() {
    const KEEPS: &str = "The portal cannot be reached at the moment. Answer your phone anyway";
    let stage = verify(CALL).await;
    for _ in 0..3 {
        stage.does_not_announce(KEEPS);
        stage.after(SECOND).await;
        stage.asked(POLL).refuse(Code::Unavailable).await;
    }
    stage.announces(KEEPS);
    poll(&stage, ChallengeStatus::Waiting).await;
    stage.does_not_see(KEEPS);
}
