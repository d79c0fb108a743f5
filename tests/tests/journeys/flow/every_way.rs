//! One end to end for each way of the second factor, in every engine: from the password to the
//! apps.

use end_to_end::phone::{PASSWORD, app_code, enter, give_password, is_in};
use end_to_end::{Host, Page, Result, devices::Devices, in_every_browser, steps::text_code};

async fn begin(page: &Page, host: &Host, scenario: &str, email: &str) -> Result<()> {
    page.ready(&host.at(&format!("/?scenario={scenario}")))
        .await?;
    give_password(page, email, PASSWORD).await?;
    page.heading("Verify your identity").await?;
    page.at("/verify").await
}

in_every_browser! {
    /// Nobody whose code comes by text would get in.
    async fn a_text_message(page: Page, host: Host) {
        begin(&page, &host, "prefers-text", "alice@contoso.example").await?;
        let code = text_code(&page).await?;
        enter(&page, &code).await?;
        is_in(&page).await?;
        page.no_errors().await
    }

    /// Nobody who is called would get in.
    async fn a_call(page: Page, host: Host) {
        begin(&page, &host, "prefers-call", "omar@contoso.example").await?;
        page.see("We're calling your phone. Please answer it to continue.").await?;
        Devices::of(&page).await?.answer_and_press_pound().await?;
        is_in(&page).await?;
        page.no_errors().await
    }

    /// Nobody who approves in the app would get in.
    async fn a_notification(page: Page, host: Host) {
        begin(&page, &host, "prefers-notification", "lena@contoso.example").await?;
        Devices::of(&page).await?.approve().await?;
        is_in(&page).await?;
        page.no_errors().await
    }

    /// Nobody with codes from an app would get in.
    async fn a_code_from_the_app(page: Page, host: Host) {
        begin(&page, &host, "prefers-app-code", "diego@contoso.example").await?;
        let code = app_code(&page, "diego@contoso.example").await?;
        enter(&page, &format!("{} {}", &code[..3], &code[3..])).await?;
        is_in(&page).await?;
        page.no_errors().await
    }
}
