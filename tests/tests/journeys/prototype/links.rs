//! Links of the prototype: a scenario, a moment, a seed.

use end_to_end::phone::chromium;
use end_to_end::{
    Name, Result, Role, ensure,
    steps::{create, listed, mail_answers, open_list, password_shown},
};

/// A designer's link would open an error, and nobody would notice until it is shown to somebody.
#[journey]
async fn every_scenario_opens_without_a_complaint() -> Result<()> {
    let (page, host) = chromium("/").await?;
    for scenario in made_up::Name::ALL {
        page.ready(&host.at(&format!("/?scenario={scenario}")))
            .await?;
        page.heading("Made-up people").await?;
        page.ready(&host.at(&format!("/security?scenario={scenario}")))
            .await?;
        let words = if *scenario == made_up::Name::NoSecondFactor {
            "Set up your second factor"
        } else {
            "Additional security verification"
        };
        page.patience(std::time::Duration::from_secs(20))
            .the(Role::Heading, words)
            .await?;
        let errors = page.console_errors().await?;
        ensure!(errors.is_empty(), "{scenario}: {errors:?}");
    }
    Ok(())
}

/// What is shown without a network could be looked at only by whoever pulls the plug.
#[journey]
async fn without_a_network_the_page_says_so_until_somebody_else_is_chosen() -> Result<()> {
    const GONE: &str = "There is no network connection.";
    let (page, host) = chromium("/").await?;
    page.ready(&host.at("/security/app-passwords?scenario=offline"))
        .await?;
    page.heading("App passwords").await?;
    page.announced(GONE).await?;
    page.see("Your app passwords are safe and keep working.")
        .await?;
    page.see("load as soon as you're back online.").await?;
    page.gone(Role::Table, Name::Any).await?;
    // somebody who has one
    page.ready(&host.at("/?scenario=offline")).await?;
    page.announced(GONE).await?;
    page.button(end_to_end::begins("Sam Rivera"))
        .await?
        .click()
        .await?;
    page.announced("You're back online.").await?;
    page.not_see(GONE).await?;
    page.button("Sign in").await?.click().await?;
    page.heading("Verify your identity").await?;
    page.no_errors().await
}

/// A typo in a link would silently show something else.
#[journey]
async fn an_unknown_scenario_is_said() -> Result<()> {
    let (page, host) = chromium("/").await?;
    page.ready(&host.at("/?scenario=four-rows")).await?;
    page.see("There is no scenario called “four-rows”. Choose one of these.")
        .await?;
    page.button(end_to_end::begins("Sam Rivera")).await?;
    page.ready(&host.at("/?scenario=%3Cb%3Ebold")).await?;
    page.see("“<b>bold”").await?;
    // also where the link points behind sign in
    page.ready(&host.at("/security?scenario=four-rows")).await?;
    page.see("There is no scenario called “four-rows”.").await?;
    page.no_errors().await
}

/// A typo beside the scenario would silently be left out.
#[journey]
async fn a_part_of_a_link_that_is_not_understood_is_said() -> Result<()> {
    let (page, host) = chromium("/").await?;
    for part in [
        "network=fast",
        "netwrk=slow",
        "next=GET /apps:teapot",
        "world=A B",
    ] {
        page.ready(&host.at(&format!("/?scenario=forty&{part}")))
            .await?;
        page.see(&format!(
            "This link contains “{part}”, which the prototype does not understand"
        ))
        .await?;
    }
    page.no_errors().await
}

/// "At the limit" and "without a clipboard" are two things, and somebody wants to see both at once.
#[journey]
async fn a_link_adds_conditions_to_a_scenario() -> Result<()> {
    let (page, host) = chromium("/").await?;
    open_list(&page, &host, "thirty-nine&clipboard=refused&latency=0").await?;
    create(&page, "Tablet").await?;
    page.button("copy password to clipboard")
        .await?
        .click()
        .await?;
    page.announced("Not copied: the browser does not allow this page to use the clipboard.")
        .await?;
    page.no_errors().await
}

/// What idempotency is for could be shown to nobody.
#[journey]
async fn a_reply_that_is_lost_can_be_shown_by_a_link() -> Result<()> {
    let (page, host) = chromium("/").await?;
    open_list(
        &page,
        &host,
        "three-rows&next=POST+/app-passwords:reply-lost",
    )
    .await?;
    page.button("create").await?.click().await?;
    let dialog = page.dialog("Create app password").await?;
    dialog.field("Name").await?.fill("Tablet").await?;
    dialog.button("next").await?.click().await?;
    page.see("The portal cannot be reached.").await?;
    dialog.button("next").await?.click().await?;
    let password = password_shown(&page, "Tablet").await?;
    mail_answers(&page, &password, "Signed in with Tablet.").await?;
    page.button("close").await?.click().await?;
    page.button("Close without copying").await?.click().await?;
    page.ready(&host.at("/security/app-passwords")).await?;
    listed(&page, 4).await?;
    page.no_errors().await
}

/// Codes would be other ones each time, though the link says which.
#[journey]
async fn a_seed_gives_the_same_codes_and_another_gives_others() -> Result<()> {
    let (page, host) = chromium("/").await?;
    let mut codes = Vec::new();
    for seed in ["7", "7", "8"] {
        page.ready(&host.at(&format!("/verify?scenario=prefers-text&seed={seed}")))
            .await?;
        codes.push(end_to_end::steps::text_code(&page).await?);
    }
    ensure!(codes[0] == codes[1] && codes[1] != codes[2], "{codes:?}");
    Ok(())
}
