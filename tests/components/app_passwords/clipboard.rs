//! **copy password to clipboard**: each outcome is said in its own words, and none looks like another.

use super::*;
use crate::stage::clipboard;
use std::time::Duration;
use wasm_bindgen_test::wasm_bindgen_test;

const COPY: &str = "copy password to clipboard";
const COPIED: &str = "Copied: the password is on the clipboard.";
const QUESTION: &str = "You have not copied it.";

/// The password of "Desk" on the screen, with this clipboard, after the button was pressed.
async fn copy_on(kind: &str) -> (Stage, Part) {
    let (stage, dialog) = shown().await;
    clipboard::set(kind);
    dialog.button(COPY).click().await;
    (stage, dialog)
}

/// Nothing says that it is copied, all of it is selected, copying by hand works, and **close** asks
/// until then.
async fn is_not_copied(stage: &Stage, dialog: &Part) {
    dialog.does_not_see("Copied");
    assert_eq!(clipboard::selected(), PASSWORD);
    dialog.button("close").click().await;
    stage.announces(QUESTION);
    dialog.button("Go back").click().await;
    // Firefox selects nothing any more when another button has the focus
    dialog.button(COPY).click().await;
    assert_eq!(clipboard::by_hand().await, PASSWORD);
    stage.announces("Copied by hand: the whole password is on the clipboard.");
    dialog.button("close").click().await;
    stage.heading("Now set up Desk");
}

/// What is pasted into the mail application would be refused: a space, a line, a letter less.
#[wasm_bindgen_test]
async fn granted_exactly_the_letters_are_copied() {
    let (stage, dialog) = copy_on("granted").await;
    stage.announces(COPIED);
    assert_eq!(clipboard::content(), PASSWORD);
    assert!(dialog.button(COPY).has_focus());
    dialog.button("close").click().await;
    stage.heading("Now set up Desk");
}

/// A question of the browser would be overlooked, or taken for a page that hangs.
#[wasm_bindgen_test]
async fn while_the_browser_asks_it_says_what_to_click() {
    let (stage, dialog) = copy_on("asks").await;
    stage.after(Duration::from_millis(400)).await;
    stage.announces("Your browser may ask for permission: click Allow.");
    dialog.does_not_see("Copied");
    clipboard::allow().await;
    stage.announces(COPIED);
    dialog.does_not_see("Your browser may ask");
}

/// A refusal would leave a person with a password that cannot be got out.
#[wasm_bindgen_test]
async fn refused_it_is_said_and_selected_for_the_hand() {
    let (stage, dialog) = copy_on("refused").await;
    stage.announces("Not copied: the browser does not allow this page to use the clipboard.");
    stage.announces("The password is selected: press Ctrl+C.");
    is_not_copied(&stage, &dialog).await;
}

/// A question closed without an answer would be taken for "never".
#[wasm_bindgen_test]
async fn dismissed_it_says_to_press_again() {
    let (stage, dialog) = copy_on("dismissed").await;
    stage.announces("Not copied: the browser's question was closed without an answer. Press the button again and click Allow");
    is_not_copied(&stage, &dialog).await;
}

/// A failure would look like a refusal, and nobody would try again.
#[wasm_bindgen_test]
async fn a_failure_is_said_and_can_be_tried_again() {
    let (stage, dialog) = copy_on("fails").await;
    stage.announces("Not copied: the browser tried and failed.");
    assert_eq!(clipboard::selected(), PASSWORD);
    clipboard::set("granted");
    dialog.button(COPY).click().await;
    stage.announces(COPIED);
    dialog.does_not_see("Not copied");
}

/// A browser that throws would leave the button without any answer.
#[wasm_bindgen_test]
async fn a_clipboard_that_throws_is_a_failure() {
    let (stage, dialog) = copy_on("throws").await;
    stage.announces("Not copied: the browser tried and failed.");
    is_not_copied(&stage, &dialog).await;
}

/// A clipboard that an extension has replaced may give nothing to wait for.
#[wasm_bindgen_test]
async fn a_clipboard_that_gives_no_promise_counts_as_none() {
    let (stage, dialog) = copy_on("nothing").await;
    stage.announces("Not copied: this browser gives the page no access to the clipboard.");
    is_not_copied(&stage, &dialog).await;
}

/// Where nothing can be copied at all, nothing may pretend that it was.
#[wasm_bindgen_test]
async fn missing_it_is_said_and_selected_for_the_hand() {
    let (stage, dialog) = copy_on("missing").await;
    stage.announces("Not copied: this browser gives the page no access to the clipboard.");
    is_not_copied(&stage, &dialog).await;
}

/// On plain http there is no clipboard, and the browser's older command has to do.
#[wasm_bindgen_test]
async fn without_a_clipboard_the_older_way_is_said() {
    let (stage, dialog) = shown().await;
    clipboard::set("missing");
    clipboard::older_command(true);
    dialog.button(COPY).click().await;
    stage.announces("Copied with an older method of this browser. Paste it once to be sure");
    assert_eq!(clipboard::selected(), PASSWORD);
    dialog.button("close").click().await;
    stage.heading("Now set up Desk");
}
