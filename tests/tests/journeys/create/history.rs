//! Back, forward and reload at each step. A reload loses what is not kept, and a password is not: the
//! browser asks before that, and the driver says yes.

use end_to_end::{Name, Page, Result, Role, begins, ensure, in_every_browser, json, steps};

const LOST: &str = "cannot be shown again: delete it or make another";

/// Nobody saw this one through: its row says so, it can be deleted, and nothing shows its letters.
async fn is_marked_as_lost(page: &Page, password: &str) -> Result<()> {
    page.gone(Role::Dialog, Name::Any).await?;
    page.row(begins("Desk")).await?.see(LOST).await?;
    let found = page
        .run(crate::create::secret::TRACES, json!([password]))
        .await?;
    ensure!(found == json!([]), "the password is still in {found}");
    Ok(())
}

in_every_browser! {
    /// The name would have to be typed again after every slip of a finger.
    async fn the_name_typed_is_kept(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        page.button("create").await?.click().await?;
        page.dialog("Create app password").await?.field("Name").await?.fill("Desk").await?;
        page.back().await?;
        page.gone(Role::Dialog, Name::Any).await?;
        page.at("/security/app-passwords").await?;
        page.forward().await?;
        let name = page.dialog("Create app password").await?.field("Name").await?;
        ensure!(name.value().await? == "Desk", "forward: {:?}", name.value().await?);
        page.reload().await?;
        let dialog = page.dialog("Create app password").await?;
        ensure!(dialog.field("Name").await?.value().await? == "Desk");
        // given up: gone
        dialog.button("Cancel").await?.click().await?;
        page.gone(Role::Dialog, Name::Any).await?;
        page.button("create").await?.click().await?;
        let name = page.dialog("Create app password").await?.field("Name").await?;
        ensure!(name.value().await?.is_empty(), "given up, and kept: {:?}", name.value().await?);
        page.press("Escape").await?;
        page.gone(Role::Dialog, Name::Any).await?;
        steps::listed(&page, 3).await?;
        Ok(())
    }

    /// A slip of a finger would lose a password; or it would be on the screen again for whoever comes to
    /// the device next.
    async fn back_from_the_password_asks_and_after_copying_it_leads_back(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        let password = steps::create(&page, "Desk").await?;
        page.back().await?;
        page.announced("You have not copied it. It will not be shown again.").await?;
        page.at("/security/app-passwords").await?;
        page.button("Go back").await?.click().await?;
        ensure!(steps::password_shown(&page, "Desk").await? == password);
        steps::copy(&page).await?;
        for step in ["back", "forward"] {
            if step == "back" { page.back().await? } else { page.forward().await? }
            page.gone(Role::Dialog, Name::Any).await?;
            page.row("Desk").await?;
            page.not_see(LOST).await?;
            let found = page.run(crate::create::secret::TRACES, json!([password])).await?;
            ensure!(found == json!([]), "{step}: the password is still in {found}");
        }
        steps::listed(&page, 4).await?;
        Ok(())
    }

    /// A row that nobody has the password of would look like any other.
    async fn reload_while_it_is_shown_marks_the_row(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        let password = steps::create(&page, "Desk").await?;
        page.reload().await?;
        is_marked_as_lost(&page, &password).await?;
        let listed = steps::listed(&page, 4).await?;
        ensure!(listed.iter().filter(|row| row.contains(LOST)).count() == 1, "{listed:#?}");
        Ok(())
    }

    /// A browser keeps a page whole for going back to it, the password with it.
    async fn a_page_left_while_it_is_shown_does_not_come_back_with_it(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        let password = steps::create(&page, "Desk").await?;
        page.open(&host.at("/config.json")).await?;
        page.back().await?;
        page.heading("App passwords").await?;
        is_marked_as_lost(&page, &password).await
    }

    /// Going back from setting up would offer a password that is gone, or call one lost that was
    /// copied.
    async fn back_from_setting_up_leads_to_the_list(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        let password = steps::create(&page, "Desk").await?;
        steps::copy(&page).await?;
        steps::close(&page, "Desk").await?;
        page.reload().await?;
        page.heading("Now set up Desk").await?;
        page.back().await?;
        page.heading("App passwords").await?;
        page.row("Desk").await?;
        page.gone(Role::Dialog, Name::Any).await?;
        page.not_see(LOST).await?;
        let found = page.run(crate::create::secret::TRACES, json!([password])).await?;
        ensure!(found == json!([]), "the password is still in {found}");
        page.forward().await?;
        page.heading("Now set up Desk").await?;
        Ok(())
    }
}
