//! Sign in: e-mail address and network password.

use crate::stage::{Part, SECOND, Stage, challenge, signed_in};
use contract::{Code, Method, Problem, SessionState};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const SESSION: &str = "GET /session";
const SIGN_IN: &str = "POST /session";
const EMAIL: &str = "sam@contoso.example";
const PASSWORD: &str = "Correct4Horse-staple";
const REFUSED: &str = "The e-mail address or the password is incorrect. Check both and try again.";

async fn sign_in() -> Stage {
    sign_in_at("/").await
}

async fn sign_in_at(address: &str) -> Stage {
    Stage::open(SessionState::SignedOut, address).await
}

fn fields(stage: &Stage) -> (Part, Part) {
    (stage.field("E-mail address"), stage.field("Password"))
}

async fn give(stage: &Stage, email: &str, password: &str) {
    let (email_field, password_field) = fields(stage);
    email_field.fill(email).await;
    password_field.fill(password).await;
    stage.button("Sign in").click().await;
}

/// What was typed is still there.
fn all_is_typed(stage: &Stage) {
    let (email, password) = fields(stage);
    assert_eq!(
        (email.value(), password.value()),
        (EMAIL.into(), PASSWORD.into())
    );
}

/// A stranger could find out who has an account here; the owner would type everything again.
#[wasm_bindgen_test]
async fn a_refusal_tells_not_which_was_wrong_and_keeps_both() {
    let stage = sign_in().await;
    give(&stage, EMAIL, PASSWORD).await;
    let asked = stage.asked(SIGN_IN);
    assert_eq!(asked.body(), json!({"email": EMAIL, "password": PASSWORD}));
    asked.refuse(Code::WrongCredentials).await;
    stage.announces(REFUSED);
    all_is_typed(&stage);
    let (email, password) = fields(&stage);
    assert!(!email.is_invalid() && !password.is_invalid());
}

/// A screen reader's user would hear "wrong" and not know where.
#[wasm_bindgen_test]
async fn an_empty_field_is_named_and_gets_the_focus() {
    let stage = sign_in().await;
    stage.button("Sign in").click().await;
    let (email, password) = fields(&stage);
    assert!(email.is_invalid() && email.has_focus() && !password.is_invalid());
    assert_eq!(email.description(), "Enter your e-mail address.");
    email.fill(EMAIL).await;
    stage.press("Enter").await;
    assert!(password.is_invalid() && password.has_focus() && !email.is_invalid());
    assert_eq!(password.description(), "Enter your network password.");
    assert_eq!(email.value(), EMAIL);
    assert_eq!(stage.count_asked(SIGN_IN), 0);
}

/// The owner would not know how long to wait.
#[wasm_bindgen_test]
async fn too_many_tries_say_how_long_to_wait() {
    let stage = sign_in().await;
    give(&stage, EMAIL, PASSWORD).await;
    let wait = Problem {
        retry_after: Some(900),
        ..Problem::new(Code::TooManyTries)
    };
    stage.asked(SIGN_IN).refuse_with(wait).await;
    stage.announces("Too many tries. Your app passwords keep working. Try again in 15 minutes.");
    all_is_typed(&stage);
}

/// The password would stay behind on a shared computer.
#[wasm_bindgen_test]
async fn the_password_is_left_nowhere() {
    let stage = sign_in_at("/?return=/profile").await;
    give(&stage, EMAIL, PASSWORD).await;
    stage.asked(SIGN_IN).refuse(Code::WrongCredentials).await;
    assert!(!stage.kept().contains(PASSWORD));
    let password = fields(&stage).1;
    password.key("Enter").await;
    let second_factor = SessionState::SecondFactor(challenge(Method::AppCode));
    stage.asked(SIGN_IN).reply(&second_factor).await;
    stage.heading("Verify your identity");
    assert_eq!(stage.address(), "/verify?return=/profile");
    assert!(password.value().is_empty(), "it stays in the field");
    assert!(!stage.kept().contains(PASSWORD));
    stage.button("Use another account").click().await;
    stage.asked("DELETE /session").reply(&()).await;
    assert!(stage.field("Password").value().is_empty());
}

/// A double click would count as two tries.
#[wasm_bindgen_test]
async fn more_clicks_and_enter_send_once() {
    let stage = sign_in().await;
    give(&stage, EMAIL, PASSWORD).await;
    stage.button("Sign in").click().await;
    fields(&stage).1.key("Enter").await;
    assert!(stage.button("Sign in").is_off());
    assert_eq!(stage.count_asked(SIGN_IN), 1);
    stage.after(SECOND * 3).await;
    stage.announces("Still working… please be patient.");
}

/// Without the cookie every further screen would lead back here, and nobody would know why.
#[wasm_bindgen_test]
async fn a_browser_that_keeps_no_cookie_is_told_so() {
    let stage = sign_in().await;
    give(&stage, EMAIL, PASSWORD).await;
    stage.asked(SIGN_IN).reply(&signed_in()).await;
    stage.asked(SESSION).reply(&SessionState::SignedOut).await;
    stage.heading("Sign in");
    stage.sees("Your browser did not keep this portal's cookie, so you cannot be signed in.");
}

/// A failure would eat what was typed, or say nothing.
#[wasm_bindgen_test]
async fn a_failure_is_said_and_the_next_try_goes_on() {
    let stage = sign_in().await;
    give(&stage, EMAIL, PASSWORD).await;
    stage.asked(SIGN_IN).refuse(Code::Internal).await;
    stage.announces("The portal ran into an error. Try again in a moment. Your request may or may not have been carried out.");
    all_is_typed(&stage);
    stage.button("Sign in").click().await;
    stage.does_not_announce("The portal ran into an error.");
    stage.asked(SIGN_IN).lose().await;
    stage.announces("The portal cannot be reached. Check your connection and try again.");
    all_is_typed(&stage);
    stage.button("Sign in").click().await;
    stage.asked(SIGN_IN).send(200, "<html>a proxy</html>").await;
    stage.announces("The portal sent a reply that this page cannot read.");
    all_is_typed(&stage);
    stage.button("Sign in").click().await;
    stage.asked(SIGN_IN).reply(&signed_in()).await;
    stage.heading("Apps");
}

/// Raw text of a server would be shown, or nothing said.
#[wasm_bindgen_test]
async fn each_kind_of_failure_is_said_in_the_pages_own_words() {
    let stage = sign_in().await;
    give(&stage, EMAIL, PASSWORD).await;
    for (status, body, said) in [
        (
            502,
            "<h1>Bad Gateway</h1>",
            "The portal sent a reply that this page cannot read.",
        ),
        (503, "raw text", "The portal is busy."),
        (429, "slow down", "Too many tries."),
        (
            500,
            "{\"code\":\"internal\"}",
            "The portal ran into an error.",
        ),
        (
            418,
            "{\"code\":\"from_the_future\"}",
            "Something unexpected went wrong.",
        ),
        (
            200,
            "{\"state\":\"sig",
            "The portal sent a reply that this page cannot read.",
        ),
    ] {
        stage.asked(SIGN_IN).send(status, body).await;
        stage.announces(said);
        for raw in ["Gateway", "slow down", "raw text", "future"] {
            stage.does_not_see(raw);
        }
        all_is_typed(&stage);
        stage.button("Sign in").click().await;
    }
}

/// A late answer would empty the form under the fingers of whoever types.
#[wasm_bindgen_test]
async fn what_is_typed_survives_a_late_answer() {
    let stage = Stage::open(None, "/").await;
    let (email, _) = fields(&stage);
    email.fill(EMAIL).await;
    stage.asked(SESSION).reply(&SessionState::SignedOut).await;
    assert_eq!(stage.field("E-mail address").value(), EMAIL);
    assert!(email.has_focus());
}

/// Nobody would know why a bookmark leads to nothing, or that it can be tried again.
#[wasm_bindgen_test]
async fn a_portal_that_is_away_is_said_and_asked_again() {
    let stage = Stage::open(None, "/security").await;
    for _ in 0..2 {
        stage.asked(SESSION).lose().await;
        stage.after(SECOND).await;
    }
    stage.heading("The portal is not responding");
    stage.announces("The portal cannot be reached.");
    stage.button("Try again").click().await;
    stage.asked(SESSION).reply(&signed_in()).await;
    stage.heading("Additional security verification");
    assert_eq!(stage.address(), "/security");
}

/// Whoever is signed in already would be asked for the password again.
#[wasm_bindgen_test]
async fn a_visitor_who_is_signed_in_is_led_on() {
    let stage = Stage::open(None, "/?return=/profile").await;
    stage.asked(SESSION).reply(&signed_in()).await;
    stage.heading("Profile");
    assert_eq!(stage.address(), "/profile");
}

/// Whoever needs help because the portal does not answer would wait for its answer.
#[wasm_bindgen_test]
async fn help_does_not_wait_for_the_portal() {
    let stage = Stage::open(None, "/help").await;
    stage.heading("How do I get my apps working with app passwords?");
    stage.asked(SESSION).reply(&signed_in()).await;
    stage.heading("How do I get my apps working with app passwords?");
    stage.button("Sam Rivera");
}
