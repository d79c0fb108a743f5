//! A person's devices: on the screen beside the prototype, and in the test's own process behind the
//! production page. A journey reads the same on both.

use crate::{Element, Page, Result, begins, ensure, phone, server::Server};
use made_up::{PASSWORD, Person};
use std::time::Duration;

/// Where the devices are.
pub enum Devices<'a> {
    /// Beside the page, found by role and name.
    OnScreen(&'a Page),
    /// With the portal behind the page.
    InProcess(&'a Page, Server),
}

impl<'a> Devices<'a> {
    /// Those of the person at this page.
    pub async fn of(page: &'a Page) -> Result<Self> {
        let server = Server::behind(&page.url().await?);
        Ok(match server {
            Some(server) => Self::InProcess(page, server),
            None => Self::OnScreen(page),
        })
    }

    /// Fills the sign-in form in as a made-up person, such as `Sam Rivera`.
    pub async fn fill_in_as(&self, name: &str) -> Result<()> {
        match self {
            Self::OnScreen(page) => page.button(begins(name)).await?.click().await,
            Self::InProcess(page, _) => {
                let person = Person::ALL.iter().find(|person| person.name() == name);
                ensure!(person.is_some(), "nobody is called {name}");
                let email = person.map_or("", |person| person.email());
                page.field("E-mail address").await?.fill(email).await?;
                page.field("Password").await?.fill(PASSWORD).await
            }
        }
    }

    /// The newest code that came to the phone, by text message or read out by a voice.
    pub async fn text_code(&self) -> Result<String> {
        let page = match self {
            Self::InProcess(_, server) => return server.phone().text_code().await,
            Self::OnScreen(page) => page,
        };
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

    /// The code that the authenticator app shows for this account.
    pub async fn app_code(&self, email: &str) -> Result<String> {
        let page = match self {
            Self::InProcess(_, server) => return server.phone().app_code(email).await,
            Self::OnScreen(page) => page,
        };
        let app = page.group("Authenticator").await?;
        let mut code = String::new();
        app.holds("the app shows a code", async || {
            let words = app.words().await?;
            let shown = words.split(email).nth(1).unwrap_or_default();
            let shown = shown.trim().chars();
            code = shown.take_while(char::is_ascii_digit).collect();
            Ok(code.len() == 6)
        })
        .await?;
        Ok(code)
    }

    /// Approves the request on the phone.
    pub async fn approve(&self) -> Result<()> {
        match self {
            Self::OnScreen(page) => phone::press(page, "Approve").await,
            Self::InProcess(_, server) => server.phone().approve().await,
        }
    }

    /// Answers the call and presses #.
    pub async fn answer_and_press_pound(&self) -> Result<()> {
        match self {
            Self::OnScreen(page) => {
                phone::press(page, "Answer").await?;
                phone::press(page, "Press #").await
            }
            Self::InProcess(_, server) => {
                server.phone().answer_call().await?;
                server.phone().approve().await
            }
        }
    }

    /// Moves the clock.
    pub async fn ten_minutes_later(&self) -> Result<()> {
        match self {
            Self::OnScreen(page) => phone::press_ten_minutes(page).await,
            Self::InProcess(_, server) => {
                server.advance(Duration::from_secs(600));
                Ok(())
            }
        }
    }

    /// Pastes the clipboard into the mail application's field for the password, and gives what is there.
    pub async fn paste_password(&self) -> Result<String> {
        match self {
            Self::OnScreen(page) => mail_password(page).await?.paste().await,
            Self::InProcess(page, _) => page.clipboard().await,
        }
    }

    /// Has the mail application sign in with this password, and waits for what it says: `Signed in with
    /// Desk.`, or `Refused`.
    pub async fn mail_answers(&self, password: &str, answer: &str) -> Result<()> {
        match self {
            Self::OnScreen(page) => {
                mail_password(page).await?.fill(password).await?;
                let mail = page.region("Mail application").await?;
                mail.button("Get mail").await?.click().await?;
                mail.see(answer).await
            }
            Self::InProcess(_, server) => {
                let said = match server.mail_sign_in(server.user(), password) {
                    Some(name) => format!("Signed in with {name}."),
                    None => "Refused".to_owned(),
                };
                ensure!(said.starts_with(answer), "the mail server says {said:?}");
                Ok(())
            }
        }
    }
}

async fn mail_password(page: &Page) -> Result<Element> {
    let mail = page.region("Mail application").await?;
    mail.field("Mail password").await
}
