//! Apps, Profile and the account menu.

use crate::stage::{Role, Stage, phone, signed_in};
use contract::{AppTile, Code, Profile};
use wasm_bindgen_test::wasm_bindgen_test;

const APPS: &str = "GET /apps";
const PROFILE: &str = "GET /profile";
const NOT_READ: &str = "The portal ran into an error. Try again in a moment.";

fn tile(name: &str) -> AppTile {
    AppTile {
        name: name.into(),
        description: format!("What {name} is for"),
        address: format!("https://{name}.contoso.example/"),
    }
}

fn profile() -> Profile {
    Profile {
        name: "Sam Rivera".into(),
        email: "sam@contoso.example".into(),
        authentication_phone: Some(phone("+15555550134", None)),
        office_phone: Some(phone("+15555550100", Some("421"))),
        alternate_phone: None,
    }
}

/// A failure would look like an account without apps.
#[wasm_bindgen_test]
async fn apps_that_cannot_be_read_can_be_asked_for_again() {
    let stage = Stage::open(signed_in(), "/apps").await;
    stage.announces("Loading…");
    stage.asked(APPS).refuse(Code::Internal).await;
    stage.announces(NOT_READ);
    stage.button("Try again").click().await;
    stage.asked(APPS).reply(&[tile("mail")]).await;
    stage.sees("What mail is for");
    stage.does_not_see(NOT_READ);
}

/// Back, a reload and a bookmark would lead elsewhere than to what is on the screen.
#[wasm_bindgen_test]
async fn a_link_that_is_followed_is_in_the_address_bar() {
    let stage = Stage::open(signed_in(), "/nowhere").await;
    stage.link("App passwords").click().await;
    assert_eq!(stage.address(), "/security/app-passwords");
    assert_eq!(stage.steps_back(), 1);
}

/// Who listens would not know how many are left.
#[wasm_bindgen_test]
async fn a_search_says_how_many_it_found() {
    let stage = Stage::open(signed_in(), "/apps").await;
    stage.asked(APPS).reply(&[tile("mail"), tile("news")]).await;
    stage.field("Search apps").fill("news").await;
    stage.announces("1 app found");
    stage.does_not_see("What mail is for");
    stage.field("Search apps").fill("moon").await;
    stage.announces("0 apps found");
    stage.sees("No app matches your search. Clear it to see all apps.");
    assert!(stage.field("Search apps").has_focus());
}

/// An address is data: it could run a script.
#[wasm_bindgen_test]
async fn only_https_addresses_are_links() {
    let stage = Stage::open(signed_in(), "/apps").await;
    let hostile = AppTile {
        address: "javascript:alert(1)".into(),
        ..tile("news")
    };
    stage.asked(APPS).reply(&[tile("mail"), hostile]).await;
    let links = stage.names(Role::Link);
    assert!(links.iter().any(|name| name.contains("What mail is for")));
    assert!(!links.iter().any(|name| name.contains("What news is for")));
}

/// A failure would look like an account without a telephone.
#[wasm_bindgen_test]
async fn a_profile_that_cannot_be_read_can_be_asked_for_again() {
    let stage = Stage::open(signed_in(), "/profile").await;
    stage.asked(PROFILE).refuse(Code::Internal).await;
    stage.announces(NOT_READ);
    stage.button("Try again").click().await;
    stage.asked(PROFILE).reply(&profile()).await;
    for said in [
        "sam@contoso.example",
        "+15555550100, extension 421",
        "Not set",
    ] {
        stage.sees(said);
    }
}

/// Who presses **Sign out** would believe it, and leave the computer.
#[wasm_bindgen_test]
async fn signing_out_that_fails_says_so_and_can_be_tried_again() {
    let stage = Stage::open(signed_in(), "/profile").await;
    stage.button("Sam Rivera").click().await;
    stage.button("Sign out").click().await;
    stage.asked("DELETE /session").refuse(Code::Internal).await;
    stage.announces("The portal ran into an error.");
    stage.button("Sign out").click().await;
    stage.asked("DELETE /session").reply(&()).await;
    stage.heading("Sign in");
}

/// A keyboard user would lose the place.
#[wasm_bindgen_test]
async fn escape_closes_the_account_menu_and_gives_the_focus_back() {
    let stage = Stage::open(signed_in(), "/profile").await;
    let opener = stage.button("Sam Rivera");
    opener.click().await;
    stage.link("Profile");
    opener.key("Escape").await;
    assert!(!stage.has(Role::Link, "Profile"));
    assert!(opener.has_focus());
}

/// An open menu would lie over the page until its button is found again.
#[wasm_bindgen_test]
async fn the_account_menu_closes_when_the_empty_page_is_clicked() {
    let stage = Stage::open(signed_in(), "/apps").await;
    stage.button("Sam Rivera").click().await;
    stage.button("Sign out");
    stage.lose_focus().await;
    assert!(!stage.has(Role::Button, "Sign out"));
}
