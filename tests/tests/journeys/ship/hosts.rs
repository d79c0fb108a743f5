//! Hosts that do something to the files on their way.

use end_to_end::{
    Engine, Page, Result, Setup, TARGETS, built, ensure, in_every_browser, json, steps,
};

async fn signs_in(page: &Page) -> Result<()> {
    steps::sign_in_as(page, "Sam Rivera").await?;
    page.heading("Apps").await?;
    Ok(())
}

/// Old hosts do not know `.wasm`, and a browser then does not compile it while it loads.
#[journey]
async fn a_host_that_does_not_know_wasm() -> Result<()> {
    for engine in [Engine::Chromium, Engine::Firefox] {
        let host = Setup::production()
            .content_type(".wasm", "application/octet-stream")
            .start()?;
        let page = engine.start().await?;
        page.ready(&host.at("/?scenario=three-rows")).await?;
        signs_in(&page).await?;
        page.no_errors().await?;
    }
    Ok(())
}

/// A host that sends the page's program as text keeps it from running: then it says so.
#[journey]
async fn a_host_that_sends_the_program_as_text_is_told_apart() -> Result<()> {
    let host = Setup::production()
        .content_type(".js", "text/plain")
        .header("x-content-type-options", "nosniff")
        .start()?;
    let page = Engine::Chromium.start().await?;
    page.open(&host.at("/")).await?;
    page.heading("This page did not load completely").await?;
    page.see("must be served exactly as they were built").await
}

/// A proxy that unpacks and sends everything as it is.
#[journey]
async fn a_host_that_strips_the_compression() -> Result<()> {
    let host = Setup::production().uncompressed().start()?;
    let page = Engine::Chromium.start().await?;
    page.ready(&host.at("/?scenario=three-rows")).await?;
    signs_in(&page).await?;
    page.no_errors().await
}

/// A proxy that "optimises" what it passes on changes what was signed.
#[journey]
async fn a_file_that_was_changed_on_its_way_does_not_run() -> Result<()> {
    let host = Setup::production()
        .uncompressed()
        .corrupt(".wasm")
        .start()?;
    let page = Engine::Chromium.start().await?;
    page.open(&host.at("/")).await?;
    page.heading("This page did not load completely").await?;
    Ok(())
}

in_every_browser! {
    production:
    /// After a new deployment an old tab asks for files that are gone, at the moment of signing in.
    async fn an_old_tab_after_a_new_deployment(page: Page, host: Host) {
        host.no_store();
        page.ready(&host.at("/?scenario=three-rows")).await?;
        // The form stands there; of the rest nothing may be in a cache.
        host.refuse("behind-sign-in", true);
        page.ready(&host.at("/")).await?;
        page.field("E-mail address").await?.fill("sam@contoso.example").await?;
        page.field("Password").await?.fill("made-up-password").await?;
        page.button("Sign in").await?.click().await?;
        page.see("Part of this page could not be loaded.").await?;
        ensure!(page.field("E-mail address").await?.value().await? == "sam@contoso.example", "what was typed is lost");
        host.refuse("behind-sign-in", false);
        page.button("Sign in").await?.click().await?;
        page.heading("Verify your identity").await?;
        Ok(())
    }
}

/// What is named after its content is kept for ever; the page, its texts and its configuration never.
#[journey]
async fn caching_is_written_for_every_kind_of_host() -> Result<()> {
    const FILES: [&str; 4] = ["_headers", ".htaccess", "hosts/nginx.conf", "hosts/s3.sh"];
    for (target, file) in TARGETS
        .iter()
        .flat_map(|target| FILES.map(|file| (*target, file)))
    {
        let text = std::fs::read_to_string(built::folder(target).join(file))?;
        ensure!(text.contains("immutable"), "{file} keeps no file for ever");
        ensure!(text.contains("no-cache"), "{file} keeps pages");
        let policy = file == "hosts/s3.sh" || text.contains("frame-ancestors 'none'");
        ensure!(policy, "{file} has no policy");
    }
    let page = Engine::Chromium.start().await?;
    let host = Setup::production().start()?;
    page.ready(&host.at("/")).await?;
    let script = "return performance.getEntriesByType('resource').map((one) => one.name)";
    let names = page.run(script, json!([])).await?;
    let hashed = names
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|name| name.as_str())
        .filter(|name| {
            !name.ends_with("config.json")
                && !name.contains("/locales/")
                && !name.contains("__devices")
                && !name.contains("/api/")
        });
    for name in hashed {
        let file = name.rsplit('/').next().unwrap_or_default();
        let hash = file.split(['-', '.']).rev().nth(1).unwrap_or_default();
        ensure!(
            hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()),
            "{name} is fetched and not named after its content"
        );
    }
    Ok(())
}
