//! Any static host, any path, no fallback needed.

use end_to_end::{Engine, Host, Page, Result, Setup, ensure, json, steps};

/// The paths behind sign in, and the heading of each.
const ROUTES: [(&str, &str); 6] = [
    ("/apps", "Apps"),
    ("/profile", "Profile"),
    ("/security", "Additional security verification"),
    ("/security/app-passwords", "App passwords"),
    (
        "/security/app-passwords/set-up",
        "Set up your mail application",
    ),
    ("/help", "How do I get my apps working with app passwords?"),
];

async fn every_route_answers(page: &Page, host: &Host) -> Result<()> {
    page.ready(&host.at("/?scenario=three-rows")).await?;
    steps::sign_in_as(page, "Sam Rivera").await?;
    page.heading("Apps").await?;
    for (path, heading) in ROUTES {
        for end in ["", "/"] {
            page.ready(&host.at(&format!("{path}{end}"))).await?;
            whole(page, heading).await?;
            page.reload().await?;
            whole(page, heading).await?;
        }
        links_stay_below(page, host).await?;
    }
    page.ready(&host.at("/security/app-passwords/create"))
        .await?;
    page.dialog("Create app password").await?;
    deferred(page).await?;
    page.reload().await?;
    page.dialog("Create app password").await?;
    page.no_errors().await
}

/// The screen, and the last script that it loads.
async fn whole(page: &Page, heading: &str) -> Result<()> {
    page.heading(heading).await?;
    deferred(page).await
}

/// Firefox complains of a script that a page is left without.
async fn deferred(page: &Page) -> Result<()> {
    page.holds("the deferred script is here", async || {
        let here = "return performance.getEntriesByType('resource')
            .some(({ name, responseEnd }) => name.includes('/deferred-') && responseEnd > 0)";
        Ok(page.run(here, json!([])).await? == true)
    })
    .await
}

/// No link leads out of the folder, and every icon is drawn.
async fn links_stay_below(page: &Page, host: &Host) -> Result<()> {
    let look = "return {
        links: [...document.querySelectorAll('a[href]')].map((link) => link.href),
        icons: [...document.querySelectorAll('.frame svg use')].map((icon) => icon.getBBox().width),
    }";
    let found = page.run(look, json!([])).await?;
    let links = found["links"].as_array().cloned().unwrap_or_default();
    ensure!(links.len() > 2, "the page has {} links", links.len());
    for link in &links {
        let link = link.as_str().unwrap_or_default();
        ensure!(
            link.starts_with(&host.url()) || link.starts_with("mailto:"),
            "{link} leads out of {}",
            host.url()
        );
    }
    let icons = found["icons"].as_array().cloned().unwrap_or_default();
    ensure!(!icons.is_empty(), "no icon stands on the page");
    for width in &icons {
        ensure!(
            width.as_f64().is_some_and(|width| width > 1.0),
            "an icon is not drawn: {icons:?}"
        );
    }
    Ok(())
}

/// An operator's host would need rules that they may not be able to write.
#[journey]
async fn at_the_root_of_a_host_that_only_sends_files() -> Result<()> {
    let host = Setup::production().static_only().start()?;
    every_route_answers(&Engine::Chromium.start().await?, &host).await
}

/// The same below a path, in the other engine: links and icons know where they are.
#[journey]
async fn below_a_path_of_a_host_that_only_sends_files() -> Result<()> {
    let host = Setup::page().static_only().below("/a/b").start()?;
    every_route_answers(&Engine::Firefox.start().await?, &host).await
}

/// Below a path that ends as one of the page's own does.
#[journey]
async fn below_a_path_that_looks_like_a_route() -> Result<()> {
    let host = Setup::production().below("/apps").start()?;
    let page = Engine::Chromium.start().await?;
    page.ready(&host.at("/")).await?;
    page.heading("Sign in").await?;
    page.link("How do I get my apps working with app passwords?")
        .await?
        .click()
        .await?;
    page.at("/apps/help").await?;
    page.heading("How do I get my apps working with app passwords?")
        .await?;
    page.no_errors().await
}

/// Whoever mistypes an address would see the host's page, or an empty one.
#[journey]
async fn an_unknown_path_is_said_by_the_page_itself() -> Result<()> {
    let host = Setup::production().below("/a/b").start()?;
    let page = Engine::Chromium.start().await?;
    page.ready(&host.at("/security/no-such/thing")).await?;
    page.heading("Page not found").await?;
    // the browser itself tells of the 404, and of the folders that were asked where they are
    let errors = page.console_errors().await?;
    ensure!(
        errors.iter().all(|error| error.contains("404")),
        "{errors:#?}"
    );
    links_stay_below(&page, &host).await
}

/// The first press of Tab on a long page leads past its head, below a path too.
#[journey]
async fn the_skip_link_leads_to_main_before_and_after_the_program() -> Result<()> {
    let host = Setup::page().below("/a/b").start()?;
    let page = Engine::Chromium.start().await?;
    host.hold(".wasm");
    page.open(&host.at("/")).await?;
    for held in [true, false] {
        if !held {
            host.release();
            page.ready(&host.at("/")).await?;
        }
        page.press("Tab").await?;
        ensure!(page.focused().await?.name().await? == "Skip to main content");
        page.press("Enter").await?;
        page.holds("the focus is in main", async || {
            let focused = page
                .run("return document.activeElement.id", json!([]))
                .await?;
            Ok(focused == "main")
        })
        .await?;
        ensure!(page.url().await?.ends_with("/a/b/"), "the address changed");
    }
    Ok(())
}
