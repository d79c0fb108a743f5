//! Deleted, with ten seconds to undo: the password is refused from the first of them.

use end_to_end::{
    Engine, Name, Page, Result, Role, Setup, begins, ensure, in_every_browser, steps,
};

const STILL: &str = "was deleted. This can still be undone.";

/// With the clock standing still, ten seconds are never over, however busy the machine is.
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
        page.button("Delete Desk").await?.gets_focus().await?;
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

/// Somebody without a mouse could not reach it, or would type where nothing is to be seen.
#[journey]
async fn by_keyboard_alone_and_nothing_is_covered_by_it() -> Result<()> {
    let host = Setup::page().start()?;
    let page = Engine::Chromium.start().await?;
    page.resize(390, 500).await?;
    steps::open_list(&page, &host, "forty&now=2026-01-15T09:00:00Z").await?;
    for name in ["Thunderbird 19", "Android Mail 17"] {
        steps::delete(&page, name).await?;
        is_offered(&page, name).await?;
        let covered = "const r = document.activeElement.getBoundingClientRect();
            const x = r.left + r.width / 2, y = r.bottom - 2;
            return document.activeElement.contains(document.elementFromPoint(x, y))";
        page.holds("the button with the focus is in sight", async || {
            Ok(page.run(covered, end_to_end::json!([])).await? == true)
        })
        .await?;
    }
    // from the row on, the bar comes after the rows that are left and the notes below them
    let undo = page.button("Undo deleting Android Mail 17").await?;
    let mut steps_taken = 0;
    while !undo.is_focused().await? {
        page.press("Tab").await?;
        steps_taken += 1;
        ensure!(steps_taken < 60, "the keyboard does not reach it");
    }
    page.press("Enter").await?;
    page.row("Android Mail 17").await?;
    page.button("Delete Android Mail 17")
        .await?
        .gets_focus()
        .await?;
    ensure!(page.axe().await?.is_empty());
    page.gone(Role::Dialog, Name::Any).await
}
