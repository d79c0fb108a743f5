//! A create whose outcome is unknown: the next press asks for the same one again.

use super::*;
use crate::stage::{Asked, SECOND};
use contract::{Code, Problem, Secret};
use wasm_bindgen_test::wasm_bindgen_test;

fn key(asked: &Asked) -> (String, String) {
    (
        asked.header("idempotency-key"),
        asked.header("idempotency-attempt"),
    )
}

/// The list, with a create of "Desk" that is under way.
async fn asked_for_desk() -> (Stage, Part, Asked) {
    let stage = list().await;
    let dialog = creating(&stage).await;
    name(&dialog, "Desk").await;
    let asked = stage.asked(CREATE);
    assert_eq!(asked.header("idempotency-attempt"), "1");
    (stage, dialog, asked)
}

const MAY_BE_DONE: &str = "Your request may or may not have been carried out.";

/// "Nothing was changed" would be believed, though one may have been made.
#[wasm_bindgen_test]
async fn what_may_have_been_done_is_not_called_undone() {
    let (stage, dialog, asked) = asked_for_desk().await;
    asked.lose().await;
    stage.announces(MAY_BE_DONE);
    dialog.does_not_see("Nothing was changed");
    dialog.button("Cancel").click().await;
    stage.button("Delete 9").click().await;
    let dialog = stage.dialog("Delete 9?");
    dialog.button("Delete").click().await;
    let asked = stage.asked("DELETE /app-passwords/id-of-9");
    asked.send(503, "<html>a proxy</html>").await;
    stage.announces(MAY_BE_DONE);
    dialog.does_not_see("What you typed");
}

/// Nothing was asked for but to read: it would be looked for in vain.
#[wasm_bindgen_test]
async fn reading_that_fails_claims_nothing() {
    let stage = Stage::open(signed_in(), HERE).await;
    stage.asked(LIST).send(503, "<html>a proxy</html>").await;
    stage.announces("The portal is busy. Try again in a moment.");
    stage.does_not_see("What you typed");
    stage.does_not_see(MAY_BE_DONE);
}

/// Who is signed in would sign in again, for nothing.
#[wasm_bindgen_test]
async fn too_many_tries_sends_nobody_to_sign_in() {
    let (stage, _, asked) = asked_for_desk().await;
    let problem = Problem {
        retry_after: Some(120),
        ..Problem::new(Code::TooManyTries)
    };
    asked.refuse_with(problem).await;
    stage.announces("Your app passwords keep working. Try again in 2 minutes.");
    stage.does_not_see(MAY_BE_DONE);
}

/// A lost reply would make two, of which one was never seen.
#[wasm_bindgen_test]
async fn a_lost_reply_is_asked_for_again_with_the_same_key() {
    let (stage, dialog, first) = asked_for_desk().await;
    let (before, _) = key(&first);
    first.lose().await;
    stage.announces("The portal cannot be reached.");
    assert_eq!(dialog.field("Name").value(), "Desk");
    dialog.button("next").click().await;
    let second = stage.asked(CREATE);
    assert_eq!(key(&second), (before, "2".to_owned()));
    second.reply(&created("Desk")).await;
    stage.dialog("Your app password").sees(PASSWORD);
}

/// Half of an answer is no answer.
#[wasm_bindgen_test]
async fn half_a_reply_is_asked_for_again_with_the_same_key() {
    let (stage, dialog, first) = asked_for_desk().await;
    let (before, _) = key(&first);
    first.send(200, "{\"item\":{\"id\":").await;
    stage.announces("The portal sent a reply that this page cannot read.");
    dialog.button("next").click().await;
    assert_eq!(key(&stage.asked(CREATE)), (before, "2".to_owned()));
}

/// The first reply comes after the second: the password on the screen must be the one that works.
#[wasm_bindgen_test]
async fn a_late_reply_does_not_change_the_password_shown() {
    let (stage, dialog, first) = asked_for_desk().await;
    stage.after(SECOND * 15).await;
    stage.announces("The portal has not responded for 15 seconds.");
    dialog.button("next").click().await;
    let second = stage.asked(CREATE);
    assert_eq!(key(&second).0, key(&first).0);
    second.reply(&created("Desk")).await;
    let mut late = created("Desk");
    late.password = Secret::new("zzzzzzzzzzzzzzzz".to_owned());
    first.reply(&late).await;
    stage.dialog("Your app password").sees(PASSWORD);
    stage.does_not_see("zzzz");
}

/// A refusal, or another name, begins a new one: the old key would be refused.
#[wasm_bindgen_test]
async fn another_name_or_a_refusal_begins_with_a_new_key() {
    let (stage, dialog, first) = asked_for_desk().await;
    let (before, _) = key(&first);
    first.lose().await;
    name(&dialog, "Sofa").await;
    let second = stage.asked(CREATE);
    let (other, attempt) = key(&second);
    assert!(other != before && attempt == "1");
    second.refuse(Code::NameTaken).await;
    dialog.button("next").click().await;
    let (third, attempt) = key(&stage.asked(CREATE));
    assert!(third != other && attempt == "1");
}

/// A password that comes after its dialog was left can be seen by nobody, and would count.
#[wasm_bindgen_test]
async fn one_that_comes_after_the_dialog_was_left_is_deleted() {
    let (stage, dialog, asked) = asked_for_desk().await;
    dialog.button("Cancel").click().await;
    asked.reply(&created("Desk")).await;
    assert!(!stage.has(Role::Dialog, "Your app password"));
    stage
        .asked("DELETE /app-passwords/id-of-Desk")
        .reply(&deleted())
        .await;
    assert!(stage.is_asking(LIST));
    assert!(!stage.kept().contains(PASSWORD));
}

/// A list that the portal knows better would be believed.
#[wasm_bindgen_test]
async fn a_password_that_was_shown_elsewhere_is_said_and_listed() {
    let (stage, _, asked) = asked_for_desk().await;
    asked.refuse(Code::AlreadyShown).await;
    stage.announces("This app password was created and has been shown; it cannot be shown again.");
    assert!(stage.is_asking(LIST));
}
