//! Deleted, with time to undo.

use super::*;
use crate::stage::{SECOND, app_password, list_of};
use contract::{Code, DeletedAppPassword};
use wasm_bindgen_test::wasm_bindgen_test;

pub(super) const DELETE_9: &str = "DELETE /app-passwords/id-of-9";
pub(super) const RESTORE_9: &str = "POST /app-passwords/id-of-9/restore";
pub(super) const ANDROID: &str = "Android Type Mail App";

/// Asks to delete this one, and says yes.
pub(super) async fn delete(stage: &Stage, named: &str) -> Part {
    stage.button(&format!("Delete {named}")).click().await;
    let dialog = stage.dialog(&format!("Delete {named}?"));
    dialog.button("Delete").click().await;
    dialog
}

/// The list, with "9" just deleted.
pub(super) async fn nine_deleted() -> Stage {
    let stage = list().await;
    delete(&stage, "9").await;
    stage.asked(DELETE_9).reply(&deleted()).await;
    stage
}

pub(super) fn is_offered(stage: &Stage, named: &str) -> bool {
    stage.has(Role::Button, &format!("Undo deleting {named}"))
}

/// One press would stop the mail on a device.
#[wasm_bindgen_test]
async fn deleting_asks_first_and_says_what_stops() {
    let stage = list().await;
    stage.button("Delete 9").click().await;
    let dialog = stage.dialog("Delete 9?");
    dialog.sees("Any mail application that uses it will no longer be able to sign in.");
    assert_eq!(stage.focus(), "button Cancel");
    stage.press("Enter").await;
    assert_eq!(stage.focus(), "button Delete 9");
    assert_eq!(stage.count_asked(DELETE_9), 0);
}

/// A slip of the finger would cost a new password on every device.
#[wasm_bindgen_test]
async fn undo_brings_the_same_row_back() {
    let stage = nine_deleted().await;
    assert_eq!(listed(&stage), [ANDROID, "Initial app password"]);
    stage.announces("9 was deleted. This can still be undone.");
    // with forty rows it would be 39 tabs away
    assert_eq!(stage.focus(), "button Undo deleting 9");
    stage.press("Enter").await;
    stage.asked(RESTORE_9).reply(&app_password("9")).await;
    stage.announces("9 is back, and its password works again.");
    assert_eq!(stage.focused_words(), "9");
    assert!(!is_offered(&stage, "9"));
    assert_eq!(listed(&stage).len(), 3);
}

/// Nobody would say why nothing happens.
#[wasm_bindgen_test]
async fn what_cannot_come_back_says_why() {
    for (code, why) in [
        (Code::NameTaken, "another app password has its name now."),
        (Code::NotFound, "it is too late to undo this."),
        (
            Code::LimitReached,
            "you have reached the limit of app passwords.",
        ),
    ] {
        let stage = nine_deleted().await;
        stage.button("Undo deleting 9").click().await;
        stage.asked(RESTORE_9).refuse(code).await;
        stage.announces(&format!("9 cannot be restored: {why}"));
        assert!(!is_offered(&stage, "9"));
        assert_eq!(stage.focus(), "button Close");
        stage.press("Enter").await;
        assert!(!stage.has(Role::Button, "Close"));
        assert_eq!(stage.focused_words(), ANDROID);
    }
}

/// A failed undo would be given up though it can be tried again.
#[wasm_bindgen_test]
async fn an_undo_that_fails_can_be_tried_again() {
    let stage = nine_deleted().await;
    stage.button("Undo deleting 9").click().await;
    stage.asked(RESTORE_9).lose().await;
    stage.announces("The portal cannot be reached.");
    stage.button("Undo deleting 9").click().await;
    stage.asked(RESTORE_9).reply(&app_password("9")).await;
    assert_eq!(listed(&stage).len(), 3);
}

/// The bar of the one before would name the wrong one.
#[wasm_bindgen_test]
async fn the_newest_is_offered() {
    let stage = nine_deleted().await;
    delete(&stage, ANDROID).await;
    stage
        .asked(&format!("DELETE /app-passwords/id-of-{ANDROID}"))
        .reply(&deleted())
        .await;
    assert!(is_offered(&stage, ANDROID) && !is_offered(&stage, "9"));
    stage.announces("Android Type Mail App was deleted. This can still be undone.");
}

/// Who deletes what another window has deleted would be offered what cannot be.
#[wasm_bindgen_test]
async fn one_that_was_gone_before_is_said_and_not_offered() {
    let stage = list().await;
    delete(&stage, "9").await;
    stage.asked(DELETE_9).refuse(Code::NotFound).await;
    stage.announces("9 had already been deleted in another window.");
    assert!(!is_offered(&stage, "9"));
    assert_eq!(listed(&stage).len(), 2);
}

/// An undo that the portal refuses would be offered: the first try is what deleted it.
#[wasm_bindgen_test]
async fn the_time_to_undo_is_what_the_portal_says() {
    let stage = list().await;
    let dialog = delete(&stage, "9").await;
    stage.asked(DELETE_9).lose().await;
    dialog.sees("The portal cannot be reached.");
    dialog.button("Delete").click().await;
    let left = DeletedAppPassword { undo_seconds: 3 };
    stage.asked(DELETE_9).reply(&left).await;
    stage.announces("9 was deleted. This can still be undone.");
    assert_eq!(stage.focus(), "button Undo deleting 9");
    stage.after(SECOND * 3).await;
    assert!(!is_offered(&stage, "9"));
}

/// One's own delete, whose reply was lost, would be called another window's.
#[wasm_bindgen_test]
async fn a_delete_whose_reply_was_lost_counts_as_ones_own() {
    let stage = list().await;
    let dialog = delete(&stage, "9").await;
    stage.asked(DELETE_9).lose().await;
    dialog.button("Delete").click().await;
    stage.asked(DELETE_9).refuse(Code::NotFound).await;
    stage.announces("9 was deleted.");
    assert!(!is_offered(&stage, "9"));
}

/// After a slow answer the time for it is over.
#[wasm_bindgen_test]
async fn after_a_slow_delete_nothing_is_offered() {
    let stage = list().await;
    delete(&stage, "9").await;
    stage.after(SECOND * 10).await;
    stage.announces("Still working… please be patient.");
    let left = DeletedAppPassword { undo_seconds: 10 };
    stage.asked(DELETE_9).reply(&left).await;
    stage.announces("9 was deleted.");
    assert!(!is_offered(&stage, "9"));
    assert_eq!(stage.focused_words(), ANDROID);
}

/// A row would go away seconds after its dialog, without a word and without a way back.
#[wasm_bindgen_test]
async fn a_delete_that_comes_after_its_dialog_was_left_is_said_and_can_be_undone() {
    let stage = list().await;
    delete(&stage, "9").await;
    stage.press("Escape").await;
    assert!(!stage.has(Role::Dialog, "Delete 9?"));
    stage.after(SECOND * 4).await;
    stage.asked(DELETE_9).reply(&deleted()).await;
    stage.announces("9 was deleted. This can still be undone.");
    assert_eq!(stage.focus(), "button Undo deleting 9");
}

/// Who has gone on to something else would be torn away from it.
#[wasm_bindgen_test]
async fn a_late_delete_leaves_the_focus_where_the_person_is() {
    let stage = list().await;
    delete(&stage, "9").await;
    stage.press("Escape").await;
    stage.button("Delete Initial app password").click().await;
    stage.asked(DELETE_9).reply(&deleted()).await;
    let dialog = stage.dialog("Delete Initial app password?");
    assert!(dialog.button("Cancel").has_focus());
    assert!(is_offered(&stage, "9"));
}

/// Who has left the list would not hear of it.
#[wasm_bindgen_test]
async fn a_delete_that_comes_after_the_list_was_left_is_said() {
    let stage = list().await;
    delete(&stage, "9").await;
    stage.press("Escape").await;
    stage.link("additional security verification").click().await;
    stage.heading("Additional security verification");
    stage.asked(DELETE_9).reply(&deleted()).await;
    stage.announces("9 was deleted.");
}

/// What was deleted to make room would be gone without a word once the dialog is left.
#[wasm_bindgen_test]
async fn a_late_delete_at_the_limit_is_said_and_can_be_undone() {
    let mut full = app_passwords();
    full.limit = full.items.len();
    let stage = list_with(&full).await;
    stage.button("create").click().await;
    let dialog = stage.dialog("Delete an app password first");
    dialog.button("Delete 9").click().await;
    dialog.button("Delete").click().await;
    stage.press("Escape").await;
    stage.asked(DELETE_9).reply(&deleted()).await;
    stage.announces("9 was deleted. This can still be undone.");
    assert!(is_offered(&stage, "9"));
}

/// The last row's button is gone, and with it the place of a keyboard user.
#[wasm_bindgen_test]
async fn deleting_the_last_one_says_so_and_keeps_the_focus() {
    let stage = list_with(&list_of(&["9"])).await;
    delete(&stage, "9").await;
    stage.asked(DELETE_9).reply(&deleted()).await;
    stage.sees("You have no app passwords. Press create to make one.");
    assert_eq!(stage.focus(), "button Undo deleting 9");
    stage.button("Close").click().await;
    assert_eq!(stage.focus(), "heading App passwords");
}
