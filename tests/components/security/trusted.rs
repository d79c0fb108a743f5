//! "Don't ask again for 14 days", taken back.

use super::*;
use crate::stage::{Role, SECOND};
use contract::Code;
use wasm_bindgen_test::wasm_bindgen_test;

const RESTORE: &str = "DELETE /security/trusted-devices";
const QUESTION: &str = "Restore multi-factor authentication?";

/// A lost device would stay trusted.
#[wasm_bindgen_test]
async fn trusted_devices_are_restored_after_a_question() {
    let stage = security().await;
    stage.sees("You have 1 trusted device");
    stage.button("Restore").click().await;
    let dialog = stage.dialog(QUESTION);
    dialog.sees("It will ask for your second factor at the next sign-in.");
    dialog.button("Cancel").click().await;
    assert_eq!(stage.count_asked(RESTORE), 0);
    assert_eq!(stage.focus(), "button Restore");
    stage.press("Enter").await;
    stage.dialog(QUESTION).button("Restore").click().await;
    stage
        .asked(RESTORE)
        .reply(&SecuritySettings {
            trusted_devices: 0,
            ..settings()
        })
        .await;
    assert!(!stage.has(Role::Dialog, QUESTION));
    assert_eq!(stage.focus(), "button Restore");
    stage.sees("You have no trusted devices.");
    stage.after(SECOND).await;
    stage.announces("Restored. 1 device will ask for your second factor at the next sign-in.");
}

/// A failure would look like a success.
#[wasm_bindgen_test]
async fn a_failure_stays_in_the_dialog_and_can_be_tried_again() {
    let stage = security().await;
    stage.button("Restore").click().await;
    let dialog = stage.dialog(QUESTION);
    dialog.button("Restore").click().await;
    stage.asked(RESTORE).refuse(Code::Internal).await;
    dialog.sees("The portal ran into an error.");
    dialog.button("Restore").click().await;
    assert!(stage.is_asking(RESTORE));
    dialog.does_not_see("The portal ran into an error.");
}
