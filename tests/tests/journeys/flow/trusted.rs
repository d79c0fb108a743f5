//! "Don't ask again for 14 days", and taking it back.

use end_to_end::phone::{
    PASSWORD, begin, enter, give_password, in_by_text, is_in, press, sign_out,
};
use end_to_end::{
    Result, Role, ensure,
    steps::{sign_in_as, text_code},
};

/// The second factor would be asked for at every sign-in, or never again after the device is lost.
#[journey]
async fn a_trusted_device_is_not_asked_until_that_is_taken_back() -> Result<()> {
    let (page, host) = begin("/verify?scenario=three-rows").await?;
    let again = page.checkbox("Don't ask again for 14 days").await?;
    ensure!(!again.is_on().await?, "trusted without being asked");
    again.click().await?;
    enter(&page, &text_code(&page).await?).await?;
    is_in(&page).await?;
    sign_out(&page, "Sam Rivera").await?;
    give_password(&page, "sam@contoso.example", PASSWORD).await?;
    is_in(&page).await?;
    // only for this account
    sign_out(&page, "Sam Rivera").await?;
    give_password(&page, "omar@contoso.example", PASSWORD).await?;
    page.heading("Verify your identity").await?;
    press(&page, "Use another account").await?;
    give_password(&page, "sam@contoso.example", PASSWORD).await?;
    is_in(&page).await?;

    page.ready(&host.at("/security")).await?;
    page.see("You have 1 trusted device").await?;
    press(&page, "Restore").await?;
    let dialog = page.dialog("Restore multi-factor authentication?").await?;
    dialog
        .see("It will ask for your second factor at the next sign-in.")
        .await?;
    dialog.button("Cancel").await?.click().await?;
    page.gone(Role::Dialog, "Restore multi-factor authentication?")
        .await?;
    page.see("You have 1 trusted device").await?;
    press(&page, "Restore").await?;
    page.dialog("Restore multi-factor authentication?")
        .await?
        .button("Restore")
        .await?
        .click()
        .await?;
    page.announced("Restored. 1 device will ask for your second factor at the next sign-in.")
        .await?;
    page.see("You have no trusted devices").await?;
    sign_out(&page, "Sam Rivera").await?;
    give_password(&page, "sam@contoso.example", PASSWORD).await?;
    page.heading("Verify your identity").await?;
    page.no_errors().await
}

/// A device would be trusted though nobody ticked it.
#[journey]
async fn without_the_tick_every_sign_in_asks() -> Result<()> {
    let (page, host) = begin("/").await?;
    in_by_text(&page, &host, "three-rows", "Sam Rivera").await?;
    sign_out(&page, "Sam Rivera").await?;
    sign_in_as(&page, "Sam Rivera").await?;
    is_in(&page).await
}
