//! Pressing twice: a double click, and Enter together with a click, do a thing once.

use super::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// Going back would lead to the dialog again.
#[wasm_bindgen_test]
async fn create_pressed_twice_opens_one_dialog() {
    let stage = list().await;
    stage.button("create").double_click().await;
    stage.dialog("Create app password");
    assert_eq!(stage.steps_back(), 1);
}

/// Two app passwords, of which one nobody has seen.
#[wasm_bindgen_test]
async fn next_pressed_twice_makes_one() {
    let stage = list().await;
    let dialog = creating(&stage).await;
    dialog.field("Name").fill("Desk").await;
    dialog.button("next").double_click().await;
    dialog
        .field("Name")
        .enter_and_click(&dialog.button("next"))
        .await;
    assert_eq!(stage.count_asked(CREATE), 1);
}

/// The neighbour in the list would be deleted too.
#[wasm_bindgen_test]
async fn delete_pressed_twice_deletes_one() {
    let stage = list().await;
    stage.button("Delete 9").double_click().await;
    let dialog = stage.dialog("Delete 9?");
    dialog.button("Delete").double_click().await;
    assert_eq!(stage.count_asked("DELETE /app-passwords/id-of-9"), 1);
}

/// What is under the button of a dialog that closes would be pressed.
#[wasm_bindgen_test]
async fn close_pressed_twice_leads_on_once() {
    let (stage, dialog) = shown().await;
    crate::stage::clipboard::set("granted");
    dialog.button("copy password to clipboard").click().await;
    let before = stage.steps_back();
    dialog.button("close").double_click().await;
    stage.heading("Now set up Desk");
    assert!(stage.steps_back() <= before + 1);
}
