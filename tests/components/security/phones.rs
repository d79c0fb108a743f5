//! "How would you like to respond?": telephones.

use super::*;
use crate::stage::{Part, Role, SECOND, code_sent, phone, phone_only};
use contract::{Code, Field, Method, Problem};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const SEND: &str = "POST /security/phones/verification";
const CONFIRM: &str = "POST /security/phones/confirmation";
const REMOVE: &str = "DELETE /security/phones/authentication";
const NEW: &str = "+15555550199";

/// The dialog of the authentication phone, with a number that is being sent a code.
async fn send_code(stage: &Stage, number: &str) -> Part {
    stage.button("Change authentication phone").click().await;
    let dialog = stage.dialog("Authentication phone");
    dialog.field("Phone number").fill(number).await;
    dialog.button("Send code").click().await;
    dialog
}

async fn confirm(dialog: &Part, code: &str) {
    dialog.field("Code").fill(code).await;
    dialog.button("Confirm").click().await;
}

fn with_new_phone() -> SecuritySettings {
    SecuritySettings {
        authentication_phone: Some(phone(NEW, None)),
        ..settings()
    }
}

/// A slip in the number would lock its owner out.
#[wasm_bindgen_test]
async fn a_number_is_set_up_by_the_code_sent_to_it() {
    let stage = security().await;
    stage.button("Change authentication phone").click().await;
    let dialog = stage.dialog("Authentication phone");
    assert!(dialog.field("Phone number").has_focus());
    let dialog = {
        dialog.button("Cancel").click().await;
        send_code(&stage, "+1 (555) 555-0199").await
    };
    let asked = stage.asked(SEND);
    assert_eq!(
        asked.body(),
        json!({"slot": "authentication", "number": "+1 (555) 555-0199", "channel": "text"})
    );
    asked.reply(&code_sent(NEW)).await;
    stage.announces("We've sent a text message with a code to +15555550199.");
    assert!(dialog.field("Code").has_focus());
    confirm(&dialog, "123456").await;
    let asked = stage.asked(CONFIRM);
    assert_eq!(asked.body(), json!({"code": "123456"}));
    asked.reply(&with_new_phone()).await;
    assert!(!stage.has(Role::Dialog, "Authentication phone"));
    assert_eq!(stage.focus(), "heading Authentication phone");
    stage.sees("+15555550199");
    stage.does_not_see("+15555550134");
    stage.after(SECOND).await;
    stage.announces("Authentication phone is set up: +15555550199.");
}

/// A slip in the code would cost a new message.
#[wasm_bindgen_test]
async fn a_wrong_code_is_said_at_the_field_and_stays_typed() {
    let stage = security().await;
    let dialog = send_code(&stage, NEW).await;
    stage.asked(SEND).reply(&code_sent(NEW)).await;
    confirm(&dialog, "123456").await;
    let wrong = Problem {
        tries_left: Some(4),
        ..Problem::about(Code::WrongCode, Field::Code)
    };
    stage.asked(CONFIRM).refuse_with(wrong).await;
    let code = dialog.field("Code");
    assert!(code.is_invalid() && code.has_focus());
    assert!(code.description().contains("You have 4 tries left."));
    assert_eq!(
        (code.value(), code.selected()),
        ("123456".into(), "123456".into())
    );
}

/// A number that is left half-way would count, or be lost though its code may still come.
#[wasm_bindgen_test]
async fn a_dialog_left_half_way_changes_nothing_and_offers_the_code() {
    let stage = security().await;
    let dialog = send_code(&stage, NEW).await;
    stage.asked(SEND).reply(&code_sent(NEW)).await;
    dialog.button("Cancel").click().await;
    stage.sees("+15555550134");
    assert_eq!(stage.focus(), "button Change authentication phone");
    stage.button("Change authentication phone").click().await;
    let dialog = stage.dialog("Authentication phone");
    assert!(dialog.field("Phone number").value().is_empty());
    dialog
        .button("Enter the code sent to +15555550199")
        .click()
        .await;
    assert!(dialog.field("Code").has_focus());
}

/// The same number again would look broken.
#[wasm_bindgen_test]
async fn too_soon_says_how_long_to_wait_and_keeps_the_number() {
    let stage = security().await;
    let dialog = send_code(&stage, "+1 555 555 0199").await;
    let too_soon = Problem {
        retry_after: Some(20),
        ..Problem::new(Code::ResendTooSoon)
    };
    stage.asked(SEND).refuse_with(too_soon).await;
    stage.announces("One was sent a moment ago. You can ask for another in 20 seconds.");
    assert_eq!(dialog.field("Phone number").value(), "+1 555 555 0199");
}

/// Who cannot read a text message could set up no telephone.
#[wasm_bindgen_test]
async fn the_code_can_be_read_out_by_a_call() {
    let stage = security().await;
    stage
        .button("Change alternate authentication phone")
        .click()
        .await;
    let dialog = stage.dialog("Alternate authentication phone");
    dialog.field("Phone number").fill("+44 20 7946 0018").await;
    dialog.the(Role::Radio, "Call me with a code").click().await;
    dialog.button("Send code").click().await;
    let asked = stage.asked(SEND);
    assert_eq!(
        asked.body(),
        json!({"slot": "alternate", "number": "+44 20 7946 0018", "channel": "call"})
    );
    asked.reply(&code_sent("+442079460018")).await;
    dialog.sees("We're calling +442079460018. Answer the call and listen for the code.");
}

/// What is no number would be lost while it is mended.
#[wasm_bindgen_test]
async fn an_invalid_number_is_reported_at_the_field() {
    let stage = security().await;
    let dialog = send_code(&stage, "555 0199").await;
    assert_eq!(stage.count_asked(SEND), 0);
    let number = dialog.field("Phone number");
    assert!(number.is_invalid() && number.has_focus());
    let said = "This is not a complete telephone number. Begin with + and the country code";
    assert!(number.description().contains(said));
    assert_eq!(number.value(), "555 0199");
    stage.press("Escape").await;
    assert_eq!(stage.focus(), "button Change authentication phone");
}

/// A failure would eat the number or the code.
#[wasm_bindgen_test]
async fn a_failure_keeps_what_is_typed_in_the_dialog() {
    let stage = security().await;
    let dialog = send_code(&stage, NEW).await;
    stage.asked(SEND).refuse(Code::Internal).await;
    dialog.sees("The portal ran into an error. Try again in a moment. Your request may or may not have been carried out.");
    assert_eq!(dialog.field("Phone number").value(), NEW);
    dialog.button("Send code").click().await;
    stage.asked(SEND).reply(&code_sent(NEW)).await;
    confirm(&dialog, "123456").await;
    stage.asked(CONFIRM).lose().await;
    dialog.sees("The portal cannot be reached.");
    assert_eq!(dialog.field("Code").value(), "123456");
}

/// A press on a slow line would look like nothing.
#[wasm_bindgen_test]
async fn sending_on_a_slow_line_says_that_it_is_still_working() {
    let stage = security().await;
    let dialog = send_code(&stage, NEW).await;
    assert!(dialog.button("Send code").is_off());
    stage.after(SECOND * 3).await;
    stage.announces("Still working… please be patient.");
}

/// A number that counts already would be called lost.
#[wasm_bindgen_test]
async fn a_lost_reply_to_the_code_is_found_to_have_counted() {
    let stage = security().await;
    let dialog = send_code(&stage, NEW).await;
    stage.asked(SEND).reply(&code_sent(NEW)).await;
    confirm(&dialog, "123456").await;
    stage.asked(CONFIRM).refuse(Code::NothingToConfirm).await;
    stage.asked(SETTINGS).reply(&with_new_phone()).await;
    stage.after(SECOND).await;
    stage.announces("Authentication phone is set up: +15555550199.");
}

/// One click would lock the person out.
#[wasm_bindgen_test]
async fn the_last_way_cannot_be_removed() {
    let stage = security_with(&phone_only()).await;
    stage.button("Remove authentication phone").click().await;
    let dialog = stage.dialog("Remove authentication phone?");
    dialog.sees("If you remove it, we will no longer text or call +15555550134 when you sign in.");
    assert_eq!(stage.focus(), "button Cancel");
    dialog.button("Remove authentication phone").click().await;
    stage.asked(REMOVE).refuse(Code::LastMethod).await;
    dialog.sees("This is the only way left to verify that it is you, so it cannot be removed. Set up another way first.");
    assert!(!dialog.has(Role::Button, "Remove authentication phone"));
    assert_eq!(stage.focus(), "button Close");
    stage.press("Enter").await;
    assert!(!stage.has(Role::Dialog, "Remove authentication phone?"));
    stage.sees("+15555550134");
}

/// The preferred option would point to a telephone that is gone.
#[wasm_bindgen_test]
async fn removing_the_preferred_phone_names_what_takes_its_place() {
    let stage = security().await;
    stage.button("Remove authentication phone").click().await;
    let dialog = stage.dialog("Remove authentication phone?");
    dialog.sees("It's used for your preferred option, \"Text code to my authentication phone\".");
    dialog.sees("Your app passwords keep working.");
    dialog.button("Remove authentication phone").click().await;
    let left = SecuritySettings {
        authentication_phone: None,
        preferred: Some(Method::AppNotification),
        ..settings()
    };
    stage.asked(REMOVE).reply(&left).await;
    stage.after(SECOND).await;
    stage.announces(
        "Authentication phone removed. Your preferred option is now: Notify me through app.",
    );
    stage.button("Set up authentication phone");
    assert!(!stage.has(Role::Button, "Change office phone"));
    stage.sees("Set by your administrator");
    stage.sees("+15555550100, extension 421");
}

/// A removal that failed would look done.
#[wasm_bindgen_test]
async fn a_failed_removal_stays_in_the_dialog() {
    let stage = security().await;
    stage.button("Remove authentication phone").click().await;
    let dialog = stage.dialog("Remove authentication phone?");
    dialog.button("Remove authentication phone").click().await;
    stage.asked(REMOVE).refuse(Code::Internal).await;
    dialog.sees("The portal ran into an error.");
    dialog.button("Remove authentication phone").click().await;
    // gone already: in another window, or by a request whose reply was lost
    stage.asked(REMOVE).refuse(Code::NotFound).await;
    stage
        .asked(SETTINGS)
        .reply(&SecuritySettings {
            authentication_phone: None,
            ..settings()
        })
        .await;
    stage.button("Set up authentication phone");
}

/// The refusal of one number would be written under another, and steal the focus.
#[wasm_bindgen_test]
async fn a_late_refusal_does_not_reach_the_next_dialog() {
    let stage = security().await;
    let dialog = send_code(&stage, NEW).await;
    dialog.button("Cancel").click().await;
    stage
        .button("Change alternate authentication phone")
        .click()
        .await;
    let next = stage.dialog("Alternate authentication phone");
    assert!(!next.button("Send code").is_off());
    next.the(Role::Radio, "Call me with a code").click().await;
    stage
        .asked(SEND)
        .refuse_with(Problem::about(Code::PhoneInvalid, Field::Phone))
        .await;
    assert!(!next.field("Phone number").is_invalid());
    assert_eq!(stage.focus(), "radio Call me with a code");
}
