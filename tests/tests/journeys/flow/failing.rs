//! A server that fails at the first try of everything.

use end_to_end::phone::{PASSWORD, begin, enter, give_password, is_in, main, press};
use end_to_end::{Name, Page, Result, Role, ensure, steps::text_code};

const FAILED: &str =
    "The portal ran into an error. What you typed is still here. Try again in a moment.";
/// Where nothing was typed.
const NOT_READ: &str = "The portal ran into an error. Try again in a moment.";
const HANA: &str = "hana@contoso.example";

/// A screen that needs data offers to ask again.
async fn tries_again(page: &Page, then: &str) -> Result<()> {
    main(page).await?.see(NOT_READ).await?;
    press(page, "Try again").await?;
    main(page).await?.see(then).await?;
    page.not_see(NOT_READ).await
}

/// A failure would eat what was typed, say nothing, or end the way in.
#[journey]
async fn the_way_in_says_what_happened_and_goes_on_at_the_second_try() -> Result<()> {
    let (page, _host) = begin("/?scenario=server-failing").await?;
    give_password(&page, HANA, PASSWORD).await?;
    page.announced(FAILED).await?;
    ensure!(page.field("E-mail address").await?.value().await? == HANA);
    ensure!(page.field("Password").await?.value().await? == PASSWORD);
    press(&page, "Sign in").await?;
    page.heading("Verify your identity").await?;
    page.checkbox("Don't ask again for 14 days")
        .await?
        .click()
        .await?;
    let code = text_code(&page).await?;
    enter(&page, &code).await?;
    page.announced(FAILED).await?;
    ensure!(page.field("Code").await?.value().await? == code);
    ensure!(
        !page.field("Code").await?.is_invalid().await?,
        "the code is called wrong"
    );
    ensure!(
        page.checkbox("Don't ask again for 14 days")
            .await?
            .is_on()
            .await?
    );
    press(&page, "Sign in").await?;
    is_in(&page).await?;
    tries_again(&page, "Mail, calendar and contacts").await?;
    press(&page, "Hana Sato").await?;
    page.link("Profile").await?.click().await?;
    tries_again(&page, HANA).await?;
    press(&page, "Hana Sato").await?;
    press(&page, "Sign out").await?;
    page.announced(FAILED).await?;
    press(&page, "Sign out").await?;
    page.heading("Sign in").await?;
    // all of them were failures of the server, none of the page
    page.no_errors().await
}

/// Who chose another way would stand before a screen that does not move.
#[journey]
async fn another_way_and_another_account_can_be_tried_again() -> Result<()> {
    let (page, _host) = begin("/verify?scenario=server-failing").await?;
    press(&page, "Having trouble? Sign in another way").await?;
    press(&page, "Notify me through app").await?;
    page.announced(FAILED).await?;
    press(&page, "Notify me through app").await?;
    page.see("We've sent a notification to your app.").await?;
    press(&page, "Approve").await?;
    page.announced(FAILED).await?;
    press(&page, "Sign in").await?;
    is_in(&page).await?;
    page.no_errors().await
}

/// A setting would look saved and not be.
#[journey]
async fn each_change_of_the_settings_can_be_tried_again() -> Result<()> {
    let (page, _host) = begin("/security?scenario=server-failing").await?;
    tries_again(&page, "What's your preferred option?").await?;
    page.select("What's your preferred option?")
        .await?
        .choose("Call my office phone")
        .await?;
    press(&page, "Save").await?;
    page.announced(FAILED).await?;
    press(&page, "Save").await?;
    page.announced("your preferred option is: Call my office phone.")
        .await?;
    press(&page, "Change authentication phone").await?;
    let dialog = page.dialog("Authentication phone").await?;
    dialog
        .field("Phone number")
        .await?
        .fill("+1 555 555 0199")
        .await?;
    dialog.button("Send code").await?.click().await?;
    dialog.see(FAILED).await?;
    ensure!(dialog.field("Phone number").await?.value().await? == "+1 555 555 0199");
    dialog.button("Send code").await?.click().await?;
    dialog.see("We've sent a text message").await?;
    let code = text_code(&page).await?;
    dialog.field("Code").await?.fill(&code).await?;
    dialog.button("Confirm").await?.click().await?;
    dialog.see(FAILED).await?;
    ensure!(dialog.field("Code").await?.value().await? == code);
    dialog.button("Confirm").await?.click().await?;
    page.announced("Authentication phone is set up: +15555550199.")
        .await?;
    press(&page, "Remove alternate authentication phone").await?;
    let dialog = page
        .dialog("Remove alternate authentication phone?")
        .await?;
    dialog
        .button("Remove alternate authentication phone")
        .await?
        .click()
        .await?;
    dialog.see(FAILED).await?;
    dialog
        .button("Remove alternate authentication phone")
        .await?
        .click()
        .await?;
    page.announced("Alternate authentication phone removed.")
        .await?;
    press(&page, "Restore").await?;
    let dialog = page.dialog("Restore multi-factor authentication?").await?;
    dialog.button("Restore").await?.click().await?;
    dialog.see(FAILED).await?;
    dialog.button("Restore").await?.click().await?;
    page.gone(Role::Dialog, Name::Any).await?;
    page.no_errors().await
}
