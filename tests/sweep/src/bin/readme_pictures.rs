//! Takes the pictures of the README and of the page for designers, from `dist/prototype`:
//! `cargo run --package sweep --bin readme_pictures`.

use end_to_end::{Engine, Page, Result, Setup, repository, run};

/// A link with this added gives the same pixels each time.
const STILL: &str = "&now=2016-11-02T09:00:00Z&seed=7";

async fn keep(page: &Page, name: &str) -> Result<()> {
    let path = repository::root().join("docs").join(name);
    std::fs::write(&path, page.picture().await?)?;
    println!("{}", path.display());
    Ok(())
}

async fn take_all() -> Result<()> {
    let host = Setup::page().start()?;
    let page = Engine::Chromium.start().await?;
    page.resize(1280, 860).await?;
    page.ready(&host.at(&format!("/?scenario=three-rows{STILL}")))
        .await?;
    page.see("Made-up people").await?;
    page.region("Phone").await?;
    keep(&page, "sign-in.png").await?;
    page.ready(&host.at(&format!(
        "/security/app-passwords?scenario=three-rows{STILL}"
    )))
    .await?;
    page.row("Android Type Mail App").await?;
    keep(&page, "app-passwords.png").await?;
    // the name step, and not the password after it: no picture shows one, not even a made-up one
    page.button("create").await?.click().await?;
    let name = page
        .dialog("Create app password")
        .await?
        .field("Name")
        .await?;
    name.fill("Thunderbird on my laptop").await?;
    keep(&page, "create.png").await
}

fn main() -> Result<()> {
    run(take_all())
}
