//! Step 2 by a code from the authenticator app.

use end_to_end::phone::{
    PASSWORD, another, app_code, begin, code_field_says, enter, give_password, is_in, press,
    sign_out, ten_minutes_later,
};
use end_to_end::{Result, Role, ensure, steps::text_code};

const DIEGO: &str = "diego@contoso.example";

/// Whoever looked over a shoulder could use the code again.
#[journey]
async fn a_code_from_the_app_counts_once() -> Result<()> {
    // the clock stands still, so the app shows the same code to the second sign-in
    let (page, _host) = begin("/verify?scenario=prefers-app-code&now=2016-11-02T09:00:00Z").await?;
    let code = app_code(&page, DIEGO).await?;
    enter(&page, &code).await?;
    is_in(&page).await?;
    sign_out(&page, "Diego Santos").await?;
    give_password(&page, DIEGO, PASSWORD).await?;
    page.heading("Verify your identity").await?;
    ensure!(app_code(&page, DIEGO).await? == code);
    enter(&page, &code).await?;
    code_field_says(
        &page,
        "This code has already been used. Wait for the next one and enter it.",
    )
    .await?;
    ten_minutes_later(&page).await?;
    page.holds("the app shows the next code", async || {
        Ok(app_code(&page, DIEGO).await? != code)
    })
    .await?;
    enter(&page, &app_code(&page, DIEGO).await?).await?;
    is_in(&page).await?;
    page.no_errors().await
}

/// A guesser could try all million codes; the owner would be told to ask for a new code that
/// nobody sends.
#[journey]
async fn five_wrong_codes_from_the_app_make_one_wait_and_leave_another_way() -> Result<()> {
    let (page, _host) = begin("/verify?scenario=prefers-app-code").await?;
    page.see("Enter the 6-digit code from your authenticator app.")
        .await?;
    ensure!(page.all(Role::Button, "Send a new code").await?.is_empty());
    // far from all three codes that would be taken now: a wrong one must be wrong
    let wrong = another(&app_code(&page, DIEGO).await?);
    for left in ["4 tries", "3 tries", "2 tries", "1 try"] {
        enter(&page, &wrong).await?;
        code_field_says(&page, &format!("You have {left} left.")).await?;
    }
    enter(&page, &wrong).await?;
    let spent = "You entered a wrong code 5 times. You can try codes from the app again in 5 minutes, or sign in another way now.";
    code_field_says(&page, spent).await?;
    enter(&page, &app_code(&page, DIEGO).await?).await?;
    code_field_says(&page, "You entered a wrong code 5 times.").await?;
    press(&page, "Having trouble? Sign in another way").await?;
    press(&page, "Text +1 ••• ••• 0134").await?;
    page.see("We've sent a text message with a code").await?;
    ensure!(
        !page.field("Code").await?.is_invalid().await?,
        "the new way begins with an error"
    );
    enter(&page, &text_code(&page).await?).await?;
    is_in(&page).await?;
    page.no_errors().await
}

/// Waiting as long as the page says would not be enough.
#[journey]
async fn after_the_wait_the_app_works_again() -> Result<()> {
    let (page, _host) = begin("/verify?scenario=prefers-app-code").await?;
    let wrong = another(&app_code(&page, DIEGO).await?);
    for left in [
        "4 tries left",
        "3 tries left",
        "2 tries left",
        "1 try left",
        "again in 5 minutes",
    ] {
        enter(&page, &wrong).await?;
        code_field_says(&page, left).await?;
    }
    let before = app_code(&page, DIEGO).await?;
    ten_minutes_later(&page).await?;
    page.holds("the app shows the next code", async || {
        Ok(app_code(&page, DIEGO).await? != before)
    })
    .await?;
    enter(&page, &app_code(&page, DIEGO).await?).await?;
    is_in(&page).await
}
