//! The production page over a network, and before a portal, that fails.

use contract::Code;
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

/// Whatever goes wrong, the person is told in words of the page, keeps what was typed, and the next
/// try works.
#[journey]
async fn each_kind_of_failure_is_worded_and_loses_nothing() -> Result<()> {
    let (page, host) = portal("/?scenario=three-rows").await?;
    let cases = [
        (Fault::RequestLost, "The portal cannot be reached."),
        (Fault::Html, "sent a reply that this page cannot read"),
        (Fault::Cut, "sent a reply that this page cannot read"),
        (Fault::UnknownCode, "Something unexpected went wrong."),
        (
            Fault::Status(429, Some(840)),
            "Try to sign in again in 14 minutes.",
        ),
        (Fault::Problem(Code::Unavailable), "The portal is busy."),
        (
            Fault::Problem(Code::Internal),
            "The portal ran into an error.",
        ),
    ];
    for (wrong, words) in cases {
        host.server().fault("POST /session", wrong);
        sign_in(&page).await?;
        page.see(words).await?;
        ensure!(
            page.field("E-mail address").await?.value().await? == EMAIL,
            "{wrong:?} lost the address"
        );
        let said = page.words().await?;
        for raw in [
            "502",
            "Gateway",
            "proxy/1.2.3",
            "raw text",
            "from_the_future",
            "The proxy says no",
        ] {
            ensure!(
                !said.contains(raw),
                "{wrong:?}: raw text of the server: {raw}"
            );
        }
        host.server().mend();
    }
    sign_in(&page).await?;
    page.heading("Verify your identity").await?;
    Ok(())
}

/// A portal that is away while the page opens: the form is there, and the try says it.
#[journey]
async fn a_portal_that_is_away() -> Result<()> {
    let host = Setup::production().start()?;
    host.server().fault("GET /session", Fault::RequestLost);
    host.server().fault("POST /session", Fault::RequestLost);
    let page = Engine::Chromium.start().await?;
    page.ready(&host.at("/")).await?;
    sign_in(&page).await?;
    page.see("The portal cannot be reached.").await?;
    // a screen behind sign-in asks again when told to
    host.server().mend();
    steps::open_list(&page, &host, "three-rows").await?;
    host.server().fault("GET /session", Fault::RequestLost);
    page.open(&host.at("/security")).await?;
    page.heading("The portal is not responding").await?;
    host.server().mend();
    page.button("Try again").await?.click().await?;
    page.heading("Additional security verification").await?;
    Ok(())
}

/// Without the cookie every screen would lead back to sign in, and nobody would know why.
#[journey]
async fn a_cookie_that_is_refused_is_said_and_does_not_loop() -> Result<()> {
    let (page, host) = portal("/?scenario=three-rows").await?;
    host.server().fault("POST /session", Fault::NoCookie);
    sign_in(&page).await?;
    page.see("Your browser did not keep this portal's cookie")
        .await?;
    page.heading("Sign in").await?;
    let asked = host.server().asked("POST /session");
    ensure!(asked == 1, "the password was sent {asked} times");
    host.server().mend();
    sign_in(&page).await?;
    page.heading("Verify your identity").await?;
    Ok(())
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

/// Half of the answer is no answer, and the next press asks for the password that nobody saw.
#[journey]
async fn a_create_whose_reply_breaks_off_makes_one_that_works() -> Result<()> {
    let (page, host) = portal("/?scenario=three-rows").await?;
    steps::open_list(&page, &host, "three-rows").await?;
    host.server().fault_once("POST /app-passwords", Fault::Cut);
    press_next(&page).await?;
    page.see("sent a reply that this page cannot read").await?;
    page.button("next").await?.click().await?;
    let password = steps::password_shown(&page, "Thunderbird").await?;
    one_was_made(&host, &password)
}

async fn press_next(page: &Page) -> Result<()> {
    page.button("create").await?.click().await?;
    let dialog = page.dialog("Create app password").await?;
    dialog.field("Name").await?.fill("Thunderbird").await?;
    dialog.button("next").await?.click().await
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

/// The first reply comes after the second: the password on the screen must be the one that works.
#[journey]
async fn a_create_whose_replies_are_reordered_shows_the_one_that_works() -> Result<()> {
    let (page, host) = portal("/?scenario=three-rows").await?;
    steps::open_list(&page, &host, "three-rows").await?;
    // longer than the page waits
    host.server()
        .fault_once("POST /app-passwords", Fault::ReplyLate(17_000));
    press_next(&page).await?;
    page.see("The portal has not responded for 15 seconds.")
        .await?;
    page.dialog("Create app password")
        .await?
        .button("next")
        .await?
        .click()
        .await?;
    let password = steps::password_shown(&page, "Thunderbird").await?;
    host.server().all_answered().await;
    ensure!(
        steps::password_shown(&page, "Thunderbird").await? == password,
        "the late reply changed the screen"
    );
    one_was_made(&host, &password)
}

/// A request reaches the portal after the newer one with the same key: it must not kill the password
/// that is on the screen.
#[journey]
async fn a_create_that_arrives_late_does_not_replace_the_one_on_the_screen() -> Result<()> {
    let (page, host) = portal("/?scenario=three-rows").await?;
    steps::open_list(&page, &host, "three-rows").await?;
    host.server()
        .fault_once("POST /app-passwords", Fault::RequestLate(17_000));
    press_next(&page).await?;
    page.see("The portal has not responded for 15 seconds.")
        .await?;
    page.dialog("Create app password")
        .await?
        .button("next")
        .await?
        .click()
        .await?;
    let password = steps::password_shown(&page, "Thunderbird").await?;
    host.server().all_answered().await;
    one_was_made(&host, &password)
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
