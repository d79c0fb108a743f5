//! "How would you like to respond?": the authenticator app.

use super::*;
use crate::stage::{
    AUTHENTICATOR_KEY as KEY, Part, Role, SECOND, authenticator_key as key, clipboard, phone_only,
};
use contract::{Code, Field, Method, Problem};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const START: &str = "POST /security/authenticator";
const CONFIRM: &str = "POST /security/authenticator/confirmation";
const REMOVE: &str = "DELETE /security/authenticator";
fn with_app() -> SecuritySettings {
    SecuritySettings {
        authenticator: true,
        available: settings().available,
        ..phone_only()
    }
}

async fn set_up(stage: &Stage) -> Part {
    stage.button("Set up authenticator app").click().await;
    let dialog = stage.dialog("Set up authenticator app");
    stage.asked(START).reply(&key()).await;
    dialog
}

async fn confirm(dialog: &Part) {
    dialog.field("Code from your app").fill("123456").await;
    dialog.button("Confirm").click().await;
}

/// The app would count before it is known to work.
#[wasm_bindgen_test]
async fn it_is_set_up_by_scanning_and_a_code() {
    let stage = security_with(&phone_only()).await;
    let dialog = set_up(&stage).await;
    dialog.the(Role::Img, "QR code for your authenticator app");
    confirm(&dialog).await;
    stage
        .asked(CONFIRM)
        .refuse_with(Problem::about(Code::WrongCode, Field::Code))
        .await;
    let field = dialog.field("Code from your app");
    assert!(field.is_invalid() && field.has_focus());
    assert!(field.description().contains("This is not the right code."));
    assert_eq!(field.value(), "123456");
    confirm(&dialog).await;
    let asked = stage.asked(CONFIRM);
    assert_eq!(asked.body(), json!({"code": "123456"}));
    asked.reply(&with_app()).await;
    assert!(!stage.has(Role::Dialog, "Set up authenticator app"));
    assert_eq!(stage.focus(), "heading Authenticator app");
    stage.button("Change authenticator app");
    stage.after(SECOND).await;
    stage.announces("Authenticator app is set up.");
}

/// Who types the key would get spaces into it that no app takes; a key would stay in the page.
#[wasm_bindgen_test]
async fn the_key_stands_there_as_text_and_is_gone_afterwards() {
    let stage = security_with(&phone_only()).await;
    let dialog = set_up(&stage).await;
    stage.button("Can't scan it?").click().await;
    dialog.sees(KEY);
    clipboard::set("refused");
    dialog.button("Copy key").click().await;
    stage
        .announces("The key could not be copied. It is selected now: copy it by hand, or type it.");
    assert_eq!(clipboard::selected(), KEY);
    clipboard::set("granted");
    dialog.button("Copy key").click().await;
    stage.announces("Key copied.");
    assert_eq!(clipboard::content(), KEY);
    let link = dialog.link("Open it in an authenticator app on this device");
    let address = link.0.get_attribute("href").unwrap_or_default();
    assert!(
        address.starts_with("otpauth://totp/") && address.ends_with(KEY),
        "{address}"
    );
    dialog.button("Cancel").click().await;
    assert!(!stage.kept().contains(KEY));
    assert_eq!(stage.focus(), "button Set up authenticator app");
}

/// A key that is over would be confirmed for ever.
#[wasm_bindgen_test]
async fn a_key_that_is_over_can_be_had_anew() {
    let stage = security_with(&phone_only()).await;
    let dialog = set_up(&stage).await;
    confirm(&dialog).await;
    stage.asked(CONFIRM).refuse(Code::NothingToConfirm).await;
    stage.announces("There is nothing left to confirm. Start again.");
    dialog.button("Start again").click().await;
    stage.asked(START).reply(&key()).await;
    dialog.the(Role::Img, "QR code for your authenticator app");
    stage.does_not_see("There is nothing left to confirm.");
}

/// A failure would leave a dialog without a way on.
#[wasm_bindgen_test]
async fn a_key_that_cannot_be_had_can_be_asked_for_again() {
    let stage = security_with(&phone_only()).await;
    stage.button("Set up authenticator app").click().await;
    let dialog = stage.dialog("Set up authenticator app");
    stage.asked(START).refuse(Code::Internal).await;
    dialog.sees("The portal ran into an error. Try again in a moment.");
    dialog.button("Cancel");
    dialog.button("Try again").click().await;
    stage.asked(START).reply(&key()).await;
    dialog.the(Role::Img, "QR code for your authenticator app");
}

/// The preferred option would point to an app that is gone.
#[wasm_bindgen_test]
async fn removing_the_preferred_app_names_what_takes_its_place() {
    let before = SecuritySettings {
        preferred: Some(Method::AppCode),
        ..with_app()
    };
    let stage = security_with(&before).await;
    stage.button("Remove authenticator app").click().await;
    let dialog = stage.dialog("Remove authenticator app?");
    dialog.sees("It's used for your preferred option, \"Use verification code from app\".");
    dialog.sees("Remove the account from the app, too.");
    dialog.button("Remove authenticator app").click().await;
    let after = SecuritySettings {
        preferred: Some(Method::CallAuthenticationPhone),
        ..phone_only()
    };
    stage.asked(REMOVE).reply(&after).await;
    stage.button("Set up authenticator app");
    stage.after(SECOND).await;
    stage.announces(
        "Authenticator app removed. Your preferred option is now: Call my authentication phone.",
    );
}
