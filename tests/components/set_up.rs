//! An account without a second factor sets one up to finish signing in.

use crate::stage::{
    Role, SECOND, Stage, authenticator_key, code_sent, phone_only, signed_in, to_set_up,
};
use contract::{Code, Field, Problem};
use wasm_bindgen_test::wasm_bindgen_test;

const SESSION: &str = "GET /session";
const SEND: &str = "POST /security/phones/verification";
const CONFIRM: &str = "POST /security/phones/confirmation";

async fn set_up() -> Stage {
    Stage::open(to_set_up(), "/set-up").await
}

/// A person could use the portal without a second factor.
#[wasm_bindgen_test]
async fn every_other_address_leads_to_setting_up() {
    for address in [
        "/security/app-passwords",
        "/apps",
        "/profile",
        "/security",
        "/verify",
        "/",
    ] {
        let stage = Stage::open(to_set_up(), address).await;
        stage.heading("Set up your second factor");
        assert!(stage.address().starts_with("/set-up"), "{address} is open");
        assert!(
            !stage.has(Role::Button, "Sam Rivera"),
            "the account menu is there"
        );
    }
}

/// New people could not get in at all.
#[wasm_bindgen_test]
async fn a_phone_that_is_confirmed_signs_in() {
    let stage = set_up().await;
    stage.button("Set up authentication phone").click().await;
    let dialog = stage.dialog("Authentication phone");
    dialog.field("Phone number").fill("+1 555 555 0199").await;
    dialog.button("Send code").click().await;
    stage.asked(SEND).reply(&code_sent("+15555550199")).await;
    dialog.field("Code").fill("123456").await;
    dialog.button("Confirm").click().await;
    let wrong = Problem {
        tries_left: Some(4),
        ..Problem::about(Code::WrongCode, Field::Code)
    };
    stage.asked(CONFIRM).refuse_with(wrong).await;
    assert!(
        dialog
            .field("Code")
            .description()
            .contains("You have 4 tries left.")
    );
    stage.press("Enter").await;
    stage.asked(CONFIRM).reply(&phone_only()).await;
    stage.announces("Your second factor is set up.");
    stage.announces("Signing you in…");
    stage.asked(SESSION).reply(&signed_in()).await;
    stage.heading("Apps");
    stage.button("Sam Rivera");
}

/// Whoever has no telephone to give could not get in, or would have to find the place again.
#[wasm_bindgen_test]
async fn an_authenticator_app_leads_to_where_one_wanted_to_go() {
    let stage = Stage::open(to_set_up(), "/profile").await;
    assert_eq!(stage.address(), "/set-up?return=/profile");
    stage.button("Set up authenticator app").click().await;
    let dialog = stage.dialog("Set up authenticator app");
    stage
        .asked("POST /security/authenticator")
        .reply(&authenticator_key())
        .await;
    dialog.field("Code from your app").fill("123456").await;
    stage.press("Enter").await;
    stage
        .asked("POST /security/authenticator/confirmation")
        .reply(&phone_only())
        .await;
    stage.asked(SESSION).reply(&signed_in()).await;
    stage.heading("Profile");
    assert_eq!(stage.address(), "/profile");
}

/// Who has set everything up would stand before a screen without a way on.
#[wasm_bindgen_test]
async fn a_failure_after_setting_up_can_be_tried_again() {
    let stage = set_up().await;
    stage.button("Set up authentication phone").click().await;
    let dialog = stage.dialog("Authentication phone");
    dialog.field("Phone number").fill("+1 555 555 0199").await;
    stage.press("Enter").await;
    stage.asked(SEND).reply(&code_sent("+15555550199")).await;
    dialog.field("Code").fill("123456").await;
    stage.press("Enter").await;
    stage.asked(CONFIRM).reply(&phone_only()).await;
    stage.asked(SESSION).refuse(Code::Internal).await;
    stage.announces("The portal ran into an error.");
    stage.does_not_see("may or may not have been carried out");
    stage.sees("Your second factor is set up.");
    stage.button("Continue").click().await;
    stage.asked(SESSION).reply(&signed_in()).await;
    stage.heading("Apps");
}

/// Who is at the wrong account would be made to give it a telephone.
#[wasm_bindgen_test]
async fn setting_up_can_be_left() {
    let stage = set_up().await;
    stage.button("Set up authentication phone").click().await;
    stage
        .dialog("Authentication phone")
        .button("Cancel")
        .click()
        .await;
    assert_eq!(stage.focus(), "button Set up authentication phone");
    stage.button("Use another account").click().await;
    stage.after(SECOND * 3).await;
    stage.asked("DELETE /session").reply(&()).await;
    stage.heading("Sign in");
}
