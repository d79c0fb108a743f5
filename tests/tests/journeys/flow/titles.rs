//! What a person who does not see the screen is told on arrival.

use super::addresses::BEHIND;
use end_to_end::phone::{PASSWORD, begin, enter, give_password, is_in, main, press};
use end_to_end::{Page, Result, ensure, steps::text_code};

async fn arrives(page: &Page, heading: &str) -> Result<()> {
    page.heading(heading).await?;
    let title = format!("{heading} - Contoso");
    page.holds(&format!("the title is {title:?}"), async || {
        Ok(page.title().await? == title)
    })
    .await
}

/// Of ten open tabs nobody could tell which is which.
#[journey]
async fn every_screen_has_a_title_of_its_own() -> Result<()> {
    let (page, host) = begin("/?scenario=three-rows").await?;
    arrives(&page, "Sign in").await?;
    page.begun(&host.at("/verify?scenario=three-rows")).await?;
    arrives(&page, "Verify your identity").await?;
    page.begun(&host.at("/set-up?scenario=no-second-factor"))
        .await?;
    arrives(&page, "Set up your second factor").await?;
    page.begun(&host.at("/apps?scenario=three-rows")).await?;
    for (path, heading) in BEHIND {
        page.ready(&host.at(path)).await?;
        arrives(&page, heading).await?;
    }
    Ok(())
}

/// A screen reader would stay silent, or begin again with the address bar, after each step.
#[journey]
async fn the_focus_is_on_the_heading_of_each_screen_one_arrives_at() -> Result<()> {
    let (page, _host) = begin("/?scenario=three-rows").await?;
    give_password(&page, "sam@contoso.example", PASSWORD).await?;
    // here the code field takes it; the heading and what to do are announced
    page.announced(
        "Verify your identity. We've sent a text message with a code to +1 ••• ••• 0134.",
    )
    .await?;
    page.field("Code").await?.gets_focus().await?;
    enter(&page, &text_code(&page).await?).await?;
    is_in(&page).await?;
    page.heading("Apps").await?.gets_focus().await?;
    page.link(end_to_end::begins("App passwords"))
        .await?
        .click()
        .await?;
    page.heading("App passwords").await?.gets_focus().await?;
    press(&page, "Sam Rivera").await?;
    page.link("Profile").await?.click().await?;
    page.heading("Profile").await?.gets_focus().await?;
    page.link("Additional security verification")
        .await?
        .click()
        .await?;
    page.heading("Additional security verification")
        .await?
        .gets_focus()
        .await?;
    page.back().await?;
    page.heading("Profile").await?.gets_focus().await?;
    press(&page, "Sam Rivera").await?;
    press(&page, "Sign out").await?;
    page.heading("Sign in").await?.gets_focus().await?;
    page.no_errors().await
}

/// A keyboard user would tab through the header on every screen.
#[journey]
async fn the_first_tab_stop_skips_to_the_main_part() -> Result<()> {
    let (page, host) = begin("/profile?scenario=three-rows").await?;
    page.heading("Profile").await?;
    page.press("Tab").await?;
    let link = page.link("Skip to main content").await?;
    link.gets_focus().await?;
    page.press("Enter").await?;
    main(&page).await?.gets_focus().await?;
    page.press("Tab").await?;
    page.link("Additional security verification")
        .await?
        .gets_focus()
        .await?;
    ensure!(
        page.url().await? == host.at("/profile"),
        "the address changed"
    );
    page.no_errors().await
}

/// The account menu would be out of reach without a mouse.
#[journey]
async fn the_account_menu_opens_and_closes_by_keyboard() -> Result<()> {
    let (page, _host) = begin("/profile?scenario=three-rows").await?;
    let opener = page.button("Sam Rivera").await?;
    ensure!(opener.attribute("aria-expanded").await?.as_deref() == Some("false"));
    opener.click().await?;
    ensure!(opener.attribute("aria-expanded").await?.as_deref() == Some("true"));
    page.press("Tab").await?;
    page.link("Profile").await?.gets_focus().await?;
    page.press("Escape").await?;
    opener.gets_focus().await?;
    page.gone(end_to_end::Role::Button, "Sign out").await?;
    page.press("Enter").await?;
    page.button("Sign out").await?;
    // it closes behind whoever tabs on
    for _ in 0..3 {
        page.press("Tab").await?;
    }
    page.gone(end_to_end::Role::Button, "Sign out").await?;
    page.no_errors().await
}
