//! The second factor by notification.

use super::*;
use crate::stage::Role;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const SENT: &str = "We've sent a notification to your app. Please approve it to continue.";

/// A person would not know where to approve, or that something was sent.
#[wasm_bindgen_test]
async fn it_says_what_was_sent_and_what_to_press() {
    let stage = verify(Method::AppNotification).await;
    stage.announces(SENT);
    stage.sees("Open it on your phone and press Approve.");
    stage.sees("You can ask for a new notification in 0:30");
    stage.announces("Waiting for your answer…");
    assert!(!stage.has(Role::Button, "Send again"));
}

/// The person would approve in vain.
#[wasm_bindgen_test]
async fn an_overlooked_notification_can_be_sent_again() {
    let stage = verify(Method::AppNotification).await;
    poll(&stage, ChallengeStatus::Expired).await;
    stage.announces(
        "The notification was not approved within 60 seconds, or it did not reach your phone.",
    );
    stage.after(SECOND * 30).await;
    stage.button("Send again").click().await;
    let asked = stage.asked(START);
    assert_eq!(asked.body(), json!({"method": "app_notification"}));
    asked.reply(&challenge(Method::AppNotification)).await;
    assert_eq!(stage.focused_words(), SENT);
    stage.does_not_see("The notification was not approved");
}

/// **Deny** would look like nothing, or stay for ever.
#[wasm_bindgen_test]
async fn a_denied_notification_says_so_until_the_next_is_sent() {
    const DENIED: &str = "The request was denied on the phone.";
    let stage = verify(Method::AppNotification).await;
    poll(&stage, ChallengeStatus::Declined).await;
    stage.announces(DENIED);
    stage.after(SECOND * 30).await;
    stage.button("Send again").click().await;
    stage
        .asked(START)
        .reply(&challenge(Method::AppNotification))
        .await;
    stage.does_not_see(DENIED);
    stage.sees(SENT);
}

/// The screen of a session that is over would ask for ever.
#[wasm_bindgen_test]
async fn a_challenge_that_is_gone_leads_to_where_the_session_stands() {
    let stage = verify(Method::AppNotification).await;
    stage.after(SECOND).await;
    stage.asked(POLL).refuse(contract::Code::NoChallenge).await;
    stage.asked(SESSION).reply(&signed_in()).await;
    stage.heading("Apps");
}
