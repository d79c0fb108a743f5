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
        .reply(&())
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
    // what was deleted to make room is not offered to be brought back: it would be refused
    stage.press("Escape").await;
    assert!(
        !stage
            .names(Role::Button)
            .iter()
            .any(|name| name.starts_with("Undo"))
    );
    assert!(!listed(&stage).contains(&"Device 7".to_owned()));
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
