//! Where the operator's policy forbids new app passwords, and what administrators are told.

use end_to_end::{Name, Role, ensure, in_every_browser, steps};

const NOTE: &str =
    "Note: If you are an admin of a Contoso service, we recommend not using app passwords.";

in_every_browser! {
    /// Old app passwords would be trapped: they work, and nobody could delete them.
    async fn where_new_ones_are_forbidden_old_ones_can_be_deleted(page: Page, host: Host) {
        steps::open_list(&page, &host, "creation-forbidden").await?;
        page.see("Your administrator does not allow new app passwords. The ones you have keep working, and you can delete them.").await?;
        steps::listed(&page, 3).await?;
        page.gone(Role::Button, "create").await?;
        steps::delete(&page, "9").await?;
        page.announced("9 was deleted.").await?;
        steps::listed(&page, 2).await?;
        // by a bookmark, too
        page.ready(&host.at("/security/app-passwords/create")).await?;
        page.at("/security/app-passwords").await?;
        page.gone(Role::Dialog, Name::Any).await?;
        steps::listed(&page, 2).await?;
        page.no_errors().await
    }

    /// An administrator would not hear that app passwords are not for them.
    async fn an_administrator_is_advised_and_not_hindered(page: Page, host: Host) {
        steps::open_list(&page, &host, "administrator").await?;
        page.see(NOTE).await?;
        let password = steps::create(&page, "Desk").await?;
        steps::copy(&page).await?;
        steps::close(&page, "Desk").await?;
        steps::mail_answers(&page, &password, "Signed in").await?;
        // the guide shows the note to everyone
        steps::open_list(&page, &host, "three-rows").await?;
        page.see(NOTE).await?;
        ensure!(page.button("create").await.is_ok());
        page.no_errors().await
    }
}
