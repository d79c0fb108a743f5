//! An account without a second factor is led through setting one up at sign-in.

use end_to_end::phone::{
    PASSWORD, another, app_code, begin, code_field_says, give_password, is_in, main, press,
};
use end_to_end::{Result, Role, ensure, steps::text_code};

const MEI: &str = "mei@contoso.example";

/// New people could not get in at all, or past the second factor that the portal asks for.
#[journey]
async fn a_phone_is_set_up_and_signs_in_and_nothing_is_open_before() -> Result<()> {
    let (page, host) = begin("/?scenario=no-second-factor").await?;
    give_password(&page, MEI, PASSWORD).await?;
    page.heading("Set up your second factor").await?;
    page.at("/set-up").await?;
    for path in [
        "/security/app-passwords",
        "/apps",
        "/profile",
        "/security",
        "/verify",
        "/",
    ] {
        page.ready(&host.at(path)).await?;
        page.heading("Set up your second factor").await?;
        ensure!(page.url().await?.contains("/set-up"), "{path} is open");
    }
    ensure!(
        page.all(Role::Button, "Mei Tanaka").await?.is_empty(),
        "the account menu is there"
    );
    press(&page, "Set up authentication phone").await?;
    let dialog = page.dialog("Authentication phone").await?;
    dialog
        .field("Phone number")
        .await?
        .fill("+1 555 555 0199")
        .await?;
    dialog.button("Send code").await?.click().await?;
    dialog
        .see("We've sent a text message with a code to +15555550199.")
        .await?;
    let code = text_code(&page).await?;
    dialog.field("Code").await?.fill(&another(&code)).await?;
    dialog.button("Confirm").await?.click().await?;
    code_field_says(&page, "You have 4 tries left.").await?;
    dialog.field("Code").await?.fill(&code).await?;
    dialog.button("Confirm").await?.click().await?;
    is_in(&page).await?;
    page.button("Mei Tanaka").await?;
    // it is asked for from now on
    press(&page, "Mei Tanaka").await?;
    press(&page, "Sign out").await?;
    give_password(&page, MEI, PASSWORD).await?;
    page.heading("Verify your identity").await?;
    page.no_errors().await
}

/// Whoever has no telephone to give could not get in.
#[journey]
async fn an_authenticator_app_is_set_up_and_leads_to_where_one_wanted_to_go() -> Result<()> {
    let (page, host) = begin("/?scenario=no-second-factor").await?;
    page.ready(&host.at("/profile")).await?;
    give_password(&page, MEI, PASSWORD).await?;
    page.heading("Set up your second factor").await?;
    press(&page, "Set up authenticator app").await?;
    let dialog = page.dialog("Set up authenticator app").await?;
    dialog.image("QR code for your authenticator app").await?;
    press(&page, "Scan the QR code").await?;
    let code = app_code(&page, MEI).await?;
    dialog
        .field("Code from your app")
        .await?
        .fill(&code)
        .await?;
    dialog.button("Confirm").await?.click().await?;
    page.heading("Profile").await?;
    page.at("/profile").await?;
    main(&page).await?.see(MEI).await?;
    page.no_errors().await
}
