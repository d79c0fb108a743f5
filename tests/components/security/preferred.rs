//! "What's your preferred option?"

use super::*;
use crate::stage::{Part, SECOND, phone_only};
use contract::{Code, Method};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const QUESTION: &str = "What's your preferred option?";
const SAVE: &str = "PUT /security";
const TEXT: &str = "Text code to my authentication phone";

fn chosen(stage: &Stage) -> String {
    stage.select(QUESTION).chosen()
}

fn form(stage: &Stage) -> Part {
    stage.the(crate::stage::Role::Region, QUESTION)
}

/// The change would be lost, or be taken for saved.
#[wasm_bindgen_test]
async fn a_choice_is_saved_and_said() {
    let stage = security().await;
    assert_eq!(chosen(&stage), TEXT);
    stage.select(QUESTION).choose("Notify me through app").await;
    assert_eq!(stage.count_asked(SAVE), 0);
    stage.button("Save").click().await;
    let asked = stage.asked(SAVE);
    assert_eq!(asked.body(), json!({"preferred": "app_notification"}));
    asked
        .reply(&SecuritySettings {
            preferred: Some(Method::AppNotification),
            ..settings()
        })
        .await;
    let saved = "Saved. From your next sign-in, your preferred option is: Notify me through app.";
    stage.sees(saved);
    stage.after(SECOND).await;
    stage.announces(saved);
    assert_eq!(chosen(&stage), "Notify me through app");
}

/// A choice that was cancelled would take effect.
#[wasm_bindgen_test]
async fn cancel_puts_the_saved_option_back() {
    let stage = security().await;
    stage.select(QUESTION).choose("Call my office phone").await;
    form(&stage).button("Cancel").click().await;
    assert_eq!(chosen(&stage), TEXT);
    stage.after(SECOND).await;
    stage.announces("Change discarded.");
    form(&stage).button("Cancel").click().await;
    stage.sees("No changes to discard.");
    assert_eq!(stage.count_asked(SAVE), 0);
}

/// A way that does not work could be preferred, and the next sign-in would fail.
#[wasm_bindgen_test]
async fn an_option_that_is_not_set_up_says_why() {
    let stage = security_with(&phone_only()).await;
    let expected = [
        (
            "Notify me through app (set up the authenticator app first)",
            false,
        ),
        ("Call my authentication phone", true),
        (TEXT, true),
        (
            "Call my office phone (your administrator has not set one)",
            false,
        ),
        (
            "Use verification code from app (set up the authenticator app first)",
            false,
        ),
    ];
    let expected = expected.map(|(words, enabled)| (words.to_owned(), enabled));
    assert_eq!(stage.select(QUESTION).options(), expected);
}

/// A setting would look saved and not be.
#[wasm_bindgen_test]
async fn a_failed_save_is_said_and_keeps_the_choice() {
    let stage = security().await;
    stage.select(QUESTION).choose("Call my office phone").await;
    stage.button("Save").click().await;
    stage.asked(SAVE).refuse(Code::Internal).await;
    stage.announces("The portal ran into an error.");
    assert_eq!(chosen(&stage), "Call my office phone");
    stage.button("Save").click().await;
    stage.does_not_announce("The portal ran into an error.");
    stage.after(SECOND * 3).await;
    stage.announces("Still working…");
}

/// A screen without its data would be a riddle.
#[wasm_bindgen_test]
async fn settings_that_cannot_be_read_can_be_asked_for_again() {
    let stage = Stage::open(signed_in(), "/security").await;
    stage.asked(SETTINGS).refuse(Code::Internal).await;
    stage.announces("The portal ran into an error. Try again in a moment.");
    stage.button("Try again").click().await;
    stage.asked(SETTINGS).reply(&settings()).await;
    stage.heading(QUESTION);
    stage.does_not_see("The portal ran into an error.");
}
