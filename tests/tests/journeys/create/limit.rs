//! Forty is the limit, with a way through it.

use end_to_end::{Name, Page, Result, Role, ensure, in_every_browser, steps};

/// At the limit: chooses one to delete, and says yes.
async fn make_room(page: &Page, name: &str) -> Result<()> {
    let dialog = page.dialog("Delete an app password first").await?;
    dialog
        .see("Currently there is a limit of 40 App passwords per user, and you have reached it.")
        .await?;
    dialog
        .button(&format!("Delete {name}"))
        .await?
        .click()
        .await?;
    dialog.heading(&format!("Delete {name}?")).await?;
    dialog.button("Delete").await?.click().await?;
    page.dialog("Create app password").await?;
    page.announced(&format!("{name} was deleted.")).await
}

/// Makes the one whose name stands there, and goes back to the list.
async fn finish(page: &Page, name: &str) -> Result<()> {
    let dialog = page.dialog("Create app password").await?;
    dialog.button("next").await?.click().await?;
    steps::password_shown(page, name).await?;
    steps::copy(page).await?;
    steps::close(page, name).await?;
    page.link("App passwords").await?.click().await?;
    page.row(name).await?;
    Ok(())
}

in_every_browser! {
    /// Somebody with forty could make no new one, or would lose one without being asked.
    async fn the_fortieth_is_made_and_for_the_next_one_has_to_go(page: Page, host: Host) {
        steps::open_list(&page, &host, "thirty-nine").await?;
        steps::create(&page, "Fortieth").await?;
        steps::copy(&page).await?;
        steps::close(&page, "Fortieth").await?;
        page.link("App passwords").await?.click().await?;
        steps::listed(&page, 40).await?;
        page.button("create").await?.click().await?;
        let dialog = page.dialog("Delete an app password first").await?;
        // thinking again deletes nothing
        dialog.button("Delete Fortieth").await?.click().await?;
        dialog.heading("Delete Fortieth?").await?;
        dialog.button("Cancel").await?.click().await?;
        dialog.button("Cancel").await?.click().await?;
        page.gone(Role::Dialog, Name::Any).await?;
        page.row("Fortieth").await?;
        page.button("create").await?.click().await?;
        make_room(&page, "Fortieth").await?;
        let name = page.field("Name").await?;
        name.gets_focus().await?;
        name.fill("Next").await?;
        finish(&page, "Next").await?;
        steps::listed(&page, 40).await?;
        page.gone(Role::Row, "Fortieth").await?;
        page.no_errors().await
    }

    /// The limit may come between typing and sending; what was typed would be lost.
    async fn the_name_typed_outlives_the_limit(page: Page, host: Host) {
        steps::open_list(&page, &host, "thirty-nine").await?;
        page.button("create").await?.click().await?;
        page.dialog("Create app password").await?.field("Name").await?.fill("Mine").await?;
        let here = page.tab_shown().await?;
        let other = page.new_tab().await?;
        page.ready(&host.at("/security/app-passwords")).await?;
        steps::create(&page, "Fortieth").await?;
        steps::copy(&page).await?;
        steps::close(&page, "Fortieth").await?;
        page.show(&here).await?;
        // sent, unless coming back to this window has told it of the limit already
        page.press("Enter").await?;
        make_room(&page, "iPhone Mail 1").await?;
        let name = page.field("Name").await?;
        ensure!(name.value().await? == "Mine", "{:?} is left", name.value().await?);
        finish(&page, "Mine").await?;
        steps::listed(&page, 40).await?;
        page.show(&other).await?;
        page.no_errors().await
    }
}
