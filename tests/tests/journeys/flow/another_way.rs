//! "Having trouble? Sign in another way", and another account.

use end_to_end::phone::{app_code, begin, enter, is_in, press};
use end_to_end::{Name, Page, Result, Role, ensure, steps::text_code};

const TROUBLE: &str = "Having trouble? Sign in another way";

async fn call(page: &Page) -> Result<()> {
    page.see("We're calling your phone. Please answer it to continue.")
        .await?;
    press(page, "Answer").await?;
    press(page, "Press #").await
}

/// Whose phone is at home could not get in, though the account has other ways.
#[journey]
async fn every_other_way_of_the_account_is_offered_and_works() -> Result<()> {
    let (page, host) = begin("/verify?scenario=three-rows").await?;
    let ways = [
        "Notify me through app",
        "Call +1 ••• ••• 0134",
        "Call my office phone +1 ••• ••• 0100",
        "Use verification code from app",
        "Call my alternate phone +1 ••• ••• 0177",
    ];
    for (place, way) in ways.iter().enumerate() {
        if place > 0 {
            page.ready(&host.at("/verify?scenario=three-rows")).await?;
        }
        press(&page, TROUBLE).await?;
        for way in ways {
            page.button(way).await?;
        }
        ensure!(
            page.all(Role::Button, "Text +1 ••• ••• 0134")
                .await?
                .is_empty(),
            "the way in use is offered"
        );
        press(&page, way).await?;
        match *way {
            "Notify me through app" => press(&page, "Approve").await?,
            "Use verification code from app" => {
                page.see("code from your authenticator app").await?;
                enter(&page, &app_code(&page, "sam@contoso.example").await?).await?;
            }
            _ => call(&page).await?,
        }
        is_in(&page).await?;
    }
    page.no_errors().await
}

/// A person without a second way would search for one that is not there.
#[journey]
async fn only_ways_that_are_set_up_are_offered_and_the_way_back_stays_open() -> Result<()> {
    let (page, _host) = begin("/verify?scenario=prefers-text").await?;
    press(&page, TROUBLE).await?;
    page.button("Call +1 ••• ••• 0134").await?;
    page.count(Role::Button, Name::Begins("Notify".into()), 0)
        .await?;
    page.count(Role::Button, Name::Begins("Use verification".into()), 0)
        .await?;
    let first = text_code(&page).await?;
    press(&page, "Call +1 ••• ••• 0134").await?;
    page.see("We're calling your phone.").await?;
    // straight back: the text was sent a moment ago, and the page says how long to wait
    press(&page, TROUBLE).await?;
    press(&page, "Text +1 ••• ••• 0134").await?;
    page.see("One was sent a moment ago. You can ask for another in")
        .await?;
    press(&page, "Answer").await?;
    press(&page, "Press #").await?;
    is_in(&page).await?;
    ensure!(first.len() == 6);
    page.no_errors().await
}

/// Who signed in with the wrong of two accounts would be stuck, and the half-open session would
/// stay behind.
#[journey]
async fn another_account_can_be_used_instead() -> Result<()> {
    let (page, host) = begin("/verify?scenario=prefers-text").await?;
    press(&page, "Use another account").await?;
    page.heading("Sign in").await?;
    page.at("/").await?;
    page.open(&host.at("/verify")).await?;
    page.field("Password").await?;
    page.at("/").await?;
    end_to_end::steps::sign_in_as(&page, "Sam Rivera").await?;
    is_in(&page).await?;
    page.button("Sam Rivera").await?;
    page.no_errors().await
}
