//! **close**, and copying by hand, which counts as copied.

use super::*;
use crate::stage::clipboard;
use contract::Delivery;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const QUESTION: &str = "You have not copied it. It will not be shown again.";
const REPORT: &str = "POST /app-passwords/id-of-Desk/delivery";

/// A password copied in part would be refused later, far from here.
#[wasm_bindgen_test]
async fn by_hand_the_whole_password_is_copied_and_counts() {
    let (stage, dialog) = shown().await;
    clipboard::select_part(&PASSWORD[4..8]);
    assert_eq!(clipboard::by_hand().await, PASSWORD);
    stage.announces("Copied by hand: the whole password is on the clipboard.");
    dialog.button("close").click().await;
    stage.heading("Now set up Desk");
}

/// One wrong press would lose a password that cannot be had again.
#[wasm_bindgen_test]
async fn without_copying_close_asks_first() {
    let (stage, dialog) = shown().await;
    dialog.button("close").click().await;
    stage.announces(QUESTION);
    // the answer that loses nothing has the focus
    assert_eq!(stage.focus(), "button Go back");
    stage.press("Enter").await;
    assert_eq!(stage.focus(), "button close");
    dialog.sees(PASSWORD);
    dialog.does_not_see(QUESTION);
}

/// A browser closes a dialog on the second Escape whatever the page says.
#[wasm_bindgen_test]
async fn escape_asks_and_takes_its_question_back() {
    let (stage, dialog) = shown().await;
    for _ in 0..3 {
        stage.press("Escape").await;
        stage.announces(QUESTION);
        stage.press("Escape").await;
        dialog.does_not_see(QUESTION);
        dialog.sees(PASSWORD);
    }
    // whoever copies then is not asked any more
    stage.press("Escape").await;
    clipboard::set("granted");
    dialog.button("copy password to clipboard").click().await;
    dialog.does_not_see(QUESTION);
    stage.press("Escape").await;
    stage.heading("Now set up Desk");
}

/// Whoever means it would be held up for ever.
#[wasm_bindgen_test]
async fn it_can_be_closed_without_copying() {
    let (stage, dialog) = shown().await;
    dialog.button("close").click().await;
    dialog.button("Close without copying").click().await;
    stage.heading("Now set up Desk");
    assert!(!stage.kept().contains(PASSWORD));
}

/// The question comes up exactly under the pointer: a double click on **close** would lose the password.
#[wasm_bindgen_test]
async fn a_double_click_on_close_loses_nothing() {
    let (stage, dialog) = shown().await;
    dialog.button("close").click().await;
    dialog.button("Close without copying").second_click().await;
    stage.announces(QUESTION);
    dialog.sees(PASSWORD);
}

/// A heading that is named later, when the focus is already on it, is heard without its name.
#[wasm_bindgen_test]
async fn what_follows_is_named_when_the_focus_arrives() {
    let (stage, dialog) = shown().await;
    assert_eq!(stage.focus(), "heading Your app password");
    dialog.button("close").click().await;
    dialog.button("Close without copying").click().await;
    assert_eq!(stage.focus(), "heading Now set up Desk");
    assert_eq!(stage.address(), format!("{HERE}/set-up?id=id-of-Desk"));
}

/// The list would call a password lost that was kept, or the other way round.
#[wasm_bindgen_test]
async fn the_portal_is_told_that_it_was_shown_and_closed() {
    let (stage, dialog) = shown().await;
    let asked = stage.asked(REPORT);
    assert_eq!(asked.body(), json!({"delivery": "shown"}));
    asked.reply(&()).await;
    dialog.button("close").click().await;
    dialog.button("Close without copying").click().await;
    assert_eq!(stage.asked(REPORT).body(), json!({"delivery": "closed"}));
}

/// A password that nobody can have kept would look like the others.
#[wasm_bindgen_test]
async fn one_that_was_not_closed_is_called_lost_in_the_list() {
    let mut list = app_passwords();
    list.items[0].delivery = Delivery::Shown;
    let stage = list_with(&list).await;
    let lost = stage
        .names(Role::Row)
        .into_iter()
        .filter(|row| row.contains("cannot be shown again"));
    assert_eq!(lost.count(), 1);
    stage.sees("cannot be shown again: delete it or make another");
}
