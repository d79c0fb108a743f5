//! When a newer release of the page is there than the one that is open.

use super::offline::{EMAIL, GONE, kept};
use end_to_end::{Engine, Host, Page, Result, Role, Setup, ensure, json, steps};

const NEWER: &str = "A newer version of this page is available.";

async fn release(page: &Page) -> Result<String> {
    let script = "return document.documentElement.dataset.release";
    let name = page.run(script, json!([])).await?;
    Ok(name.as_str().unwrap_or_default().to_owned())
}

/// The page on the screen is the old one; the other window opens the new one.
async fn newer_release_is_found(page: &Page, host: &Host) -> Result<()> {
    let old = release(page).await?;
    let here = page.tab_shown().await?;
    host.renew()?;
    page.new_tab().await?;
    page.ready(&host.at("/help")).await?;
    ensure!(
        release(page).await? != old,
        "the old release is opened, though the new one is there"
    );
    page.show(&here).await?;
    ensure!(release(page).await? == old, "the page reloaded by itself");
    Ok(())
}

/// Whoever never closes a tab would never get what was mended; whoever is typing would lose it.
#[journey]
async fn a_newer_release_is_offered_and_used_after_one_reload() -> Result<()> {
    let mut host = Setup::production().renewable()?.start()?;
    let page = Engine::Chromium.start().await?;
    page.ready(&host.at("/?scenario=three-rows")).await?;
    kept(&page).await?;
    let old = release(&page).await?;
    let field = page.field("E-mail address").await?;
    field.fill(EMAIL).await?;
    newer_release_is_found(&page, &host).await?;
    page.announced(NEWER).await?;
    ensure!(field.value().await? == EMAIL, "what was typed is lost");
    page.button("Reload the page").await?.click().await?;
    page.holds("the new release is here", async || {
        Ok(release(&page).await? != old)
    })
    .await?;
    page.heading("Sign in").await?;
    page.gone(Role::Button, "Reload the page").await?;
    // without a network it is the new one as well, and the old copy is gone
    kept(&page).await?;
    host.stop();
    page.ready(&host.at("/")).await?;
    page.see(GONE).await?;
    ensure!(release(&page).await? != old, "the old copy is given out");
    let count = page
        .run(
            "return caches.keys().then((names) => names.length)",
            json!([]),
        )
        .await?;
    ensure!(count == 1, "{count} copies are kept");
    Ok(())
}

/// The password is shown once: a page that reloads by itself would take it away for ever.
#[journey]
async fn nothing_reloads_while_a_password_is_on_the_screen() -> Result<()> {
    let host = Setup::production().renewable()?.start()?;
    let page = Engine::Chromium.start().await?;
    steps::open_list(&page, &host, "three-rows").await?;
    kept(&page).await?;
    let password = steps::create(&page, "Thunderbird").await?;
    newer_release_is_found(&page, &host).await?;
    page.see(NEWER).await?;
    ensure!(
        steps::password_shown(&page, "Thunderbird").await? == password,
        "the password is gone"
    );
    steps::copy(&page).await?;
    steps::close(&page, "Thunderbird").await?;
    page.button("Reload the page").await?;
    Ok(())
}

/// An old tab asks for files that are gone, where there is no copy of them: it says what to do.
#[journey]
async fn an_old_tab_whose_files_are_gone_is_offered_the_newer_release() -> Result<()> {
    let host = Setup::production().renewable()?.start()?;
    host.no_store();
    let page = Engine::Chromium.start().await?;
    host.refuse("behind-sign-in", true);
    page.ready(&host.at("/")).await?;
    host.renew()?;
    page.field("E-mail address").await?.fill(EMAIL).await?;
    page.field("Password")
        .await?
        .fill("made-up-password")
        .await?;
    page.button("Sign in").await?.click().await?;
    page.see("Part of this page could not be loaded.").await?;
    page.see(NEWER).await?;
    page.button("Reload the page").await?;
    Ok(())
}
