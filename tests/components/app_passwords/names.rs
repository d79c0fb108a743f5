//! The name: what is refused, why, and that nothing typed is lost over it.

use super::*;
use contract::{Code, Field, Problem};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const TAKEN: &str = "You already have an app password with this name. Choose another name.";

/// The field is wrong, says why, and has the focus with what was typed.
fn is_refused(stage: &Stage, typed: &str, words: &str) {
    let field = stage.field("Name");
    assert!(field.is_invalid() && field.has_focus(), "{typed:?}");
    assert!(
        field.description().contains(words),
        "{}",
        field.description()
    );
    assert_eq!(field.value(), typed);
    stage.announces(words);
}

/// Whoever mistypes would have to guess what is wrong, or type it all again.
#[wasm_bindgen_test]
async fn a_name_that_cannot_be_is_explained_and_not_sent() {
    let stage = list().await;
    let dialog = creating(&stage).await;
    let field = dialog.field("Name");
    assert!(field.has_focus());
    assert!(
        field
            .description()
            .contains("easy to remember (iPhone Mail, Android Mail, etc)")
    );
    for (typed, words) in [
        (
            "",
            "Enter a name, so that you can tell this app password from the others.",
        ),
        ("   ", "Enter a name, so that"),
        (
            &*"n".repeat(65),
            "The name is longer than 64 characters. Shorten it.",
        ),
        ("a\u{7}b", "The name contains an invisible character."),
        (
            "Desk\u{202e}liaM",
            "The name contains an invisible character.",
        ),
        ("a\u{2066}b", "The name contains an invisible character."),
    ] {
        name(&dialog, typed).await;
        is_refused(&stage, typed, words);
        field.fill(&format!("{typed}x")).await;
        assert!(
            !field.is_invalid(),
            "typing on does not take the complaint back"
        );
    }
    assert_eq!(stage.count_asked(CREATE), 0);
}

/// Orca reads no alert in Firefox whose words change: only one that appears.
#[wasm_bindgen_test]
async fn each_refusal_is_an_alert_that_appears() {
    let stage = list().await;
    let dialog = creating(&stage).await;
    let mut before = None;
    for _ in 0..2 {
        name(&dialog, "9").await;
        stage
            .asked(CREATE)
            .refuse_with(Problem::about(Code::NameTaken, Field::Name))
            .await;
        is_refused(&stage, "9", TAKEN);
        let alert = dialog.the(Role::Alert, TAKEN).0;
        assert_ne!(before, Some(alert.clone()));
        before = Some(alert);
    }
}

/// A name of one's own language would be refused or come out different.
#[wasm_bindgen_test]
async fn any_other_name_is_sent_and_shown_as_it_was_typed() {
    let longest = format!("{}é📱", "n".repeat(62));
    for typed in [&*longest, "📱", "<b>Büro</b> & \"Küche\""] {
        let stage = list().await;
        name(&creating(&stage).await, typed).await;
        let asked = stage.asked(CREATE);
        assert_eq!(asked.body(), json!({"name": typed}));
        asked.reply(&created(typed)).await;
        stage.dialog("Your app password").sees(typed);
    }
}

/// Nobody who makes one for a telephone would know what to call it.
#[wasm_bindgen_test]
async fn a_suggested_name_fills_the_field() {
    let stage = list_with(&crate::stage::list_of(&["iphone mail"])).await;
    let dialog = creating(&stage).await;
    assert!(
        !dialog.has(Role::Button, "iPhone Mail"),
        "a name in use is suggested"
    );
    dialog.button("Android Mail").click().await;
    let field = dialog.field("Name");
    assert!(field.has_focus());
    assert_eq!(field.value(), "Android Mail");
}

/// Escape ends the choice of an input method; the dialog, and what was typed, would go with it.
#[wasm_bindgen_test]
async fn escape_while_composing_keeps_the_dialog() {
    let stage = list().await;
    let field = creating(&stage).await.field("Name");
    field.fill("ニ").await;
    field.key_while_composing("Escape").await;
    assert!(stage.has(Role::Dialog, "Create app password"));
    field.key("Escape").await;
    assert!(!stage.has(Role::Dialog, "Create app password"));
    assert_eq!(stage.focus(), "button create");
}

/// What was typed would be lost by looking something up.
#[wasm_bindgen_test]
async fn a_failure_keeps_the_name_and_says_so() {
    let stage = list().await;
    let dialog = creating(&stage).await;
    name(&dialog, "Desk").await;
    assert!(!dialog.field("Name").is_invalid());
    stage.asked(CREATE).refuse(Code::Internal).await;
    stage.announces("The portal ran into an error. Try again in a moment. Your request may or may not have been carried out.");
    assert_eq!(dialog.field("Name").value(), "Desk");
    dialog.button("next").click().await;
    stage.after(crate::stage::SECOND * 3).await;
    stage.announces("Still working… please be patient.");
}
