//! Two windows of one person.

use end_to_end::{Name, Role, ensure, in_every_browser, steps};

in_every_browser! {
    /// A window that was left open would fail at what another one has done already.
    async fn what_was_deleted_elsewhere_is_gone_here_too(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        page.button("Delete 9").await?.click().await?;
        page.dialog("Delete 9?").await?;
        let here = page.tab_shown().await?;
        page.new_tab().await?;
        page.ready(&host.at("/security/app-passwords")).await?;
        steps::delete(&page, "9").await?;
        page.announced("9 was deleted.").await?;
        page.show(&here).await?;
        page.dialog("Delete 9?").await?.button("Delete").await?.click().await?;
        page.announced("9 was deleted.").await?;
        page.gone(Role::Dialog, Name::Any).await?;
        steps::listed(&page, 2).await?;
        page.no_errors().await
    }

    /// A row made in another window would be missing, and made a second time.
    async fn what_was_made_elsewhere_is_here_on_coming_back(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        let here = page.tab_shown().await?;
        page.new_tab().await?;
        page.ready(&host.at("/security/app-passwords")).await?;
        let password = steps::create(&page, "Desk").await?;
        steps::copy(&page).await?;
        steps::close(&page, "Desk").await?;
        page.show(&here).await?;
        page.row("Desk").await?;
        let listed = steps::listed(&page, 4).await?;
        ensure!(listed[0].starts_with("Desk"), "{listed:?}");
        // and deleted here, it is refused there
        steps::delete(&page, "Desk").await?;
        steps::mail_answers(&page, &password, "Refused").await?;
        page.no_errors().await
    }
}
