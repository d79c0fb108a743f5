//! The harness tries itself on a page of its own: a test that cannot fail guards nothing.

use end_to_end::{Engine, Host, Name, Page, Result, Role, Setup, begins, ensure, repository};
use std::time::Duration;

fn fixture() -> Setup {
    Setup::of(&repository::root().join("tests/fixture"))
}

macro_rules! in_all {
    ($(#[doc = $doc:literal] async fn $name:ident($page:ident, $host:ident) $body:block)*) => { $(
        #[doc = $doc]
        mod $name {
            use super::*;
            async fn flow($page: Page, mut $host: Host) -> Result<()> {
                $page.ready(&$host.url()).await?;
                $body
                $host.stop();
                Ok(())
            }
            #[journey]
            async fn chromium() -> Result<()> {
                flow(Engine::Chromium.start().await?, fixture().start()?).await
            }
            #[journey]
            async fn firefox() -> Result<()> {
                flow(Engine::Firefox.start().await?, fixture().start()?).await
            }
            #[journey]
            async fn webkit() -> Result<()> {
                flow(Engine::Webkit.start().await?, fixture().start()?).await
            }
        }
    )* };
}

in_all! {
    /// A test would not find what a person finds.
    async fn everything_is_found_by_role_and_name(page, host) {
        page.heading("App passwords").await?;
        for field in ["E-mail", "Network password", "Find", "Copies", "Notes"] {
            page.field(field).await?.fill("17").await?;
            ensure!(page.field(field).await?.value().await? == "17", "{field}");
        }
        page.group("What's your preferred option?").await?.radio("Call my office phone").await?.click().await?;
        ensure!(page.radio("Call my office phone").await?.is_on().await?);
        ensure!(!page.radio("Notify me through app").await?.is_on().await?);
        page.checkbox("Don't ask again for 14 days").await?.click().await?;
        page.select("Country").await?.choose("Chile").await?;
        ensure!(page.select("Country").await?.value().await? == "Chile");
        ensure!(page.tab("app passwords").await?.is_on().await?);
        page.the(Role::TabPanel, "app passwords").await?.see("the panel").await?;
        page.link(begins("How do I")).await?.click().await?;
        page.at("#how").await?;
        page.button("More").await?.click().await?;
        page.see("inside").await?;
        // a style sheet adds to the name
        page.button("→ forward").await?;
        page.the(Role::ColumnHeader, "Date created").await?;
        page.count(Role::Row, Name::Any, 3).await?;
        page.row("9").await?.button("Delete 9").await?;
        page.row(begins("Android")).await?.button(begins("Delete")).await?;
        let password = page.field("Network password").await?;
        ensure!(password.is_invalid().await? && password.description().await? == "That is not right.");
    }

    /// A look behind a modal dialog would find what nobody can press.
    async fn a_modal_dialog_hides_what_is_behind_it(page, host) {
        let many = page.patience(Duration::from_millis(100)).button(begins("")).await.err().ok_or_else(anyhow)?;
        ensure!(format!("{many:#}").contains("more than one"));
        // the engines tell the name as `text-transform` makes it
        page.button("CREATE").await?.click().await?;
        let dialog = page.dialog("Create app password").await?;
        page.gone(Role::Button, "Delete 9").await?;
        let name = dialog.field("Name").await?;
        name.gets_focus().await?;
        page.type_text("iPhone Mail").await?;
        ensure!(name.value().await? == "iPhone Mail");
        page.press("Enter").await?;
        page.gone(Role::Dialog, Name::Any).await?;
        page.announced("made iPhone Mail").await?;
    }

    /// A test would press too early, and blame the page.
    async fn a_click_waits_until_it_can_be_done(page, host) {
        page.button("wake").await?.click().await?;
        page.announced("awake").await?;
    }

    /// A copy that never reached the clipboard would pass.
    async fn what_was_copied_is_read_by_pasting(page, host) {
        page.button("copy password to clipboard").await?.click().await?;
        page.announced("Copied").await?;
        ensure!(page.clipboard().await? == "abcd efgh");
        ensure!(page.field("Notes").await?.paste().await? == "abcd efgh");
        page.see("oneword next block").await?;
    }

    /// An error in the page would go unnoticed.
    async fn what_the_page_throws_is_told(page, host) {
        page.no_errors().await?;
        page.button("fail").await?.click().await?;
        page.holds("the error is told", async || {
            Ok(page.console_errors().await?.iter().any(|line| line.contains("on purpose")))
        }).await?;
    }

    /// A test of a slow or dead host would test a quick one.
    async fn a_host_holds_back_and_stops(page, host) {
        host.hold("held.txt");
        let early = page.patience(Duration::from_millis(300));
        page.open(&host.url()).await?;
        let waiting = "document.documentElement.dataset.ready === undefined";
        ensure!(page.run(&format!("return {waiting}"), end_to_end::json!([])).await? == true);
        host.release();
        early.holds("ready", async || Ok(page.run(&format!("return !({waiting})"), end_to_end::json!([])).await? == true)).await?;
        ensure!(host.asked().iter().any(|line| line.ends_with("/held.txt")));
        page.open(&host.at("/index")).await?;
        page.heading("App passwords").await?;
        host.stop();
        ensure!(page.open(&host.url()).await.is_err(), "a stopped host answers");
        host.start()?;
        page.ready(&host.url()).await?;
        let under = fixture().below("/portal").start()?;
        page.ready(&under.at("/")).await?;
        page.open(&under.at("/index")).await?;
        page.heading("App passwords").await?;
    }
}

fn anyhow() -> std::fmt::Error {
    std::fmt::Error
}

/// Whoever reads a failure would not know what the page showed.
#[test]
fn a_failure_tells_what_was_there() -> Result<()> {
    for (engine, button) in [
        (Engine::Chromium, "button \"Delete"),
        (Engine::Firefox, "button \"Delete"),
        (Engine::Webkit, "button \"Delete"),
    ] {
        let failing = end_to_end::run(async {
            let host = fixture().start()?;
            let page = engine.start().await?;
            page.ready(&host.url()).await?;
            page.patience(Duration::from_millis(200))
                .button("make")
                .await?;
            Ok(())
        });
        let told = format!("{:#}", failing.err().ok_or_else(anyhow)?);
        let test = "a_failure_tells_what_was_there.0.png";
        for part in [
            "no button named \"make\"",
            button,
            "GET /held.txt",
            "harness.rs:",
            test,
        ] {
            ensure!(told.contains(part), "{part} is not in: {told}");
        }
    }
    Ok(())
}
