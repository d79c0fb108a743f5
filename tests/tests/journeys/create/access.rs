//! By keyboard alone, and for whoever listens to the page.

use end_to_end::{Engine, Name, Page, Result, Role, Setup, ensure, in_every_browser, steps};

/// Presses Tab until the focus is on what has this name.
async fn tab_to(page: &Page, name: &str) -> Result<()> {
    let mut passed = Vec::new();
    for _ in 0..40 {
        page.press("Tab").await?;
        let here = page.focused().await?.name().await?;
        if here == name {
            return Ok(());
        }
        passed.push(here);
    }
    ensure!(false, "Tab does not lead to {name:?}, only to {passed:?}");
    Ok(())
}

/// What axe-core finds.
async fn is_clean(page: &Page, place: &str) -> Result<()> {
    let found = page.axe().await?;
    ensure!(found.is_empty(), "{place}:\n{}", found.join("\n"));
    Ok(())
}

in_every_browser! {
    /// Whoever uses no mouse could not make an app password.
    async fn one_is_made_by_keyboard_alone(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        tab_to(&page, "create").await?;
        page.press("Enter").await?;
        page.dialog("Create app password").await?.field("Name").await?.gets_focus().await?;
        page.type_text("Desk").await?;
        tab_to(&page, "next").await?;
        page.press("Space").await?;
        let password = steps::password_shown(&page, "Desk").await?;
        page.dialog("Your app password").await?.heading("Your app password").await?.gets_focus().await?;
        tab_to(&page, "copy password to clipboard").await?;
        page.press("Space").await?;
        page.announced("Copied: the password is on the clipboard.").await?;
        tab_to(&page, "close").await?;
        page.press("Enter").await?;
        page.heading("Now set up Desk").await?.gets_focus().await?;
        ensure!(page.clipboard().await? == password);
        page.no_errors().await
    }

    /// Whoever cannot see where the focus went would start again from the top of the page.
    async fn the_focus_goes_into_each_dialog_and_comes_back(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        let create = page.button("create").await?;
        create.click().await?;
        page.dialog("Create app password").await?.field("Name").await?.gets_focus().await?;
        page.press("Escape").await?;
        page.gone(Role::Dialog, Name::Any).await?;
        page.at("/security/app-passwords").await?;
        page.button("create").await?.gets_focus().await?;
        let delete = page.button("Delete Android Type Mail App").await?;
        delete.click().await?;
        let question = page.dialog("Delete Android Type Mail App?").await?;
        // the answer that takes nothing away
        question.button("Cancel").await?.gets_focus().await?;
        page.press("Escape").await?;
        page.gone(Role::Dialog, Name::Any).await?;
        page.button("Delete Android Type Mail App").await?.gets_focus().await?;
        page.press("Enter").await?;
        page.dialog("Delete Android Type Mail App?").await?.button("Delete").await?.click().await?;
        page.announced("Android Type Mail App was deleted.").await?;
        // what took the place of the button that was pressed
        page.button("Undo deleting Android Type Mail App").await?.gets_focus().await?;
        steps::delete(&page, "Initial app password20160831195929").await?;
        steps::delete(&page, "9").await?;
        page.button("Undo deleting 9").await?.gets_focus().await?;
        page.button("Close").await?.click().await?;
        page.heading("App passwords").await?.gets_focus().await?;
        page.no_errors().await
    }
}

/// Whoever listens, magnifies or needs contrast would be shut out somewhere on the way.
#[journey]
async fn axe_finds_nothing_on_the_way() -> Result<()> {
    let host = Setup::page().start()?;
    let page = Engine::Chromium.start().await?;
    steps::open_list(&page, &host, "three-rows").await?;
    steps::listed(&page, 3).await?;
    is_clean(&page, "the list").await?;
    page.button("Delete 9").await?.click().await?;
    page.dialog("Delete 9?").await?;
    is_clean(&page, "delete").await?;
    page.press("Escape").await?;
    page.button("create").await?.click().await?;
    let dialog = page.dialog("Create app password").await?;
    is_clean(&page, "the name").await?;
    dialog.button("next").await?.click().await?;
    page.announced("Enter a name, so that").await?;
    is_clean(&page, "a wrong name").await?;
    dialog.field("Name").await?.fill("Desk").await?;
    dialog.button("next").await?.click().await?;
    steps::password_shown(&page, "Desk").await?;
    is_clean(&page, "shown once").await?;
    page.button("close").await?.click().await?;
    page.button("Go back").await?.gets_focus().await?;
    is_clean(&page, "asked before closing").await?;
    page.press("Enter").await?;
    steps::copy(&page).await?;
    is_clean(&page, "copied").await?;
    steps::close(&page, "Desk").await?;
    is_clean(&page, "set up").await?;
    steps::open_list(&page, &host, "forty").await?;
    page.button("create").await?.click().await?;
    page.dialog("Delete an app password first").await?;
    is_clean(&page, "the limit").await
}
