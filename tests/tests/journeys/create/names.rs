//! The name: what is refused, why, and that nothing typed is lost over it.

use end_to_end::{
    Element, Engine, Page, Result, Role, Setup, begins, ensure, in_every_browser, json, steps,
};

/// Presses **next** and is told what is wrong, beside the field, with what was typed still in it.
async fn is_refused(page: &Page, name: &Element, typed: &str, words: &str) -> Result<()> {
    page.button("next").await?.click().await?;
    page.holds(&format!("{typed:?} is called wrong"), async || {
        name.is_invalid().await
    })
    .await?;
    let described = name.description().await?;
    ensure!(described.contains(words), "{typed:?}: {described}");
    ensure!(name.value().await? == typed, "{typed:?} did not stay");
    name.gets_focus().await?;
    page.announced(words).await?;
    ensure!(
        page.all(Role::Dialog, "Your app password")
            .await?
            .is_empty()
    );
    Ok(())
}

async fn open(page: &Page) -> Result<Element> {
    page.button("create").await?.click().await?;
    page.dialog("Create app password")
        .await?
        .field("Name")
        .await
}

in_every_browser! {
    /// Whoever mistypes would have to guess what is wrong, or type it all again.
    async fn a_name_that_cannot_be_is_explained(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        let name = open(&page).await?;
        ensure!(name.description().await?.contains("easy to remember (iPhone Mail, Android Mail, etc)"));
        for (typed, words) in [
            ("", "Enter a name, so that"),
            ("   ", "Enter a name, so that"),
            (&*"n".repeat(65), "The name is longer than 64 characters."),
            ("9", "You already have an app password with this name."),
            ("  ANDROID type MAIL app ", "You already have an app password with this name."),
        ] {
            name.fill(typed).await?;
            is_refused(&page, &name, typed, words).await?;
            name.type_text("x").await?;
            page.holds("typing on takes the complaint back", async || Ok(!name.is_invalid().await?)).await?;
        }
        // none of them was made
        page.press("Escape").await?;
        steps::listed(&page, 3).await?;
        page.no_errors().await
    }

    /// Orca reads no alert in Firefox whose words change: only one that appears.
    async fn each_refusal_is_an_alert_that_appears(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        page.run(
            "window.appeared = []; \
             new MutationObserver((changes) => changes.flatMap((change) => [...change.addedNodes]) \
               .filter((node) => node.nodeType === 1 && node.matches('[role=alert]')) \
               .forEach((alert) => appeared.push(alert.textContent))) \
               .observe(document.body, { subtree: true, childList: true })",
            json!([]),
        )
        .await?;
        let name = open(&page).await?;
        for time in 1..=2 {
            name.fill("9").await?;
            is_refused(&page, &name, "9", "You already have an app password with this name.").await?;
            let appeared = page.run("return appeared", json!([])).await?;
            let said = appeared.as_array().map_or(0, Vec::len);
            ensure!(said == time, "after {time}: {appeared}");
        }
        Ok(())
    }

    /// A name of one's own language, or a long one, would be refused or come out different.
    async fn any_other_name_is_kept_as_it_was_typed(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        let longest = format!("{}é📱", "n".repeat(62));
        let names = [&*longest, "📱", "<b>Büro</b> & \"Küche\""];
        for (made, name) in names.iter().enumerate() {
            let password = steps::create(&page, name).await?;
            steps::copy(&page).await?;
            steps::close(&page, name).await?;
            steps::mail_answers(&page, &password, &format!("Signed in with {name}.")).await?;
            page.link("App passwords").await?.click().await?;
            page.row(*name).await?.button(&format!("Delete {name}")).await?;
            steps::listed(&page, 4 + made).await?;
        }
        page.no_errors().await
    }
}

/// An invisible character would make two names look the same, or turn the row around.
#[journey]
async fn invisible_characters_are_refused() -> Result<()> {
    let host = Setup::page().start()?;
    let page = Engine::Chromium.start().await?;
    steps::open_list(&page, &host, "three-rows").await?;
    page.set_permission("clipboard-write", "granted").await?;
    let name = open(&page).await?;
    for typed in ["a\u{7}b", "Desk\u{202e}liaM", "a\u{2066}b"] {
        // nobody types these: they come from elsewhere
        let put = "return navigator.clipboard.writeText(arguments[0])";
        page.run(put, json!([typed])).await?;
        name.fill("").await?;
        name.paste().await?;
        is_refused(&page, &name, typed, "invisible character").await?;
    }
    page.press("Escape").await?;
    page.gone(Role::Row, begins("a")).await?;
    steps::listed(&page, 3).await?;
    Ok(())
}
