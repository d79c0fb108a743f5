//! "How would you like to respond?": the authenticator app.

use end_to_end::phone::{another, app_code, begin, press};
use end_to_end::{Name, Result, Role, ensure};

const ALICE: &str = "alice@contoso.example";

/// The app could not be set up without a camera, or would count before it is known to work.
#[journey]
async fn it_is_set_up_by_scanning_and_a_code_and_removed_again() -> Result<()> {
    let (page, _host) = begin("/security?scenario=prefers-text").await?;
    press(&page, "Set up authenticator app").await?;
    let dialog = page.dialog("Set up authenticator app").await?;
    dialog.image("QR code for your authenticator app").await?;
    press(&page, "Scan the QR code").await?;
    let code = app_code(&page, ALICE).await?;
    let field = dialog.field("Code from your app").await?;
    field.fill(&another(&code)).await?;
    dialog.button("Confirm").await?.click().await?;
    field
        .holds("it is refused", async || {
            Ok(field
                .description()
                .await?
                .contains("This is not the right code."))
        })
        .await?;
    field.gets_focus().await?;
    field.fill(&app_code(&page, ALICE).await?).await?;
    dialog.button("Confirm").await?.click().await?;
    page.announced("Authenticator app is set up.").await?;
    page.gone(Role::Dialog, Name::Any).await?;
    page.reload().await?;
    page.select("What's your preferred option?")
        .await?
        .choose("Use verification code from app")
        .await?;
    press(&page, "Save").await?;
    page.announced("your preferred option is: Use verification code from app.")
        .await?;
    press(&page, "Remove authenticator app").await?;
    let asked = page.dialog("Remove authenticator app?").await?;
    asked
        .see("It serves your preferred option, \"Use verification code from app\".")
        .await?;
    asked
        .button("Remove authenticator app")
        .await?
        .click()
        .await?;
    page.announced(
        "Authenticator app removed. Your preferred option is now: Call my authentication phone.",
    )
    .await?;
    page.gone(Role::Dialog, Name::Any).await?;
    page.button("Set up authenticator app").await?;
    page.no_errors().await
}

/// Who types the key, or copies it, would get spaces into it that no app takes.
#[journey]
async fn the_key_can_be_had_as_text_without_spaces() -> Result<()> {
    let (page, _host) = begin("/security?scenario=prefers-text").await?;
    press(&page, "Set up authenticator app").await?;
    let dialog = page.dialog("Set up authenticator app").await?;
    press(&page, "Can't scan it?").await?;
    dialog.button("Copy key").await?.click().await?;
    page.announced("Key copied.").await?;
    let key = page.clipboard().await?;
    ensure!(
        key.len() == 32
            && key
                .bytes()
                .all(|letter| matches!(letter, b'A'..=b'Z' | b'2'..=b'7')),
        "{key:?} is no key of 20 bytes in Base32"
    );
    ensure!(
        dialog.words().await?.contains(&key),
        "the gaps are part of the text"
    );
    let address = dialog
        .link("Open it in an authenticator app on this device")
        .await?;
    let address = address.attribute("href").await?.unwrap_or_default();
    ensure!(
        address.starts_with("otpauth://totp/") && address.contains(&format!("secret={key}")),
        "{address}"
    );
    dialog.button("Cancel").await?.click().await?;
    page.gone(Role::Dialog, Name::Any).await?;
    let left = page
        .run(
            "return document.documentElement.outerHTML",
            end_to_end::json!([]),
        )
        .await?;
    ensure!(
        !left.as_str().unwrap_or_default().contains(&key),
        "the key stays in the page"
    );
    page.button("Set up authenticator app")
        .await?
        .gets_focus()
        .await?;
    page.no_errors().await
}
