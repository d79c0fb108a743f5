//! Deleted, with time to undo: the password is refused from its first moment.

use end_to_end::{
    Engine, Name, Page, Result, Role, Setup, begins, ensure, in_every_browser, steps,
};

const STILL: &str = "was deleted. This can still be undone.";

/// With the clock standing still, the time is never over, however busy the machine is.
const STANDING: &str = "three-rows&now=2026-01-15T09:00:00Z";

/// Makes one, and comes back to the list.
async fn make(page: &Page, name: &str) -> Result<String> {
    let password = steps::create(page, name).await?;
    steps::copy(page).await?;
    steps::close(page, name).await?;
    page.link("App passwords").await?.click().await?;
    page.row(name).await?;
    Ok(password)
}

/// What was deleted is on the screen to be brought back.
async fn is_offered(page: &Page, name: &str) -> Result<()> {
    page.announced(&format!("{name} {STILL}")).await?;
    page.button(&format!("Undo deleting {name}")).await?;
    Ok(())
}

in_every_browser! {
    /// A slip of the finger would cost a new password on every device; or a stolen phone would go
    /// on reading mail for ten seconds.
    async fn undo_brings_the_same_one_back(page: Page, host: Host) {
        steps::open_list(&page, &host, STANDING).await?;
        let password = make(&page, "Desk").await?;
        make(&page, "Sofa").await?;
        let before = steps::listed(&page, 5).await?;
        steps::mail_answers(&page, &password, "Signed in with Desk.").await?;

        steps::delete(&page, "Desk").await?;
        is_offered(&page, "Desk").await?;
        steps::mail_answers(&page, &password, "Refused").await?;
        page.button("Undo deleting Desk").await?.click().await?;
        page.announced("Desk is back, and its password works again.").await?;
        focus_is_at(&page, "Desk").await?;
        page.gone(Role::Button, begins("Undo")).await?;
        let after = steps::listed(&page, 5).await?;
        ensure!(after == before, "{after:#?}");
        steps::mail_answers(&page, &password, "Signed in with Desk.").await?;
        page.reload().await?;
        let kept = steps::listed(&page, 5).await?;
        ensure!(kept == before, "{kept:#?}");
        page.no_errors().await
    }
}

/// The name of a row has the focus.
async fn focus_is_at(page: &Page, name: &str) -> Result<()> {
    page.holds("the name of the row has the focus", async || {
        let focused = "return document.activeElement.textContent";
        Ok(page.run(focused, end_to_end::json!([])).await? == name)
    })
    .await
}

/// Somebody without a mouse could not reach it.
#[journey]
async fn by_keyboard_alone_it_is_there_at_once() -> Result<()> {
    let host = Setup::page().start()?;
    let page = Engine::Chromium.start().await?;
    page.resize(390, 500).await?;
    steps::open_list(&page, &host, "forty&now=2026-01-15T09:00:00Z").await?;
    for name in ["Thunderbird 19", "Android Mail 17"] {
        steps::delete(&page, name).await?;
        is_offered(&page, name).await?;
        let undo = page.button(&format!("Undo deleting {name}")).await?;
        undo.gets_focus().await?;
    }
    page.press("Enter").await?;
    page.row("Android Mail 17").await?;
    focus_is_at(&page, "Android Mail 17").await?;
    ensure!(page.axe().await?.is_empty());
    page.gone(Role::Dialog, Name::Any).await
}
