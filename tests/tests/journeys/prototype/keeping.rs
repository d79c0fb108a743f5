//! What the prototype keeps, and what it does where a browser keeps nothing.

use end_to_end::phone::{PASSWORD, chromium, give_password, is_in, press};
use end_to_end::{
    Engine, Host, Page, Result, Setup, ensure, json,
    steps::{delete, open_list, sign_in_as},
};

/// Where the prototype's world is kept.
const KEY: &str = "app-password-portal/prototype/default";
const MADE_UP: &str = "Prototype: people, mail and passwords are made up.";

/// Chromium in which this runs before each page.
async fn chromium_where(script: &str) -> Result<(Page, Host)> {
    let host = Setup::page().start()?;
    let page = Engine::Chromium.start().await?;
    page.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": script }),
    )
    .await?;
    Ok((page, host))
}

async fn world(page: &Page) -> Result<String> {
    let kept = page
        .run("return localStorage.getItem(arguments[0])", json!([KEY]))
        .await?;
    Ok(kept.as_str().unwrap_or_default().to_owned())
}

/// What a designer set up would be gone at each reload, or never go away.
#[journey]
async fn the_world_survives_a_reload_until_it_is_started_over() -> Result<()> {
    let (page, host) = chromium("/").await?;
    open_list(&page, &host, "three-rows").await?;
    delete(&page, "9").await?;
    page.reload().await?;
    page.row("Android Type Mail App").await?;
    page.count(end_to_end::Role::Row, "9", 0).await?;
    ensure!(
        page.url().await? == host.at("/security/app-passwords"),
        "the scenario is in the address still"
    );
    page.see(MADE_UP).await?;
    press(&page, "Start over").await?;
    page.heading("Sign in").await?;
    page.at("/").await?;
    sign_in_as(&page, "Sam Rivera").await?;
    is_in(&page).await?;
    page.link(end_to_end::begins("App passwords"))
        .await?
        .click()
        .await?;
    page.row("9").await?;
    page.no_errors().await
}

/// A prototype that stops for ever after an update, on the one machine where it is shown.
#[journey]
async fn what_cannot_be_read_is_left_alone_until_one_starts_over() -> Result<()> {
    let (page, host) = chromium("/apps?scenario=three-rows").await?;
    page.heading("Apps").await?;
    let kept = world(&page).await?;
    ensure!(kept.starts_with("{\"version\":"), "{}", &kept[..40]);
    let other_version = kept.replacen("{\"version\":", "{\"version\":9", 1);
    let half = &kept[..kept.len() / 2];
    for broken in [other_version.as_str(), half, "", "null", "not JSON at all"] {
        // the page writes at no time by itself, so this is what the next load finds
        page.run(
            "localStorage.setItem(arguments[0], arguments[1])",
            json!([KEY, broken]),
        )
        .await?;
        page.ready(&host.at("/apps")).await?;
        page.see("The saved state of this prototype is damaged or from another version, so nothing works.").await?;
        page.see("The portal cannot be reached.").await?;
        ensure!(
            world(&page).await? == broken,
            "it was written over without being asked"
        );
        press(&page, "Start over").await?;
        page.heading("Sign in").await?;
        page.see(MADE_UP).await?;
        let version = kept.split_inclusive(',').next().unwrap_or_default();
        ensure!(world(&page).await?.starts_with(version));
        sign_in_as(&page, "Sam Rivera").await?;
        is_in(&page).await?;
    }
    // a link begins anew as well
    page.run("localStorage.setItem(arguments[0], '{')", json!([KEY]))
        .await?;
    page.ready(&host.at("/apps?scenario=forty")).await?;
    page.button("Inès Moreau").await?;
    page.see(MADE_UP).await?;
    page.no_errors().await
}

/// With storage full or forbidden (private windows, strict settings) there would be an empty page.
#[journey]
async fn without_storage_the_page_works_and_says_that_nothing_is_kept() -> Result<()> {
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
    let forbidden = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })";
    let unreadable =
        "Storage.prototype.getItem = () => { throw new DOMException('no', 'SecurityError') }";
    for trouble in [full, forbidden, unreadable] {
        let (page, host) = chromium_where(trouble).await?;
        page.ready(&host.at("/")).await?;
        page.see("This browser does not store anything for this page, so reloading starts over.")
            .await?;
        sign_in_as(&page, "Sam Rivera").await?;
        is_in(&page).await?;
        page.link(end_to_end::begins("App passwords"))
            .await?
            .click()
            .await?;
        page.row("9").await?;
        delete(&page, "9").await?;
        press(&page, "Start over").await?;
        page.field("Password").await?;
        page.see("This browser does not store anything for this page, so reloading starts over.")
            .await?;
        page.ready(&host.at("/security?scenario=prefers-text"))
            .await?;
        page.see("+15555550134").await?;
        page.no_errors().await?;
    }
    Ok(())
}

/// Without locks (plain http) nothing would answer.
#[journey]
async fn on_plain_http_everything_answers() -> Result<()> {
    let (page, host) = chromium("/").await?;
    page.ready(&format!("{}/", host.insecure_url(page.engine)))
        .await?;
    ensure!(page.run("return window.isSecureContext", json!([])).await? == false);
    give_password(&page, "sam@contoso.example", PASSWORD).await?;
    page.heading("Verify your identity").await?;
    page.reload().await?;
    page.heading("Verify your identity").await?;
    // the browser itself tells that one of the headers needs https
    let errors = page.console_errors().await?;
    ensure!(
        errors
            .iter()
            .all(|error| error.contains("Cross-Origin-Opener-Policy")),
        "{errors:#?}"
    );
    Ok(())
}

/// A real server has what was sent, whoever stays for the reply.
#[journey]
async fn what_was_sent_is_done_though_the_page_is_left() -> Result<()> {
    let (page, host) = chromium("/").await?;
    open_list(&page, &host, "three-rows&latency=3000").await?;
    page.button("Delete 9").await?.click().await?;
    let dialog = page.dialog("Delete 9?").await?;
    dialog.button("Delete").await?.click().await?;
    // the reply is on its way
    page.reload().await?;
    page.row("Android Type Mail App").await?;
    page.count(end_to_end::Role::Row, "9", 0).await?;
    page.no_errors().await
}

/// Two frames side by side would show the same person, and one would sign the other out.
#[journey]
async fn each_frame_has_the_world_that_its_link_names() -> Result<()> {
    let (page, host) = chromium("/").await?;
    page.ready(&host.at("/apps?scenario=forty&world=a")).await?;
    page.button("Inès Moreau").await?;
    page.ready(&host.at("/apps?scenario=three-rows&world=b"))
        .await?;
    page.button("Sam Rivera").await?;
    ensure!(
        page.url().await? == host.at("/apps"),
        "the link is in the address still"
    );
    // without a name this frame stays in its world
    page.ready(&host.at("/apps")).await?;
    page.button("Sam Rivera").await?;
    page.ready(&host.at("/apps?world=a")).await?;
    page.button("Inès Moreau").await?;
    page.ready(&host.at("/apps?scenario=one&world=memory"))
        .await?;
    page.button("Wanjiru Otieno").await?;
    page.see("This browser does not store anything for this page")
        .await?;
    let kept = page.run(
        "return Object.keys(localStorage).filter((key) => key.includes('/prototype/'))",
        json!([]),
    );
    let kept: Vec<String> = serde_json::from_value(kept.await?)?;
    for (world, expected) in [("a", true), ("b", true), ("memory", false)] {
        let key = format!("app-password-portal/prototype/{world}");
        ensure!(kept.contains(&key) == expected, "{world}: {kept:?}");
    }
    page.no_errors().await
}

/// A code that cannot be read while it is asked for could not be entered.
#[journey]
async fn the_devices_are_within_reach_of_an_open_dialog() -> Result<()> {
    let (page, host) = chromium("/").await?;
    open_list(&page, &host, "three-rows").await?;
    press(&page, "create").await?;
    let dialog = page.dialog("Create app password").await?;
    dialog.field("Name").await?.fill("Tablet").await?;
    end_to_end::phone::ten_minutes_later(&page).await?;
    ensure!(dialog.field("Name").await?.value().await? == "Tablet");
    page.press("Escape").await?;
    page.gone(end_to_end::Role::Dialog, "Create app password")
        .await?;
    // and beside the page again
    end_to_end::phone::ten_minutes_later(&page).await?;
    page.no_errors().await
}
