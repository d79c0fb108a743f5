//! The session ends while a password is on the screen.

use super::*;
use crate::stage::SECOND;
use contract::Code;
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
