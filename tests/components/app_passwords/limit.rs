//! Forty is the limit, with a way through it.

use super::*;
use contract::Code;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const FIRST: &str = "Delete an app password first";

fn forty() -> AppPasswordList {
    let names: Vec<String> = (1..=40).map(|number| format!("Device {number}")).collect();
    crate::stage::list_of(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Chooses this one to make room, and says yes.
async fn make_room(stage: &Stage, named: &str) {
    let dialog = stage.dialog(FIRST);
    dialog
        .sees("Currently there is a limit of 40 App passwords per user, and you have reached it.");
    dialog.button(&format!("Delete {named}")).click().await;
    dialog.heading(&format!("Delete {named}?"));
    dialog.button("Delete").click().await;
    stage
        .asked(&format!("DELETE /app-passwords/id-of-{named}"))
        .reply(&deleted())
        .await;
    stage.announces(&format!("{named} was deleted."));
}

/// Somebody with forty could make no new one, or would lose one without being asked.
#[wasm_bindgen_test]
async fn at_the_limit_one_has_to_go_first() {
    let stage = list_with(&forty()).await;
    stage.button("create").click().await;
    let dialog = stage.dialog(FIRST);
    assert_eq!(stage.focus(), format!("heading {FIRST}"));
    // thinking again deletes nothing
    dialog.button("Delete Device 7").click().await;
    assert_eq!(stage.focus(), "button Cancel");
    stage.press("Enter").await;
    assert_eq!(stage.focus(), format!("heading {FIRST}"));
    assert!(!stage.is_asking("DELETE /app-passwords/id-of-Device 7"));
    make_room(&stage, "Device 7").await;
    let field = stage.dialog("Create app password").field("Name");
    assert!(field.has_focus());
}

/// What was deleted for an app password that is not made would be gone for nothing.
#[wasm_bindgen_test]
async fn what_made_room_can_come_back_if_the_room_is_not_used() {
    const UNDO: &str = "Undo deleting Device 7";
    let stage = list_with(&forty()).await;
    stage.button("create").click().await;
    make_room(&stage, "Device 7").await;
    assert!(!stage.has(Role::Button, UNDO));
    stage.press("Escape").await;
    stage.announces("Device 7 was deleted. This can still be undone.");
    stage.button(UNDO).click().await;
    stage
        .asked("POST /app-passwords/id-of-Device 7/restore")
        .reply(&crate::stage::app_password("Device 7"))
        .await;
    assert_eq!(listed(&stage).len(), 40);
}

/// It would be refused: its place is taken.
#[wasm_bindgen_test]
async fn what_made_room_is_not_offered_once_the_room_is_used() {
    let stage = list_with(&forty()).await;
    stage.button("create").click().await;
    make_room(&stage, "Device 7").await;
    name(&stage.dialog("Create app password"), "Desk").await;
    stage.asked(CREATE).reply(&created("Desk")).await;
    let dialog = stage.dialog("Your app password");
    dialog.button("close").click().await;
    dialog.button("Close without copying").click().await;
    stage.link("App passwords").click().await;
    stage.asked(LIST).reply(&forty()).await;
    assert!(!stage.has(Role::Button, "Undo deleting Device 7"));
}

/// The limit may come between typing and sending; what was typed would be lost.
#[wasm_bindgen_test]
async fn the_name_typed_outlives_the_limit() {
    let mut almost = forty();
    almost.items.pop();
    let stage = list_with(&almost).await;
    name(&creating(&stage).await, "Mine").await;
    stage.asked(CREATE).refuse(Code::LimitReached).await;
    stage.asked(LIST).reply(&forty()).await;
    make_room(&stage, "Device 1").await;
    let dialog = stage.dialog("Create app password");
    assert_eq!(dialog.field("Name").value(), "Mine");
    dialog.button("next").click().await;
    assert_eq!(stage.asked(CREATE).body(), json!({"name": "Mine"}));
}

/// A failure would look like a delete.
#[wasm_bindgen_test]
async fn making_room_that_fails_says_so() {
    let stage = list_with(&forty()).await;
    stage.button("create").click().await;
    let dialog = stage.dialog(FIRST);
    dialog.button("Delete Device 7").click().await;
    dialog.button("Delete").click().await;
    stage
        .asked("DELETE /app-passwords/id-of-Device 7")
        .refuse(Code::Internal)
        .await;
    dialog.sees("The portal ran into an error.");
    dialog.button("Cancel").click().await;
    dialog.button("Cancel").click().await;
    assert_eq!(listed(&stage).len(), 40);
}
