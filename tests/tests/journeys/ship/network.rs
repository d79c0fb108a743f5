//! The production page over a network, and before a portal, that fails.

use end_to_end::{Engine, Host, Page, Result, Setup, ensure, server::Fault, steps};

type Change = fn(String) -> String;

const EMAIL: &str = "sam@contoso.example";

async fn portal(path: &str) -> Result<(Page, Host)> {
    let host = Setup::production().start()?;
    let page = Engine::Chromium.start().await?;
    page.ready(&host.at(path)).await?;
    Ok((page, host))
}

async fn sign_in(page: &Page) -> Result<()> {
    page.field("E-mail address").await?.fill(EMAIL).await?;
    page.field("Password")
        .await?
        .fill("made-up-password")
        .await?;
    page.button("Sign in").await?.click().await
}

/// A policy that does not name the API's host looks like a dead network to fetch.
#[journey]
async fn an_api_that_the_policy_forbids_is_told_apart() -> Result<()> {
    let host = Setup::production()
        .configuration(|text| text.replace("\"/api\"", "\"http://localhost:9/api\""))
        .start()?;
    let page = Engine::Chromium.start().await?;
    page.ready(&host.at("/")).await?;
    sign_in(&page).await?;
    page.see("its Content-Security-Policy does not list it in connect-src")
        .await
}

/// `config.json` is written by hand, by somebody in a hurry.
#[journey]
async fn a_configuration_that_is_wrong_is_said_with_the_name_of_its_key() -> Result<()> {
    let page = Engine::Chromium.start().await?;
    let cases: [(Change, &str); 5] = [
        (|text| text.replace("api_base", "api_bass"), "api_base"),
        (|text| text.replace("\"/api\"", "7"), "api_base"),
        (
            |text| text.replace("\"incoming\"", "\"incomming\""),
            "incomming",
        ),
        (
            |text| text.replace("993", "\"many\""),
            "config.json is not valid",
        ),
        (|text| text.replace('{', ""), "config.json is not valid"),
    ];
    for (change, words) in cases {
        let host = Setup::production().configuration(change).start()?;
        page.open(&host.at("/")).await?;
        page.heading("This page did not load completely").await?;
        page.see(words).await?;
    }
    let host = Setup::production().start()?;
    host.refuse("config.json", true);
    page.open(&host.at("/")).await?;
    page.see("config.json could not be loaded").await
}

/// The answer to a create is lost: the person must get one password, and it must work. Chromium sends
/// it again by itself, with the number that the portal has seen already.
#[journey]
async fn a_create_whose_reply_is_lost_makes_one_that_works() -> Result<()> {
    let (page, host) = portal("/?scenario=three-rows").await?;
    steps::open_list(&page, &host, "three-rows").await?;
    host.server()
        .fault_once("POST /app-passwords", Fault::ReplyLost);
    let password = steps::create(&page, "Thunderbird").await?;
    one_was_made(&host, &password)
}

fn one_was_made(host: &Host, password: &str) -> Result<()> {
    ensure!(
        host.server().mail_sign_in(EMAIL, password).as_deref() == Some("Thunderbird"),
        "the password on the screen does not work"
    );
    ensure!(
        host.server().app_passwords_of(EMAIL) == 4,
        "more than one was made"
    );
    Ok(())
}

/// The API on a sibling host of the same site, as `allowed_origins` and the policy name it.
#[journey]
async fn the_api_may_be_on_a_sibling_host() -> Result<()> {
    let api = Setup::production().start()?;
    let base = api.url().replace("127.0.0.1", "localhost");
    let host = Setup::production()
        .configuration({
            let base = base.clone();
            move |text| text.replace("\"/api\"", &format!("\"{base}/api\""))
        })
        .connect_to(&base)
        .start()?;
    let origin = host.url().replace("127.0.0.1", "localhost");
    api.server().allow_origin(&origin);
    let page = Engine::Chromium.start().await?;
    page.ready(&format!("{origin}/")).await?;
    sign_in(&page).await?;
    page.heading("Verify your identity").await?;
    ensure!(api.server().asked("POST /session") == 1);
    Ok(())
}
