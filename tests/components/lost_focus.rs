//! What had the focus goes away: the focus is somewhere all the same, and what is heard says where.

use crate::stage::{
    Role, SECOND, Stage, app_passwords, authenticator_key, list_of, settings, signed_in, to_set_up,
};
use contract::{AppPasswordList, Code};
use wasm_bindgen_test::wasm_bindgen_test;

const LIST: &str = "GET /app-passwords";
const KEY: &str = "POST /security/authenticator";

/// The list is not there, and then it is.
#[wasm_bindgen_test]
async fn try_again_of_a_list_leads_to_its_heading() {
    let stage = Stage::open(signed_in(), "/security/app-passwords").await;
    stage.asked(LIST).refuse(Code::Unavailable).await;
    for _ in 0..2 {
        stage.button("Try again").click().await;
        assert_eq!(stage.focus(), "heading App passwords");
        stage.asked(LIST).refuse(Code::Unavailable).await;
        stage.announces("The portal is busy. Try again in a moment.");
    }
    stage.button("Try again").click().await;
    stage.asked(LIST).reply(&app_passwords()).await;
    assert_eq!(stage.focus(), "heading App passwords");
}

/// Behind the open dialog nobody could go on.
#[wasm_bindgen_test]
async fn in_a_dialog_the_focus_stays_in_it() {
    const TITLE: &str = "heading Set up authenticator app";
    let stage = Stage::open(signed_in(), "/security").await;
    stage.asked("GET /security").reply(&settings()).await;
    stage.button("Change authenticator app").click().await;
    stage.asked(KEY).refuse(Code::Unavailable).await;
    stage.button("Try again").click().await;
    assert_eq!(stage.focus(), TITLE);
    stage.asked(KEY).reply(&authenticator_key()).await;
    let dialog = stage.dialog("Set up authenticator app");
    dialog.field("Code from your app").fill("123456").await;
    dialog.button("Confirm").click().await;
    stage
        .asked("POST /security/authenticator/confirmation")
        .refuse(Code::NothingToConfirm)
        .await;
    dialog.button("Start again").click().await;
    assert_eq!(stage.focus(), TITLE);
}

/// The first app password could not be made, and is tried again.
#[wasm_bindgen_test]
async fn try_again_of_the_first_app_password_keeps_the_focus() {
    let stage = Stage::open(signed_in(), "/security/app-passwords").await;
    let first_visit = AppPasswordList {
        initial_due: true,
        ..list_of(&[])
    };
    stage.asked(LIST).reply(&first_visit).await;
    stage.asked("POST /app-passwords/initial").lose().await;
    stage.button("Try again").click().await;
    assert_eq!(stage.focus(), "heading App passwords");
}

/// The portal answers again, and the screen comes in the place of the button.
#[wasm_bindgen_test]
async fn a_portal_that_answers_again_leads_to_the_screen() {
    let stage = Stage::open(None, "/security").await;
    for _ in 0..2 {
        stage.asked("GET /session").lose().await;
        stage.after(SECOND).await;
    }
    stage.button("Try again").click().await;
    stage.asked("GET /session").reply(&signed_in()).await;
    assert_eq!(stage.focus(), "heading Additional security verification");
}

/// The second factor is set up, and the portal lets the person in at the second try.
#[wasm_bindgen_test]
async fn continue_leads_to_what_follows() {
    let stage = Stage::open(to_set_up(), "/set-up").await;
    stage.button("Set up authenticator app").click().await;
    stage.asked(KEY).reply(&authenticator_key()).await;
    stage.field("Code from your app").fill("123456").await;
    stage.button("Confirm").click().await;
    stage
        .asked("POST /security/authenticator/confirmation")
        .reply(&settings())
        .await;
    assert_eq!(stage.focus(), "heading Set up your second factor");
    for _ in 0..2 {
        stage.asked("GET /session").lose().await;
        stage.after(SECOND).await;
    }
    stage.button("Continue").click().await;
    stage.asked("GET /session").reply(&signed_in()).await;
    assert_eq!(stage.focus(), "heading Apps");
}

/// A focus that nobody asked for would throw a reader back to the top.
#[wasm_bindgen_test]
async fn whoever_has_no_focus_is_given_none() {
    let stage = Stage::open(signed_in(), "/security/app-passwords").await;
    stage.asked(LIST).reply(&app_passwords()).await;
    assert_eq!(stage.focus(), "");
    stage.button("Sam Rivera").take_focus().await;
    stage.lose_focus().await;
    stage.after(SECOND).await;
    stage.come_back().await;
    stage.asked(LIST).reply(&list_of(&["9"])).await;
    assert_eq!(stage.focus(), "");
    assert!(stage.has(Role::Button, "Delete 9"));
}
