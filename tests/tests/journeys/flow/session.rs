//! A session ends after 30 minutes in which nothing was done.

use end_to_end::phone::{PASSWORD, begin, enter, give_password, is_in, press, ten_minutes_later};
use end_to_end::{Result, steps::text_code};

/// A forgotten tab would stay open to everyone; its owner would not know why the page went away, or
/// would have to find the place again.
#[journey]
async fn an_idle_session_ends_with_words_and_leads_back() -> Result<()> {
    let (page, _host) = begin("/security?scenario=three-rows").await?;
    page.heading("What's your preferred option?").await?;
    for _ in 0..3 {
        ten_minutes_later(&page).await?;
    }
    press(&page, "Save").await?;
    page.heading("Sign in").await?;
    page.see("Your session has ended.").await?;
    page.at("/?return=/security").await?;
    give_password(&page, "sam@contoso.example", PASSWORD).await?;
    page.heading("Verify your identity").await?;
    enter(&page, &text_code(&page).await?).await?;
    page.heading("What's your preferred option?").await?;
    page.at("/security").await?;
    page.not_see("Your session has ended.").await?;
    page.no_errors().await
}

/// Who works all morning would be thrown out.
#[journey]
async fn who_does_something_stays_in() -> Result<()> {
    let (page, _host) = begin("/apps?scenario=three-rows").await?;
    for screen in ["Profile", "Apps", "Profile", "Apps"] {
        for _ in 0..2 {
            ten_minutes_later(&page).await?;
        }
        if screen == "Profile" {
            press(&page, "Sam Rivera").await?;
            page.link("Profile").await?.click().await?;
            // only the profile itself shows this; the address stands on the phone too
            page.see("extension 421").await?;
        } else {
            page.back().await?;
            page.see("Mail, calendar and contacts").await?;
        }
    }
    is_in(&page).await
}

/// Who was at the second factor would press for ever on a screen that is over.
#[journey]
async fn a_second_factor_that_is_left_alone_leads_back_to_sign_in() -> Result<()> {
    let (page, _host) = begin("/verify?scenario=prefers-text").await?;
    // the half hour begins when the portal has answered
    page.field("Code").await?;
    let code = text_code(&page).await?;
    for _ in 0..3 {
        ten_minutes_later(&page).await?;
    }
    enter(&page, &code).await?;
    page.heading("Sign in").await?;
    page.see("Your session has ended.").await?;
    page.field("Password").await?;
    page.no_errors().await
}
