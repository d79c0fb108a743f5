//! The list itself: read, read again, changed elsewhere.

use super::*;
use crate::stage::{SECOND, list_of};
use contract::Code;
use wasm_bindgen_test::wasm_bindgen_test;

/// A screen without its data would be a riddle.
#[wasm_bindgen_test]
async fn a_list_that_cannot_be_read_can_be_asked_for_again() {
    let stage = Stage::open(signed_in(), HERE).await;
    stage.announces("Loading…");
    stage.asked(LIST).refuse(Code::Internal).await;
    stage.announces("The portal ran into an error. Try again in a moment.");
    stage.does_not_see("You have no app passwords.");
    stage.button("Try again").click().await;
    stage.asked(LIST).reply(&app_passwords()).await;
    assert_eq!(listed(&stage).len(), 3);
}

/// One lost packet would put an error where the list should be.
#[wasm_bindgen_test]
async fn reading_is_tried_once_more_when_the_network_fails() {
    let stage = Stage::open(signed_in(), HERE).await;
    stage.asked(LIST).lose().await;
    stage.after(SECOND).await;
    stage.asked(LIST).reply(&app_passwords()).await;
    assert_eq!(listed(&stage).len(), 3);
}

/// A change that another window made would not be seen under the same row.
#[wasm_bindgen_test]
async fn a_row_shows_what_changed_elsewhere() {
    let stage = list().await;
    let before = stage.button("Delete 9").0;
    stage.after(SECOND).await;
    stage.come_back().await;
    let mut list = app_passwords();
    list.items[0].name = "Desk".into();
    stage.asked(LIST).reply(&list).await;
    assert_eq!(listed(&stage)[0], "Desk");
    let rows = stage.names(Role::Row);
    assert!(rows.iter().any(|row| row.starts_with("Desk")), "{rows:?}");
    assert_eq!(
        stage.button("Delete Desk").0,
        before,
        "the row is another one"
    );
}

/// An answer that is older than a delete would bring the row back for a moment.
#[wasm_bindgen_test]
async fn a_quiet_refresh_that_fails_leaves_the_list() {
    let stage = list().await;
    stage.after(SECOND).await;
    stage.come_back().await;
    stage.asked(LIST).refuse(Code::Internal).await;
    assert_eq!(listed(&stage).len(), 3);
    stage.does_not_see("The portal ran into an error.");
}

/// Nobody would know what to do first.
#[wasm_bindgen_test]
async fn an_empty_list_says_how_to_make_one() {
    let stage = list_with(&list_of(&[])).await;
    stage.sees("You have no app passwords. Press create to make one.");
    assert!(!stage.has(Role::Table, ""));
}
