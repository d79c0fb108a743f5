//! Where the operator's policy forbids new app passwords, and what administrators are told.

use super::*;
use crate::stage::account;
use contract::{Account, Creation, SessionState};
use wasm_bindgen_test::wasm_bindgen_test;

const NOTE: &str =
    "Note: If you are an admin of a Contoso service, we recommend not using app passwords.";

fn forbidden() -> AppPasswordList {
    AppPasswordList {
        creation: Creation::Forbidden,
        ..app_passwords()
    }
}

/// Old app passwords would be trapped: they work, and nobody could delete them.
#[wasm_bindgen_test]
async fn where_new_ones_are_forbidden_old_ones_can_be_deleted() {
    let stage = list_with(&forbidden()).await;
    stage.sees("Your administrator does not allow new app passwords. The ones you have keep working, and you can delete them.");
    assert!(!stage.has(Role::Button, "create"));
    stage.button("Delete 9").click().await;
    stage.dialog("Delete 9?").button("Delete").click().await;
    stage
        .asked("DELETE /app-passwords/id-of-9")
        .reply(&deleted())
        .await;
    assert_eq!(listed(&stage).len(), 2);
}

/// A bookmark would lead to a dialog whose request can only fail.
#[wasm_bindgen_test]
async fn a_bookmark_of_the_dialog_leads_to_the_list() {
    let stage = Stage::open(signed_in(), &format!("{HERE}/create")).await;
    stage.asked(LIST).reply(&forbidden()).await;
    assert!(!stage.has(Role::Dialog, "Create app password"));
    assert_eq!(stage.address(), HERE);
}

/// An administrator would not hear that app passwords are not for them.
#[wasm_bindgen_test]
async fn an_administrator_is_advised_and_not_hindered() {
    let administrator = Account {
        administrator: true,
        ..account("Ada Okoye", "ada@contoso.example")
    };
    let stage = Stage::open(SessionState::SignedIn(administrator), HERE).await;
    stage.asked(LIST).reply(&app_passwords()).await;
    stage.sees(NOTE);
    creating(&stage).await;
    drop(stage);
    // the guide shows the note to everyone
    list().await.sees(NOTE);
}
