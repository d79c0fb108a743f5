//! Step 6: on the very first visit an app password is made without asking, once.

use end_to_end::{
    Engine, Name, Result, Role, Setup, begins, in_every_browser, server::Fault, steps,
};

const NAME: &str = "Initial app password20260102030405";

in_every_browser! {
    /// A newcomer would not be led to a first app password, or get a new one at every visit.
    async fn one_is_made_by_itself_and_shown_once(page: Page, host: Host) {
        page.ready(&host.at("/security/app-passwords?scenario=first-visit&now=2026-01-02T03:04:05Z")).await?;
        let password = steps::password_shown(&page, NAME).await?;
        page.dialog("Your app password").await?.see("This initial app password was automatically created.").await?;
        steps::copy(&page).await?;
        steps::close(&page, NAME).await?;
        steps::mail_answers(&page, &password, "Signed in").await?;
        page.link("App passwords").await?.click().await?;
        steps::listed(&page, 1).await?;
        page.reload().await?;
        page.row(NAME).await?;
        page.gone(Role::Dialog, Name::Any).await?;
        steps::listed(&page, 1).await?;
        // deleting the last one does not make another
        steps::delete(&page, NAME).await?;
        page.see("You have no app passwords. Press create to make one.").await?;
        page.reload().await?;
        page.see("You have no app passwords. Press create to make one.").await?;
        page.gone(Role::Dialog, Name::Any).await?;
        page.no_errors().await
    }
}

/// Its reply is the only one that holds it, and a screen that is drawn anew in another language would
/// not be there for it.
#[journey]
async fn the_language_can_be_changed_while_it_is_being_made() -> Result<()> {
    let host = Setup::production().start()?;
    let page = Engine::Chromium.start().await?;
    page.ready(&host.at("/?scenario=first-visit")).await?;
    host.server()
        .fault_once("POST /app-passwords/initial", Fault::ReplyLate(4_000));
    steps::sign_in_as(&page, "Noa Lindqvist").await?;
    page.heading("Apps").await?;
    page.ready(&host.at("/security/app-passwords")).await?;
    page.see("Your initial app password is being created")
        .await?;
    page.select("Language").await?.choose("Deutsch").await?;
    let dialog = page.the(Role::Dialog, Name::Any).await?;
    dialog.see("Initial app password").await?;
    // and with the dialog the old language is gone
    page.press("Escape").await?;
    page.button("Schließen, ohne zu kopieren")
        .await?
        .click()
        .await?;
    page.heading(begins("Jetzt Initial app password")).await?;
    page.no_errors().await
}
