//! Deleted, with ten seconds to undo: the password is refused from the first of them.

use end_to_end::{
    Engine, Name, Page, Result, Role, Setup, begins, ensure, in_every_browser, phone, steps,
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

    /// An offer that is no longer good would be pressed in vain.
    async fn after_ten_seconds_nothing_is_offered_and_nothing_comes_back(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        let password = make(&page, "Desk").await?;
        steps::delete(&page, "Desk").await?;
        is_offered(&page, "Desk").await?;
        phone::ten_minutes_later(&page).await?;
        page.gone(Role::Button, begins("Undo")).await?;
        page.not_see(STILL).await?;
        steps::mail_answers(&page, &password, "Refused").await?;
        steps::listed(&page, 3).await?;
        page.no_errors().await
    }

    /// The name was used again meanwhile: two would stand there with one name, or nobody would say
    /// why nothing happens.
    async fn what_cannot_come_back_says_why(page: Page, host: Host) {
        steps::open_list(&page, &host, STANDING).await?;
        steps::delete(&page, "9").await?;
        is_offered(&page, "9").await?;
        make_in_another_window(&page, &host, "9").await?;
        page.button("Undo deleting 9").await?.click().await?;
        page.announced("9 cannot be restored: another app password has its name now.").await?;
        page.gone(Role::Button, begins("Undo")).await?;
        let close = page.button("Close").await?;
        close.gets_focus().await?;
        close.click().await?;
        page.gone(Role::Button, "Close").await?;
        page.button("Delete Android Type Mail App").await?.gets_focus().await?;
        steps::listed(&page, 3).await?;
        page.no_errors().await
    }

    /// The newest slip is the one to undo; the bar of the one before would name the wrong one.
    async fn the_newest_is_offered(page: Page, host: Host) {
        steps::open_list(&page, &host, STANDING).await?;
        steps::delete(&page, "9").await?;
        is_offered(&page, "9").await?;
        steps::delete(&page, "Android Type Mail App").await?;
        is_offered(&page, "Android Type Mail App").await?;
        page.count(Role::Button, begins("Undo"), 1).await?;
        page.button("Undo deleting Android Type Mail App").await?.click().await?;
        page.row("Android Type Mail App").await?;
        steps::listed(&page, 2).await?;
        Ok(())
    }
}

/// The guide's steps 6 to 8 while this window waits.
async fn make_in_another_window(page: &Page, host: &end_to_end::Host, name: &str) -> Result<()> {
    let here = page.tab_shown().await?;
    page.new_tab().await?;
    page.ready(&host.at("/security/app-passwords")).await?;
    make(page, name).await?;
    page.show(&here).await
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

/// At the limit one is deleted to make room: what is offered there would be refused a moment later.
#[journey]
async fn making_room_offers_no_undo() -> Result<()> {
    let host = Setup::page().start()?;
    let page = Engine::Chromium.start().await?;
    steps::open_list(&page, &host, "forty&now=2026-01-15T09:00:00Z").await?;
    page.button("create").await?.click().await?;
    let dialog = page.dialog("Delete an app password first").await?;
    dialog.button("Delete iPhone Mail 1").await?.click().await?;
    dialog.button("Delete").await?.click().await?;
    let dialog = page.dialog("Create app password").await?;
    page.announced("iPhone Mail 1 was deleted.").await?;
    dialog.button("Cancel").await?.click().await?;
    page.gone(Role::Dialog, Name::Any).await?;
    page.gone(Role::Button, begins("Undo")).await?;
    steps::listed(&page, 39).await?;
    page.no_errors().await
}
