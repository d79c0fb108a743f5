//! Leaving while a password is on the screen: it cannot be had again.

use super::*;
use crate::stage::{SECOND, clipboard};
use contract::Code;
use wasm_bindgen_test::wasm_bindgen_test;

const QUESTION: &str = "You have not copied it. It will not be shown again.";

/// A reload, or a tab that is closed by a slip, would lose the password.
#[wasm_bindgen_test]
async fn the_browser_asks_until_it_is_copied() {
    let stage = list().await;
    assert!(!stage.asks_before_leaving());
    let (stage, dialog) = shown().await;
    assert!(stage.asks_before_leaving());
    clipboard::set("granted");
    dialog.button("copy password to clipboard").click().await;
    assert!(!stage.asks_before_leaving());
}

/// Whoever decided to close it without copying would be asked again on every later page.
#[wasm_bindgen_test]
async fn what_was_closed_is_not_asked_about() {
    let (stage, dialog) = shown().await;
    dialog.button("close").click().await;
    dialog.button("Close without copying").click().await;
    assert!(!stage.asks_before_leaving());
}

/// A slip on a mouse's side button would lose the password.
#[wasm_bindgen_test]
async fn going_back_asks_in_the_page_and_leads_nowhere() {
    let (stage, dialog) = shown().await;
    for _ in 0..2 {
        stage.go_back_to("/apps").await;
        stage.announces(QUESTION);
        assert_eq!(stage.focus(), "button Go back");
        dialog.sees(PASSWORD);
        assert_eq!(stage.address(), HERE);
    }
    dialog.button("Go back").click().await;
    dialog.does_not_see(QUESTION);
    dialog.sees(PASSWORD);
}

/// Back would never lead back.
#[wasm_bindgen_test]
async fn after_copying_back_leads_back() {
    let (stage, dialog) = shown().await;
    clipboard::set("granted");
    dialog.button("copy password to clipboard").click().await;
    stage.go_back_to("/apps").await;
    stage.heading("Apps");
    assert!(!stage.kept().contains(PASSWORD));
}

/// A list that was asked for before would take the password away with its answer.
#[wasm_bindgen_test]
async fn no_answer_leads_away_from_the_password() {
    for code in [Code::NoSession, Code::OtherAccount] {
        let stage = list().await;
        stage.after(SECOND).await;
        stage.come_back().await;
        let late = stage.asked(LIST);
        name(&creating(&stage).await, "Desk").await;
        stage.asked(CREATE).reply(&created("Desk")).await;
        late.refuse(code).await;
        stage.dialog("Your app password").sees(PASSWORD);
        stage.sees("Sam Rivera");
        assert_eq!(stage.address(), HERE);
        assert_eq!(stage.session(), Session::Known(signed_in()));
    }
}
