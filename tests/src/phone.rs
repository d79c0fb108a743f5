//! The phone, and the first steps of nearly every test.

use crate::{Element, Engine, Host, Name, Page, Result, Role, Setup, devices::Devices, ensure};

pub use made_up::PASSWORD;

/// The browser of this run at this path of the page: see [`Engine::of_this_run`].
pub async fn begin(path: &str) -> Result<(Page, Host)> {
    at(Engine::of_this_run(), path).await
}

/// Chromium at this path, for what only Chromium can be told: see [`Engine::Chromium`].
pub async fn chromium(path: &str) -> Result<(Page, Host)> {
    at(Engine::Chromium, path).await
}

async fn at(engine: Engine, path: &str) -> Result<(Page, Host)> {
    let host = Setup::page().start()?;
    let page = engine.start().await?;
    page.begun(&host.at(path)).await?;
    Ok((page, host))
}

/// The part of the page that is the product.
pub async fn main(page: &Page) -> Result<Element> {
    page.the(Role::Main, Name::Any).await
}

/// Presses a button.
pub async fn press(page: &Page, name: &str) -> Result<()> {
    page.button(name).await?.click().await
}

/// Step 1, typed.
pub async fn give_password(page: &Page, email: &str, password: &str) -> Result<()> {
    page.field("E-mail address").await?.fill(email).await?;
    page.field("Password").await?.fill(password).await?;
    press(page, "Sign in").await
}

/// Enters a code where one is asked for, and sends it.
pub async fn enter(page: &Page, code: &str) -> Result<()> {
    page.field("Code").await?.fill(code).await?;
    press(page, "Sign in").await
}

/// Waits until the code field says so.
pub async fn code_field_says(page: &Page, words: &str) -> Result<()> {
    let what = format!("the code field says {words:?}");
    page.holds(&what, async || {
        let field = page.field("Code").await?;
        Ok(field.is_invalid().await? && field.description().await?.contains(words))
    })
    .await
}

/// Signed in: step 3 of the guide.
pub async fn is_in(page: &Page) -> Result<()> {
    page.at("/apps").await?;
    page.heading("Apps").await?;
    Ok(())
}

/// Moves the world's clock.
pub async fn ten_minutes_later(page: &Page) -> Result<()> {
    Devices::of(page).await?.ten_minutes_later().await
}

/// Moves it with the button of the on-screen phone, until the phone shows it.
pub(crate) async fn press_ten_minutes(page: &Page) -> Result<()> {
    let phone = page.region("Phone").await?;
    let before = minutes(&phone.words().await?);
    ensure!(before.is_some(), "the phone shows no time");
    phone.button("+10 minutes").await?.click().await?;
    phone
        .holds("it is ten minutes later", async || {
            let after = minutes(&phone.words().await?);
            Ok(before
                .zip(after)
                .is_some_and(|(before, after)| (after - before).rem_euclid(720) >= 10))
        })
        .await
}

/// `10:23 AM` in minutes after midnight or noon.
fn minutes(words: &str) -> Option<i32> {
    let time = words.split_whitespace().find(|word| word.contains(':'))?;
    let (hours, minutes) = time.split_once(':')?;
    Some(hours.parse::<i32>().ok()? % 12 * 60 + minutes.parse::<i32>().ok()?)
}

/// The code that the authenticator app shows for this person.
pub async fn app_code(page: &Page, email: &str) -> Result<String> {
    Devices::of(page).await?.app_code(email).await
}

/// Six digits that are not these.
#[must_use]
pub fn another(code: &str) -> String {
    let (first, rest) = code.split_at(1);
    format!("{}{rest}", if first == "7" { '3' } else { '7' })
}
