//! What a password manager makes of the fields.

use crate::stage::{
    Role, Stage, app_passwords, authenticator_key, challenge, settings, signed_in, to_set_up,
};
use contract::{Method, SessionState};
use wasm_bindgen_test::wasm_bindgen_test;

/// Fails if a visible field that is no password says in its attributes that it is one.
fn no_field_looks_like_a_password(stage: &Stage) {
    let fields = [Role::Textbox, Role::Combobox, Role::Checkbox, Role::Radio];
    let fields: Vec<_> = fields.iter().flat_map(|role| stage.every(*role)).collect();
    assert!(!fields.is_empty(), "no field is there");
    for field in fields {
        let says = |name| field.0.get_attribute(name).unwrap_or_default();
        if says("type") == "password" {
            continue;
        }
        for name in ["id", "name", "placeholder"] {
            let value = says(name);
            assert!(
                !value.to_lowercase().contains("password"),
                "{name}={value} of {}",
                field.title()
            );
        }
    }
}

/// A password manager would fill in the network password, which then is kept and shown as a name.
#[wasm_bindgen_test]
async fn no_field_but_a_password_is_taken_for_one() {
    let stage = Stage::open(SessionState::SignedOut, "/").await;
    no_field_looks_like_a_password(&stage);

    let at_code = SessionState::SecondFactor(challenge(Method::AppCode));
    no_field_looks_like_a_password(&Stage::open(at_code, "/verify").await);

    let stage = Stage::open(to_set_up(), "/set-up").await;
    stage.button("Set up authentication phone").click().await;
    no_field_looks_like_a_password(&stage);

    let stage = Stage::open(signed_in(), "/apps").await;
    stage.asked("GET /apps").reply(&[(); 0]).await;
    no_field_looks_like_a_password(&stage);

    let stage = Stage::open(signed_in(), "/security").await;
    stage.asked("GET /security").reply(&settings()).await;
    no_field_looks_like_a_password(&stage);
    stage.button("Change authentication phone").click().await;
    no_field_looks_like_a_password(&stage);

    let stage = Stage::open(signed_in(), "/security").await;
    stage.asked("GET /security").reply(&settings()).await;
    stage.button("Change authenticator app").click().await;
    let key = stage.asked("POST /security/authenticator");
    key.reply(&authenticator_key()).await;
    no_field_looks_like_a_password(&stage);

    let stage = Stage::open(signed_in(), "/help").await;
    no_field_looks_like_a_password(&stage);

    let stage = Stage::open(signed_in(), "/security/app-passwords/create").await;
    stage
        .asked("GET /app-passwords")
        .reply(&app_passwords())
        .await;
    stage.dialog("Create app password").field("Name");
    no_field_looks_like_a_password(&stage);
}
