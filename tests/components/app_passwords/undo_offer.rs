//! How long undo is offered, and to whom.

use super::{
    undo::{ANDROID, RESTORE_9, is_offered, nine_deleted},
    *,
};
use crate::stage::{SECOND, account, app_password, list_of};
use contract::{SessionState, limits};
use std::time::Duration;
use wasm_bindgen_test::wasm_bindgen_test;

/// A bar that is never closed would lie over the page.
#[wasm_bindgen_test]
async fn after_ten_seconds_nothing_is_offered_any_more() {
    let stage = nine_deleted().await;
    stage.button("create").take_focus().await;
    stage.after(Duration::from_millis(9_400)).await;
    assert!(is_offered(&stage, "9"));
    stage.after(Duration::from_millis(600)).await;
    assert!(!is_offered(&stage, "9"));
    stage.does_not_see("This can still be undone.");
    assert_eq!(stage.focus(), "button create");
}

/// Who reads slowly, or is slow with the keyboard, would come too late.
#[wasm_bindgen_test]
async fn no_time_passes_while_somebody_is_at_the_bar() {
    let stage = nine_deleted().await;
    let undo = stage.button("Undo deleting 9");
    undo.is_pointed_at(true).await;
    stage.button("create").take_focus().await;
    stage.after(SECOND * 60).await;
    assert!(is_offered(&stage, "9"));
    undo.is_pointed_at(false).await;
    undo.take_focus().await;
    stage.after(SECOND * 30).await;
    assert!(is_offered(&stage, "9"));
    stage.button("create").take_focus().await;
    stage.after(SECOND * 9).await;
    assert!(is_offered(&stage, "9"));
    stage.after(SECOND).await;
    assert!(!is_offered(&stage, "9"));
}

/// An offer that the portal refuses would be pressed in vain; its end would throw the focus on the button
/// that deletes another one.
#[wasm_bindgen_test]
async fn when_the_portals_time_is_over_that_is_said_and_the_focus_goes_to_the_next_row() {
    let stage = nine_deleted().await;
    stage.after(SECOND * limits::UNDO_SECONDS).await;
    assert!(!is_offered(&stage, "9"));
    stage.announces("9 cannot be restored: it is too late to undo this.");
    assert_eq!(stage.focused_words(), ANDROID);
}

/// A bar that nobody needs would lie over the page, above all with a large zoom.
#[wasm_bindgen_test]
async fn the_bar_can_be_closed_also_after_an_undo_that_failed() {
    let stage = nine_deleted().await;
    stage.button("Undo deleting 9").click().await;
    stage.asked(RESTORE_9).lose().await;
    stage.button("Close").click().await;
    assert!(!is_offered(&stage, "9"));
    stage.does_not_see("The portal cannot be reached.");
    assert_eq!(stage.focused_words(), ANDROID);
}

/// The chance would be lost by looking at another tab.
#[wasm_bindgen_test]
async fn the_offer_outlives_leaving_the_list() {
    let stage = nine_deleted().await;
    stage.asked(LIST).reply(&list_of(&[ANDROID])).await;
    stage.link("additional security verification").click().await;
    assert!(!is_offered(&stage, "9"));
    stage.after(SECOND * 60).await;
    stage.link("app passwords").click().await;
    stage.asked(LIST).reply(&list_of(&[ANDROID])).await;
    stage.announces("9 was deleted. This can still be undone.");
    stage.button("Undo deleting 9").click().await;
    stage.asked(RESTORE_9).reply(&app_password("9")).await;
    assert_eq!(listed(&stage).len(), 2);
}

/// The next person at this browser would read the name of what the last one deleted.
#[wasm_bindgen_test]
async fn another_person_is_offered_nothing() {
    let stage = nine_deleted().await;
    stage.asked(LIST).reply(&app_passwords()).await;
    stage.button("Sam Rivera").click().await;
    stage.button("Sign out").click().await;
    stage.asked("DELETE /session").reply(&()).await;
    let wanjiru = SessionState::SignedIn(account("Wanjiru Kamau", "wanjiru@contoso.example"));
    for (field, text) in [
        ("E-mail address", "wanjiru@contoso.example"),
        ("Password", "made-up"),
    ] {
        stage.field(field).fill(text).await;
    }
    stage.press("Enter").await;
    stage.asked("POST /session").reply(&wanjiru).await;
    stage.asked(LIST).reply(&app_passwords()).await;
    assert!(!is_offered(&stage, "9"));
}
