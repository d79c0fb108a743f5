//! A session that is about to end by itself: whoever is there is told, and can stay.

use crate::stage::{Role, SECOND, Stage, app_passwords, created, settings, signed_in};
use contract::{SessionReply, SessionState, limits};
use wasm_bindgen_test::wasm_bindgen_test;

const TITLE: &str = "Your session will end soon";
const ASK: &str = "GET /session";
/// Seconds after the last request, to the minute.
const WARNED_AFTER: u32 = limits::SESSION_IDLE_SECONDS - limits::SESSION_TOUCH_SECONDS - LEFT;
/// Seconds that are left then.
const LEFT: u32 = limits::SESSION_WARNING_SECONDS;

/// Additional security verification, left alone until the session is about to end.
async fn left_alone() -> Stage {
    let stage = Stage::open(signed_in(), "/security").await;
    stage.asked("GET /security").reply(&settings()).await;
    stage.after(SECOND * (WARNED_AFTER - 1)).await;
    assert!(!stage.has(Role::Dialog, TITLE));
    stage.after(SECOND).await;
    stage
}

/// Who reads or types slowly would be signed out without a warning (WCAG 2.2.1).
#[wasm_bindgen_test]
async fn one_press_keeps_a_session_going() {
    let stage = left_alone().await;
    for _ in 0..2 {
        let dialog = stage.dialog(TITLE);
        dialog.sees("You have not used the portal for a while. Time left: 2:00");
        assert_eq!(stage.focus(), "button Stay signed in");
        stage.press("Enter").await;
        stage.asked(ASK).reply(&signed_in()).await;
        stage.after(SECOND).await;
        assert!(!stage.has(Role::Dialog, TITLE));
        stage.after(SECOND * (WARNED_AFTER - 1)).await;
    }
    stage.dialog(TITLE);
}

/// "Stay signed in" would lead to sign in, as a surprise.
#[wasm_bindgen_test]
async fn one_that_has_ended_says_so_and_leads_to_sign_in() {
    let stage = left_alone().await;
    stage.after(SECOND * LEFT).await;
    let dialog = stage.dialog(TITLE);
    dialog.sees("Your session has ended.");
    dialog.button("Sign in").click().await;
    stage.asked(ASK).reply(&SessionState::SignedOut).await;
    stage.heading("Sign in");
    stage.sees("Your session has ended.");
    assert_eq!(stage.address(), "/?return=/security");
}

/// A press would promise what the portal does not give.
#[wasm_bindgen_test]
async fn the_end_that_cannot_be_put_off_is_told_once() {
    let stage = Stage::open(None, "/security").await;
    let reply = SessionReply {
        state: signed_in(),
        ends_in: 600,
    };
    stage.asked(ASK).reply(&reply).await;
    stage.asked("GET /security").reply(&settings()).await;
    stage.after(SECOND * (600 - LEFT)).await;
    let dialog = stage.dialog(TITLE);
    dialog.sees("You have been signed in for a long time, so you will have to sign in again.");
    assert!(!dialog.has(Role::Button, "Stay signed in"));
    dialog.button("Close").click().await;
    stage.after(SECOND * LEFT).await;
    assert!(!stage.has(Role::Dialog, TITLE));
}

/// A password on the screen would go with the session.
#[wasm_bindgen_test]
async fn a_password_on_the_screen_outlives_the_session() {
    let stage = Stage::open(signed_in(), "/security/app-passwords/create").await;
    stage
        .asked("GET /app-passwords")
        .reply(&app_passwords())
        .await;
    stage.field("Name").fill("Desk").await;
    stage.press("Enter").await;
    stage
        .asked("POST /app-passwords")
        .reply(&created("Desk"))
        .await;
    stage.after(SECOND * (WARNED_AFTER + LEFT)).await;
    stage.dialog(TITLE).button("Sign in").click().await;
    stage.asked(ASK).reply(&SessionState::SignedOut).await;
    stage.dialog(TITLE).button("Close").click().await;
    stage.dialog("Your app password");
}
