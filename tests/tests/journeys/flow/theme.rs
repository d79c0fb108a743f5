//! Light or dark, more contrast, less motion: as the device has it or as the person wants it here.

use end_to_end::{Engine, Page, Result, Setup, ensure, json};

async fn is_drawn(page: &Page, scheme: &str) -> Result<()> {
    page.holds(&format!("the page is {scheme}"), async || {
        let drawn = "return getComputedStyle(document.documentElement).colorScheme";
        Ok(page.run(drawn, json!([])).await? == scheme)
    })
    .await
}

/// Whoever is dazzled by it would have to change the whole device.
#[journey]
async fn a_theme_is_chosen_here_and_remembered() -> Result<()> {
    let host = Setup::page().start()?;
    let page = Engine::Chromium.start().await?;
    page.emulate_media(&[("prefers-color-scheme", "light")])
        .await?;
    page.ready(&host.at("/")).await?;
    is_drawn(&page, "light").await?;
    page.button("Display").await?.click().await?;
    page.select("Theme").await?.choose("Dark").await?;
    is_drawn(&page, "dark").await?;
    page.reload().await?;
    is_drawn(&page, "dark").await?;
    page.button("Display").await?.click().await?;
    page.select("Theme")
        .await?
        .choose("As on this device")
        .await?;
    is_drawn(&page, "light").await?;
    page.emulate_media(&[("prefers-color-scheme", "dark")])
        .await?;
    is_drawn(&page, "dark").await?;
    page.select("Theme").await?.choose("Light").await?;
    is_drawn(&page, "light").await?;
    page.no_errors().await
}

/// What a style property of the sign-in button is.
async fn style_of_sign_in(page: &Page, property: &str) -> Result<String> {
    page.button("Sign in").await?.style(property).await
}

/// Whoever sees little, or is made ill by what moves, would have to know where the device keeps it.
#[journey]
async fn contrast_and_motion_are_chosen_here_and_remembered() -> Result<()> {
    let host = Setup::page().start()?;
    let page = Engine::Chromium.start().await?;
    page.ready(&host.at("/")).await?;
    let edge = async || {
        page.field("E-mail address")
            .await?
            .style("border-top-color")
            .await
    };
    let (soft, moving) = (
        edge().await?,
        style_of_sign_in(&page, "transition-duration").await?,
    );
    page.button("Display").await?.click().await?;
    page.select("Contrast").await?.choose("High").await?;
    page.select("Motion").await?.choose("Reduced").await?;
    for _ in 0..2 {
        page.holds("the edge of a field is stronger", async || {
            Ok(edge().await? != soft)
        })
        .await?;
        let still = style_of_sign_in(&page, "transition-duration").await?;
        ensure!(
            moving != still && still.split(',').all(|each| each.trim() == "0s"),
            "{moving}, {still}"
        );
        page.reload().await?;
        page.heading("Sign in").await?;
    }
    page.no_errors().await
}

/// A choice that a later version no longer offers would leave the page without colours.
#[journey]
async fn a_remembered_theme_that_no_longer_exists_is_the_devices() -> Result<()> {
    let host = Setup::page().start()?;
    let page = Engine::Chromium.start().await?;
    page.emulate_media(&[("prefers-color-scheme", "dark")])
        .await?;
    page.ready(&host.at("/")).await?;
    let remember = "localStorage.setItem('app-password-portal.theme', 'sepia')";
    page.run(remember, json!([])).await?;
    page.reload().await?;
    is_drawn(&page, "dark").await?;
    page.no_errors().await
}
