//! The session ends while a password is on the screen.

use super::*;
use crate::stage::{SECOND, clipboard};
use contract::Code;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const REPORT: &str = "POST /app-passwords/id-of-Desk/delivery";

/// A report that nobody asked for would take away a password that cannot be had again.
#[wasm_bindgen_test]
async fn a_quiet_report_does_not_lead_away_from_the_password() {
    let (stage, dialog) = shown().await;
    stage.asked(REPORT).refuse(Code::NoSession).await;
    stage.after(SECOND).await;
    dialog.sees(PASSWORD);
    assert_eq!(stage.address(), HERE);
    // what the person does next leads to sign in
    dialog.button("close").click().await;
    dialog.button("Close without copying").click().await;
    stage.heading("Now set up Desk");
    stage.asked(LIST).refuse(Code::NoSession).await;
    assert!(stage.address().starts_with("/?return="));
}

/// The row of a password that is on the clipboard would call for deleting it.
#[wasm_bindgen_test]
async fn one_that_is_copied_counts_as_kept_before_the_session_ends() {
    let (stage, dialog) = shown().await;
    stage.asked(REPORT).reply(&()).await;
    clipboard::set("granted");
    dialog.button("copy password to clipboard").click().await;
    assert_eq!(stage.asked(REPORT).body(), json!({"delivery": "closed"}));
}

/// Who copied it after the session had ended would find it called lost after signing in again.
#[wasm_bindgen_test]
async fn a_report_without_a_session_is_tried_again() {
    let (stage, dialog) = shown().await;
    stage.asked(REPORT).reply(&()).await;
    clipboard::set("granted");
    dialog.button("copy password to clipboard").click().await;
    stage.asked(REPORT).refuse(Code::NoSession).await;
    stage.after(SECOND).await;
    assert_eq!(stage.asked(REPORT).body(), json!({"delivery": "closed"}));
}
