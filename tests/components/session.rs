//! A session that ends by itself, and what was typed and not sent until then.

use crate::stage::{
    Role, SECOND, Stage, account, app_passwords, authenticator_key, code_sent, created, list_of,
    settings, signed_in,
};
use contract::{Code, Method, SecuritySettings, SessionState, paths};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const SETTINGS: &str = "GET /security";
const LIST: &str = "GET /app-passwords";
const SAVE: &str = "PUT /security";
const ENDED: &str = "Your session has ended.";
const QUESTION: &str = "What's your preferred option?";
const NUMBER: &str = "+44 20 7946 0018";

/// Additional security verification.
async fn security() -> Stage {
    let stage = Stage::open(signed_in(), "/security").await;
    stage.asked(SETTINGS).reply(&settings()).await;
    stage
}

/// The session ended: signs in again, as this person.
async fn sign_in_again(stage: &Stage, state: SessionState) {
    stage.heading("Sign in");
    stage.sees(ENDED);
    stage.sees("only codes are not kept");
    stage
        .field("E-mail address")
        .fill("sam@contoso.example")
        .await;
    stage.field("Password").fill("made-up-password").await;
    stage.press("Enter").await;
    stage.asked("POST /session").reply(&state).await;
    stage.asked("GET /session").reply(&state).await;
}

/// Nobody would know why the page went away, or would have to find the place again.
#[wasm_bindgen_test]
async fn an_ended_session_says_so_and_leads_back() {
    let stage = security().await;
    stage.select(QUESTION).choose("Call my office phone").await;
    stage.button("Save").click().await;
    stage.asked(SAVE).refuse(Code::NoSession).await;
    assert_eq!(stage.address(), "/?return=/security");
    sign_in_again(&stage, signed_in()).await;
    assert_eq!(stage.address(), "/security");
    stage.asked(SETTINGS).reply(&settings()).await;
    stage.heading(QUESTION);
    stage.does_not_see(ENDED);
}

/// Who just signed in would be thrown out by an answer that is older.
#[wasm_bindgen_test]
async fn a_late_refusal_does_not_end_the_next_session() {
    let stage = security().await;
    stage.button("Save").click().await;
    let late = stage.asked(SAVE);
    stage.button("Restore").click().await;
    stage
        .dialog("Restore multi-factor authentication?")
        .button("Restore")
        .click()
        .await;
    stage
        .asked("DELETE /security/trusted-devices")
        .refuse(Code::NoSession)
        .await;
    sign_in_again(&stage, signed_in()).await;
    late.refuse(Code::NoSession).await;
    assert_eq!(stage.address(), "/security");
    stage.does_not_see(ENDED);
}

/// The choice would be lost, or be taken for saved.
#[wasm_bindgen_test]
async fn a_choice_that_is_not_saved_is_kept_and_says_so() {
    let stage = security().await;
    stage.select(QUESTION).choose("Call my office phone").await;
    stage.button("Save").click().await;
    stage.asked(SAVE).refuse(Code::NoSession).await;
    sign_in_again(&stage, signed_in()).await;
    stage.asked(SETTINGS).reply(&settings()).await;
    stage.after(SECOND).await;
    stage.announces("What you chose before your session ended is still here. It is not saved yet.");
    assert_eq!(stage.select(QUESTION).chosen(), "Call my office phone");
    stage.button("Save").click().await;
    let asked = stage.asked(SAVE);
    assert_eq!(asked.body(), json!({"preferred": "call_office_phone"}));
    let saved = SecuritySettings {
        preferred: Some(Method::CallOfficePhone),
        ..settings()
    };
    asked.reply(&saved).await;
    assert!(
        !stage.kept().contains("draft"),
        "it is kept after it was saved"
    );
}

/// A long number would have to be typed again; a code would lie in the tab's storage.
#[wasm_bindgen_test]
async fn a_phone_number_is_kept_and_its_code_is_not() {
    let stage = security().await;
    stage
        .button("Change alternate authentication phone")
        .click()
        .await;
    let dialog = stage.dialog("Alternate authentication phone");
    dialog.field("Phone number").fill(NUMBER).await;
    dialog.the(Role::Radio, "Call me with a code").click().await;
    dialog.button("Send code").click().await;
    stage
        .asked("POST /security/phones/verification")
        .reply(&code_sent("+442079460018"))
        .await;
    dialog.field("Code").fill("918273").await;
    dialog.button("Confirm").click().await;
    stage
        .asked("POST /security/phones/confirmation")
        .refuse(Code::NoSession)
        .await;
    assert!(!stage.kept().contains("918273"), "the code is kept");
    sign_in_again(&stage, signed_in()).await;
    stage.asked(SETTINGS).reply(&settings()).await;
    let dialog = stage.dialog("Alternate authentication phone");
    dialog.sees("What you typed before your session ended is still here. A code is not kept");
    assert_eq!(dialog.field("Phone number").value(), NUMBER);
    assert!(dialog.the(Role::Radio, "Call me with a code").is_checked());
    // given up: it does not come back
    dialog.button("Cancel").click().await;
    stage
        .button("Change alternate authentication phone")
        .click()
        .await;
    let dialog = stage.dialog("Alternate authentication phone");
    assert!(dialog.field("Phone number").value().is_empty());
    dialog.does_not_see("before your session ended");
}

/// The next person at this tab would see what the last one typed.
#[wasm_bindgen_test]
async fn another_person_finds_nothing_and_signing_out_removes_all() {
    let stage = security().await;
    stage.button("Change authentication phone").click().await;
    stage.field("Phone number").fill(NUMBER).await;
    stage.press("Enter").await;
    stage
        .asked("POST /security/phones/verification")
        .refuse(Code::NoSession)
        .await;
    let theo = account("Theo Okafor", "theo@contoso.example");
    sign_in_again(&stage, SessionState::SignedIn(theo)).await;
    stage.asked(SETTINGS).reply(&settings()).await;
    assert!(!stage.has(Role::Dialog, "Authentication phone"));
    assert!(stage.kept().contains("7946"), "it is gone too early");
    stage.button("Theo Okafor").click().await;
    stage.button("Sign out").click().await;
    stage.asked("DELETE /session").reply(&()).await;
    stage.heading("Sign in");
    assert!(!stage.kept().contains("7946"), "it is still there");
    stage.does_not_see(ENDED);
}

/// The secret key of an authenticator app would lie in the tab's storage.
#[wasm_bindgen_test]
async fn nothing_of_an_authenticator_app_is_kept() {
    let stage = security().await;
    stage.button("Change authenticator app").click().await;
    let dialog = stage.dialog("Set up authenticator app");
    stage
        .asked("POST /security/authenticator")
        .reply(&authenticator_key())
        .await;
    dialog.field("Code from your app").fill("123456").await;
    dialog.button("Confirm").click().await;
    stage
        .asked("POST /security/authenticator/confirmation")
        .refuse(Code::NoSession)
        .await;
    assert!(!stage.kept().contains("draft"), "{}", stage.kept());
    sign_in_again(&stage, signed_in()).await;
    stage.asked(SETTINGS).reply(&settings()).await;
    assert!(!stage.has(Role::Dialog, "Set up authenticator app"));
}

/// Whoever is called away while naming one would have to find the place again, and the name.
#[wasm_bindgen_test]
async fn the_name_of_a_new_app_password_is_kept() {
    let stage = Stage::open(signed_in(), "/security/app-passwords/create").await;
    stage.asked(LIST).reply(&app_passwords()).await;
    stage
        .dialog("Create app password")
        .field("Name")
        .fill("Desk in the attic")
        .await;
    // back from another window, which has heard that the session is over
    stage.after(SECOND).await;
    stage.come_back().await;
    stage.asked(LIST).refuse(Code::NoSession).await;
    assert_eq!(stage.address(), "/?return=/security/app-passwords/create");
    sign_in_again(&stage, signed_in()).await;
    stage.asked(LIST).reply(&app_passwords()).await;
    let dialog = stage.dialog("Create app password");
    assert_eq!(dialog.field("Name").value(), "Desk in the attic");
    dialog.button("next").click().await;
    let asked = stage.asked("POST /app-passwords");
    assert_eq!(asked.body(), json!({"name": "Desk in the attic"}));
    asked.reply(&created("Desk in the attic")).await;
    stage.after(SECOND).await;
    assert!(!stage.kept().contains("draft"), "sent, and still kept");
}

/// Sam would see, and change, what is Wanjiru's, under Sam's name.
#[wasm_bindgen_test]
async fn another_account_in_this_browser_is_read_anew_and_said() {
    let stage = Stage::open(signed_in(), "/security/app-passwords/create").await;
    let asked = stage.asked(LIST);
    assert_eq!(asked.header(paths::ACCOUNT), "sam%40contoso.example");
    asked.reply(&app_passwords()).await;
    let dialog = stage.dialog("Create app password");
    dialog.field("Name").fill("Desk in the attic").await;
    dialog.button("next").click().await;
    let asked = stage.asked("POST /app-passwords");
    assert_eq!(asked.header(paths::ACCOUNT), "sam%40contoso.example");
    asked.refuse(Code::OtherAccount).await;
    // nothing of either until it is known who is there
    stage.sees("Someone else has signed in to this browser");
    stage.does_not_see("Sam Rivera");
    assert!(!stage.has(Role::Dialog, "Create app password"));
    assert!(!stage.has(Role::Heading, "Sign in"));
    assert!(!stage.has(Role::Heading, "App passwords"));
    let wanjiru = account("Wanjiru Kamau", "wanjiru+1@contoso.example");
    stage
        .asked("GET /session")
        .reply(&SessionState::SignedIn(wanjiru))
        .await;
    assert_eq!(stage.address(), "/security/app-passwords");
    let asked = stage.asked(LIST);
    assert_eq!(
        asked.header(paths::ACCOUNT),
        "wanjiru%2B1%40contoso.example"
    );
    asked.reply(&list_of(&["Loom"])).await;
    stage.announces("Someone else has signed in to this browser");
    stage.button("Wanjiru Kamau");
    stage.sees("Loom");
    stage.does_not_see("Sam Rivera");
}

/// A slow portal, or none, would leave the page blank when somebody else is signed in.
#[wasm_bindgen_test]
async fn another_account_that_cannot_be_read_leaves_a_way_on() {
    let stage = security().await;
    stage.button("Save").click().await;
    stage.asked(SAVE).refuse(Code::OtherAccount).await;
    stage.asked("GET /session").lose().await;
    stage.after(SECOND).await;
    stage.asked("GET /session").lose().await;
    stage.does_not_see(NUMBER);
    stage.button("Try again").click().await;
    stage
        .asked("GET /session")
        .reply(&SessionState::SignedOut)
        .await;
    stage.heading("Sign in");
    stage.sees("Someone else has signed in to this browser");
}
