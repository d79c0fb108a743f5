//! The built page starts at all.

use end_to_end::{begins, ensure, in_every_browser};

in_every_browser! {
    both targets:
    /// Nobody could begin.
    async fn a_visitor_can_sign_in(page: Page, host: Host) {
        page.ready(&host.at("/")).await?;
        page.heading("Sign in").await?;
        page.field(begins("E-mail")).await?.fill("someone").await?;
        page.field(begins("Password")).await?.fill("wrong").await?;
        page.button("Sign in").await?;
        page.no_errors().await?;
        ensure!(page.title().await?.contains("Sign in"));
        Ok(())
    }

    /// A bookmark of a place inside would lead nowhere.
    async fn a_deep_link_starts_the_page(page: Page, host: Host) {
        page.ready(&host.at("/security/app-passwords")).await?;
        // a visitor is asked to sign in first
        page.heading("Sign in").await?;
        Ok(())
    }
}
