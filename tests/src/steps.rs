//! What a person does on the way through the guide. Each step waits until the page has answered it,
//! so that a test reads like the guide.

use crate::{Host, Name, Page, Result, Role, devices::Devices, ensure};

/// Opens the list of app passwords of a scenario, signed in.
pub async fn open_list(page: &Page, host: &Host, scenario: &str) -> Result<()> {
    page.begun(&host.at(&format!("/security/app-passwords?scenario={scenario}")))
        .await?;
    page.heading("App passwords").await?;
    // the title is there before its screen
    page.link("additional security verification").await?;
    Ok(())
}

/// Step 1 at the sign-in screen: fills the form in as a made-up person, such as `Sam Rivera`, and
/// sends it.
pub async fn give_password_as(page: &Page, person: &str) -> Result<()> {
    Devices::of(page).await?.fill_in_as(person).await?;
    page.button("Sign in").await?.click().await
}

/// Steps 1 and 2 for somebody whose code comes by text message.
pub async fn sign_in_as(page: &Page, person: &str) -> Result<()> {
    give_password_as(page, person).await?;
    page.heading("Verify your identity").await?;
    let field = page.field("Code").await?;
    field.fill(&text_code(page).await?).await?;
    page.button("Sign in").await?.click().await?;
    page.gone(Role::Heading, "Verify your identity").await
}

/// The newest code that came to the phone, by text message or read out by a voice.
pub async fn text_code(page: &Page) -> Result<String> {
    Devices::of(page).await?.text_code().await
}

/// Steps 6 and 7: **create**, the name, **next**. Gives the password; its dialog is open.
pub async fn create(page: &Page, name: &str) -> Result<String> {
    page.button("create").await?.click().await?;
    let dialog = page.dialog("Create app password").await?;
    dialog.field("Name").await?.fill(name).await?;
    dialog.button("next").await?.click().await?;
    password_shown(page, name).await
}

/// The app password on the screen, without the gaps that are drawn between its letters.
pub async fn password_shown(page: &Page, name: &str) -> Result<String> {
    let paper = page
        .dialog("Your app password")
        .await?
        .group(&format!("App password for {name}"))
        .await?;
    let words = paper.words().await?;
    let password = words.rsplit(' ').next().unwrap_or_default().to_owned();
    ensure!(
        password.len() == 16 && password.bytes().all(|letter| letter.is_ascii_lowercase()),
        "{password:?} is not 16 letters a-z"
    );
    Ok(password)
}

/// Step 8: **copy password to clipboard**, until the page says that it is there.
pub async fn copy(page: &Page) -> Result<()> {
    page.button("copy password to clipboard")
        .await?
        .click()
        .await?;
    page.announced("Copied: the password is on the clipboard.")
        .await
}

/// Step 8: **close**, after copying; leads to setting up the application.
pub async fn close(page: &Page, name: &str) -> Result<()> {
    page.button("close").await?.click().await?;
    page.heading(&format!("Now set up {name}"))
        .await?
        .gets_focus()
        .await
}

/// Pastes the clipboard into the mail application's field for the password, and gives what is there.
pub async fn paste_password(page: &Page) -> Result<String> {
    Devices::of(page).await?.paste_password().await
}

/// Has the mail application sign in with this password, and waits for what it says: `Signed in with
/// Desk.`, or `Refused`.
pub async fn mail_answers(page: &Page, password: &str, answer: &str) -> Result<()> {
    Devices::of(page)
        .await?
        .mail_answers(password, answer)
        .await
}

/// Step 11: **Delete** beside a name, and yes.
pub async fn delete(page: &Page, name: &str) -> Result<()> {
    page.button(&format!("Delete {name}"))
        .await?
        .click()
        .await?;
    let dialog = page.dialog(&format!("Delete {name}?")).await?;
    dialog.button("Delete").await?.click().await?;
    page.gone(Role::Dialog, &format!("Delete {name}?")).await?;
    page.gone(Role::Row, name).await
}

/// Waits until there are exactly so many app passwords in the list, and gives what their rows say,
/// in order.
pub async fn listed(page: &Page, count: usize) -> Result<Vec<String>> {
    let mut rows = Vec::new();
    let what = format!("the list holds {count} app passwords");
    page.holds(&what, async || {
        rows.clear();
        for row in page.all(Role::Row, Name::Any).await? {
            rows.push(row.words().await?);
        }
        // not the row of headings
        rows.retain(|row| row.ends_with("Delete"));
        Ok(rows.len() == count)
    })
    .await?;
    Ok(rows)
}
