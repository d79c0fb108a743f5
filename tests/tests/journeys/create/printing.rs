//! On paper: the password, large, black on white, with its name and where it is entered, and nothing
//! that only a screen needs. Chromium alone prints for a test.

use end_to_end::{Engine, Page, Result, Setup, ensure, json, steps};

/// As it is on paper.
async fn printed(page: &Page) -> Result<String> {
    page.run("dispatchEvent(new Event('beforeprint'))", json!([]))
        .await?;
    media(page, "print").await?;
    page.words().await
}

/// For `print`, or as the device has it: `screen` would be printed as well.
async fn media(page: &Page, media: &str) -> Result<()> {
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": media }))
        .await?;
    Ok(())
}

/// How many pages a printer makes of it.
async fn pages(page: &Page) -> Result<usize> {
    let printed = page
        .devtools("Page.printToPDF", json!({ "printBackground": true }))
        .await?;
    let count = "return atob(arguments[0]).split(/\\/Type\\s*\\/Page\\b/).length - 1";
    let count = page.run(count, json!([printed["data"]])).await?;
    Ok(count
        .as_u64()
        .and_then(|count| count.try_into().ok())
        .unwrap_or_default())
}

/// Whoever keeps it on paper would keep a page of buttons, or a sheet with half of it.
#[journey]
async fn a_shown_password_is_printed_with_what_belongs_to_it_and_nothing_else() -> Result<()> {
    let host = Setup::page().start()?;
    let page = Engine::Chromium.start().await?;
    for theme in ["Light", "Dark"] {
        page.ready(&host.at("/")).await?;
        page.button("Display").await?.click().await?;
        page.select("Theme").await?.choose(theme).await?;
        steps::open_list(&page, &host, "long-names").await?;
        let password = steps::create(&page, "Desk").await?;
        for spelled in [false, true] {
            media(&page, "").await?;
            if spelled {
                page.button("Spell it out").await?.click().await?;
                page.button("Next letter").await?.click().await?;
            }
            let count = pages(&page).await?;
            ensure!(count == 1, "it takes {count} pages");
            let words = printed(&page).await?;
            for text in [
                "Your app password",
                "Desk",
                password.as_str(),
                "You need to keep this password",
                "imap.contoso.example",
                "smtp.contoso.example",
                "User name",
            ] {
                ensure!(words.contains(text), "{text:?} is not printed: {words}");
            }
            for text in [
                "copy password to clipboard",
                "close",
                "Spell it out",
                "Next letter",
                "Delete",
                "MyApps",
                "Get mail",
                "Language",
            ] {
                ensure!(!words.contains(text), "{text:?} is printed: {words}");
            }
            let first = password
                .chars()
                .next()
                .unwrap_or_default()
                .to_ascii_uppercase();
            let word = words
                .split_whitespace()
                .any(|word| word.len() > 1 && word.starts_with(first));
            ensure!(!spelled || word, "its words are not printed: {words}");
            let look = "const { color, fontSize } = getComputedStyle(document.querySelector('dialog[open] code')); \
                return [color, parseFloat(fontSize) >= 30, getComputedStyle(document.querySelector('dialog[open]')).backgroundColor]";
            let look = page.run(look, json!([])).await?;
            ensure!(
                look == json!(["rgb(0, 0, 0)", true, "rgb(255, 255, 255)"]),
                "{theme}: {look}"
            );
        }
        media(&page, "").await?;
        steps::copy(&page).await?;
        steps::close(&page, "Desk").await?;
    }
    page.no_errors().await
}

/// The steps for the mail application are what most people print.
#[journey]
async fn the_list_and_the_help_are_printed_without_what_only_a_screen_needs() -> Result<()> {
    let host = Setup::page().start()?;
    let page = Engine::Chromium.start().await?;
    steps::open_list(&page, &host, "three-rows").await?;
    page.row("Android Type Mail App").await?;
    let words = printed(&page).await?;
    for text in ["App passwords", "Android Type Mail App", "9/4/2016"] {
        ensure!(words.contains(text), "{text:?} is not printed: {words}");
    }
    for text in [
        "Delete",
        "Language",
        "Start over",
        "Get mail",
        "Skip to main content",
    ] {
        ensure!(!words.contains(text), "{text:?} is printed: {words}");
    }
    media(&page, "").await?;
    page.ready(&host.at("/help?scenario=three-rows")).await?;
    page.see("imap.contoso.example").await?;
    let words = printed(&page).await?;
    ensure!(words.contains("imap.contoso.example"), "{words}");
    ensure!(
        !words.contains("Language") && !words.contains("Get mail"),
        "{words}"
    );
    Ok(())
}
