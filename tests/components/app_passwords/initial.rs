//! On the very first visit an app password is made without asking, once.

use super::*;
use crate::stage::{SECOND, list_of};
use contract::{Code, Creation};
use wasm_bindgen_test::wasm_bindgen_test;

const INITIAL: &str = "POST /app-passwords/initial";
const MAKING: &str = "Your initial app password is being created automatically";

fn first_visit() -> AppPasswordList {
    AppPasswordList {
        initial_due: true,
        ..list_of(&[])
    }
}

/// A newcomer would not be led to a first app password, or would be shown nothing while it is made.
#[wasm_bindgen_test]
async fn one_is_made_by_itself_and_shown() {
    let stage = list_with(&first_visit()).await;
    stage.announces(MAKING);
    assert!(stage.button("create").is_off());
    stage.does_not_see("You have no app passwords.");
    stage
        .asked(INITIAL)
        .reply(&created("Initial app password20160102030405"))
        .await;
    stage.after(SECOND).await;
    let dialog = stage.dialog("Your app password");
    dialog.sees("This initial app password was automatically created.");
    dialog.sees(PASSWORD);
    dialog.button("close").click().await;
    dialog.button("Close without copying").click().await;
    stage.heading("Now set up Initial app password20160102030405");
}

/// Whoever opens two windows would have two, one of them never seen.
#[wasm_bindgen_test]
async fn it_is_asked_for_once_and_another_windows_is_listed() {
    let stage = list_with(&first_visit()).await;
    stage.asked(INITIAL).refuse(Code::InitialNotDue).await;
    let made_elsewhere = AppPasswordList {
        initial_due: true,
        ..list_of(&["Initial app password"])
    };
    stage.asked(LIST).reply(&made_elsewhere).await;
    assert_eq!(stage.count_asked(INITIAL), 1);
    assert_eq!(listed(&stage), ["Initial app password"]);
    stage.does_not_see("could not be created");
    stage.does_not_see(MAKING);
}

/// A failure would leave a newcomer with nothing, or a second try with two.
#[wasm_bindgen_test]
async fn a_failure_is_said_and_tried_again_with_the_same_key() {
    let stage = list_with(&first_visit()).await;
    let first = stage.asked(INITIAL);
    let key = first.header("idempotency-key");
    first.lose().await;
    stage
        .announces("Your initial app password could not be created. The portal cannot be reached.");
    stage.button("Try again").click().await;
    stage.after(SECOND * 3).await;
    stage.announces("Still working…");
    let second = stage.asked(INITIAL);
    assert_eq!(second.header("idempotency-key"), key);
    assert_eq!(second.header("idempotency-attempt"), "2");
}

/// Where policy forbids them, a request would be sent that can only fail.
#[wasm_bindgen_test]
async fn where_they_are_forbidden_none_is_asked_for() {
    let forbidden = AppPasswordList {
        creation: Creation::Forbidden,
        ..first_visit()
    };
    let stage = list_with(&forbidden).await;
    assert!(!stage.is_asking(INITIAL));
    stage.sees("You have no app passwords.");
}

/// Whoever names one right away needs no initial one.
#[wasm_bindgen_test]
async fn none_is_made_while_another_is_being_named() {
    let stage = Stage::open(signed_in(), &format!("{HERE}/create")).await;
    stage.asked(LIST).reply(&first_visit()).await;
    stage.dialog("Create app password");
    assert!(!stage.is_asking(INITIAL));
}
