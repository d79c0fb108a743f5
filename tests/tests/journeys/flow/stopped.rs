//! When the page's program has stopped.

use end_to_end::phone::{begin, press};
use end_to_end::{Page, Result, ensure, json};

const STOPPED: &str = "This page has stopped working";

/// The page's own kinds of error: Firefox runs what a test says in a world beside the page's.
async fn throws(page: &Page, script: &str) -> Result<()> {
    page.run(script, json!([])).await?;
    Ok(())
}

/// The page would stay there, dead, and nobody would know whether the app passwords are safe.
#[journey]
async fn a_program_that_stopped_says_so_and_offers_to_reload() -> Result<()> {
    let throws_now = "dispatchEvent(new window.ErrorEvent('error', { error: new window.WebAssembly.RuntimeError('unreachable SECRET') }))";
    // a script of the driver rejects unheard, so the event itself is sent
    let throws_later = "dispatchEvent(new window.PromiseRejectionEvent('unhandledrejection', \
        { promise: Promise.resolve(), reason: new window.WebAssembly.RuntimeError('unreachable SECRET') }))";
    for script in [throws_now, throws_later] {
        let (page, _host) = begin("/security?scenario=three-rows").await?;
        press(&page, "Remove authentication phone").await?;
        page.dialog("Remove authentication phone?").await?;
        throws(&page, script).await?;
        let told = page.dialog(STOPPED).await?;
        told.see("Your app passwords are safe and keep working. Reload the page to continue.")
            .await?;
        ensure!(
            !told.words().await?.contains("SECRET"),
            "the error's text is shown"
        );
        ensure!(
            page.all(end_to_end::Role::Dialog, "Remove authentication phone?")
                .await?
                .is_empty()
        );
        let reload = page.button("Reload the page").await?;
        reload.gets_focus().await?;
        // once is enough
        throws(&page, throws_now).await?;
        page.dialog(STOPPED).await?;
        page.press("Enter").await?;
        page.heading("What's your preferred option?").await?;
        page.not_see(STOPPED).await?;
    }
    Ok(())
}

/// A browser extension's error would drive people out of a page that works.
#[journey]
async fn an_error_of_an_extension_stops_nothing() -> Result<()> {
    let (page, _host) = begin("/security?scenario=three-rows").await?;
    for script in [
        "dispatchEvent(new window.ErrorEvent('error', { error: new TypeError('of an extension') }))",
        "dispatchEvent(new window.ErrorEvent('error', { error: null, message: 'Script error.' }))",
        "dispatchEvent(new window.PromiseRejectionEvent('unhandledrejection', \
            { promise: Promise.resolve(), reason: new Error('of an extension') }))",
        "dispatchEvent(new window.PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve() }))",
    ] {
        throws(&page, script).await?;
    }
    press(&page, "Cancel").await?;
    page.announced("No changes to discard.").await?;
    ensure!(!page.words().await?.contains(STOPPED));
    Ok(())
}
