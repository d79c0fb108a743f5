//! The clipboard refused as each browser, and each host, does it in a way of its own.

use crate::create::clipboard::{can_be_copied_by_hand, copy_and_hear, is_left_selected};
use end_to_end::{Engine, Host, Page, Result, Setup, ensure, json, steps};

/// The page still takes it for not copied: **close** asks.
async fn close_asks(page: &Page) -> Result<()> {
    page.button("close").await?.click().await?;
    page.announced("You have not copied it. It will not be shown again.")
        .await
}

async fn chromium(host: &Host) -> Result<(Page, String)> {
    let page = Engine::Chromium.start().await?;
    steps::open_list(&page, host, "three-rows").await?;
    let password = steps::create(&page, "Desk").await?;
    Ok((page, password))
}

fn host() -> Result<Host> {
    Setup::page().start()
}

/// Chromium's "Block" would leave a person with a password that cannot be got out.
#[journey]
async fn by_the_person_in_chromium() -> Result<()> {
    let host = host()?;
    let (page, password) = chromium(&host).await?;
    page.set_permission("clipboard-write", "denied").await?;
    copy_and_hear(
        &page,
        "Not copied: the browser does not allow this page to use the clipboard.",
    )
    .await?;
    is_left_selected(&page, &password).await?;
    close_asks(&page).await?;
    page.button("Go back").await?.click().await?;
    copy_and_hear(&page, "Not copied").await?;
    can_be_copied_by_hand(&page, &password).await
}

/// The same where the operator's host forbids it. Firefox and WebKit know no such policy.
#[journey]
async fn by_the_host_in_chromium() -> Result<()> {
    let host = Setup::page()
        .header("permissions-policy", "clipboard-write=()")
        .start()?;
    let (page, password) = chromium(&host).await?;
    copy_and_hear(
        &page,
        "Not copied: the browser does not allow this page to use the clipboard.",
    )
    .await?;
    is_left_selected(&page, &password).await?;
    can_be_copied_by_hand(&page, &password).await
}

/// The same in Firefox, where an administrator switches it off.
#[journey]
async fn by_an_administrator_in_firefox() -> Result<()> {
    let host = host()?;
    let page = Engine::Firefox
        .with()
        .preference("dom.allow_cut_copy", false)
        .start()
        .await?;
    steps::open_list(&page, &host, "three-rows").await?;
    let password = steps::create(&page, "Desk").await?;
    copy_and_hear(
        &page,
        "Not copied: the browser does not allow this page to use the clipboard.",
    )
    .await?;
    is_left_selected(&page, &password).await?;
    can_be_copied_by_hand(&page, &password).await
}

/// The same in WebKit, whose clipboard can be switched off as a whole.
#[journey]
async fn by_an_administrator_in_webkit() -> Result<()> {
    let host = host()?;
    let page = Engine::Webkit
        .with()
        .argument("--features=-AsyncClipboardAPI")
        .start()
        .await?;
    steps::open_list(&page, &host, "three-rows").await?;
    let password = steps::create(&page, "Desk").await?;
    ensure!(
        page.run("return navigator.clipboard === undefined", json!([]))
            .await?
            == true
    );
    // the older command is left, and may have worked
    copy_and_hear(
        &page,
        "Copied with an older method of this browser. Paste it once to be sure",
    )
    .await?;
    let pasted = page.clipboard().await?;
    ensure!(pasted == password, "{pasted:?} is on the clipboard");
    steps::close(&page, "Desk").await
}
