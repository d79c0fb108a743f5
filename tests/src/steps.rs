//! What a person does on the way through the guide. Each step waits until the page has answered it,
//! so that a test reads like the guide.

use crate::{Element, Host, Name, Page, Result, Role, Value, begins, ensure, json};

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
    page.button(begins(person)).await?.click().await?;
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

/// Waits until the made-up devices beside the production page have asked for their state after now:
/// what they show may be older than what the page says. The prototype's own are never late.
async fn devices_are_up_to_date(page: &Page) -> Result<()> {
    let looks = async || {
        page.run("return window.looksOfDevices ?? null", json!([]))
            .await
    };
    let Some(before) = looks().await?.as_u64() else {
        return Ok(());
    };
    // the next one may have asked already
    page.holds("the devices have looked", async || {
        Ok(looks().await?.as_u64() >= Some(before + 2))
    })
    .await
}

/// The newest code that came to the on-screen phone, by text message or read out by a voice.
pub async fn text_code(page: &Page) -> Result<String> {
    devices_are_up_to_date(page).await?;
    let phone = page.region("Phone").await?;
    let mut code = String::new();
    phone
        .holds("a code came to the phone", async || {
            let words = phone.words().await?;
            let said = words.split("Your code is ").nth(1).unwrap_or_default();
            code = said.chars().take_while(char::is_ascii_digit).collect();
            Ok(code.len() == 6)
        })
        .await?;
    Ok(code)
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

/// The on-screen mail application's field for the password.
pub async fn mail_password(page: &Page) -> Result<Element> {
    page.region("Mail application")
        .await?
        .field("Mail password")
        .await
}

/// Has the on-screen mail application get mail with what stands in its fields.
pub async fn get_mail(page: &Page) -> Result<()> {
    let mail = page.region("Mail application").await?;
    mail.button("Get mail").await?.click().await
}

/// Signs in to the on-screen mail application with this password and waits for what it says:
/// `Signed in` or `Refused`.
pub async fn mail_answers(page: &Page, password: &str, answer: &str) -> Result<()> {
    mail_password(page).await?.fill(password).await?;
    get_mail(page).await?;
    page.region("Mail application").await?.see(answer).await
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

/// Two clicks as fast as a mouse can do them, with nothing between.
pub async fn double_click(thing: &Element) -> Result<()> {
    let click = [
        json!({ "type": "pointerDown", "button": 0 }),
        json!({ "type": "pointerUp", "button": 0 }),
    ];
    act(thing, &[], &[&click[..], &click[..]].concat()).await
}

/// Enter where the focus is and a click here, together.
pub async fn enter_and_click(thing: &Element) -> Result<()> {
    let enter = '\u{e007}';
    let keys = [
        json!({ "type": "keyDown", "value": enter }),
        json!({ "type": "keyUp", "value": enter }),
    ];
    let click = [
        json!({ "type": "pointerDown", "button": 0 }),
        json!({ "type": "pointerUp", "button": 0 }),
    ];
    act(thing, &keys, &click).await
}

/// Moves the pointer over a thing, then plays both at once, step by step.
async fn act(thing: &Element, keys: &[Value], clicks: &[Value]) -> Result<()> {
    let into_view = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
    thing.run(into_view, json!([thing.root])).await?;
    thing.stands_still().await?;
    let over =
        json!({ "type": "pointerMove", "origin": thing.root, "x": 0, "y": 0, "duration": 0 });
    let pause = json!({ "type": "pause" });
    let keys = [&[pause], keys].concat();
    let clicks = [&[over], clicks].concat();
    let actions = json!([
        { "type": "key", "id": "keyboard", "actions": keys },
        {
            "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
            "actions": clicks,
        },
    ]);
    thing
        .wire
        .post("/actions", json!({ "actions": actions }))
        .await?;
    Ok(())
}
