//! Step 2 by text message.

use end_to_end::phone::{
    another, begin, code_field_says, enter, is_in, main, next_text_code, press, ten_minutes_later,
};
use end_to_end::{Name, Result, Role, ensure, steps::text_code};

const MALFORMED: &str = "The code has 6 digits. Enter all of them; spaces do not matter.";

/// A slip of the finger would cost a try, or a code as the message writes it would not be taken.
#[journey]
async fn half_a_code_is_no_try_and_spaces_do_not_matter() -> Result<()> {
    let (page, _host) = begin("/verify?scenario=prefers-text").await?;
    page.see("We've sent a text message with a code to +1 ••• ••• 0134.")
        .await?;
    let field = page.field("Code").await?;
    field.gets_focus().await?;
    ensure!(field.attribute("autocomplete").await?.as_deref() == Some("one-time-code"));
    ensure!(field.attribute("inputmode").await?.as_deref() == Some("numeric"));
    let code = text_code(&page).await?;
    for typed in ["", "abcdef", &code[..5], &format!("{code}1")] {
        enter(&page, typed).await?;
        code_field_says(&page, MALFORMED).await?;
        ensure!(field.value().await? == typed, "what was typed is gone");
        field.gets_focus().await?;
    }
    let wrong = another(&code);
    enter(&page, &wrong).await?;
    code_field_says(&page, "This is not the right code. You have 4 tries left.").await?;
    ensure!(field.value().await? == wrong);
    field.gets_focus().await?;
    // it is selected: typing replaces it
    page.type_text(&format!("{} {}", &code[..3], &code[3..]))
        .await?;
    page.press("Enter").await?;
    is_in(&page).await?;
    page.no_errors().await
}

/// A code could be guessed by trying, or its owner would be locked out by a guesser.
#[journey]
async fn five_wrong_codes_spend_it_and_a_new_one_works() -> Result<()> {
    let (page, _host) = begin("/verify?scenario=prefers-text").await?;
    let code = text_code(&page).await?;
    for left in ["4 tries", "3 tries", "2 tries", "1 try"] {
        enter(&page, &another(&code)).await?;
        code_field_says(&page, &format!("You have {left} left.")).await?;
    }
    let spent = "You entered a wrong code 5 times, so this code is no longer valid.";
    enter(&page, &another(&code)).await?;
    code_field_says(&page, spent).await?;
    enter(&page, &code).await?;
    code_field_says(&page, spent).await?;
    ten_minutes_later(&page).await?;
    press(&page, "Send a new code").await?;
    let new = next_text_code(&page, &code).await?;
    page.see("A new code is on its way to +1 ••• ••• 0134. Older ones no longer work.")
        .await?;
    enter(&page, &new).await?;
    is_in(&page).await?;
    page.no_errors().await
}

/// Somebody could have texts sent without end; an old message would open the account.
#[journey]
async fn a_code_grows_old_and_a_new_one_has_to_be_waited_for() -> Result<()> {
    let (page, _host) = begin("/verify?scenario=prefers-text").await?;
    let old = text_code(&page).await?;
    page.see("You can ask for a new code in 0:").await?;
    ensure!(
        page.all(Role::Button, "Send a new code").await?.is_empty(),
        "it can be sent at once"
    );
    ten_minutes_later(&page).await?;
    code_field_says(&page, "This code has expired").await?;
    enter(&page, &old).await?;
    code_field_says(
        &page,
        "This took too long, so the code or the call has expired.",
    )
    .await?;
    press(&page, "Send a new code").await?;
    page.announced("A new code is on its way.").await?;
    let field = page.field("Code").await?;
    field.gets_focus().await?;
    ensure!(field.value().await?.is_empty() && !field.is_invalid().await?);
    page.see("You can ask for a new code in 0:").await?;
    page.gone(Role::Button, "Send a new code").await?;
    let new = next_text_code(&page, &old).await?;
    enter(&page, &old).await?;
    code_field_says(&page, "You have 4 tries left.").await?;
    enter(&page, &new).await?;
    is_in(&page).await?;
    page.no_errors().await
}

/// A reload while the text is under way would send the person back to the password.
#[journey]
async fn a_reload_goes_on_with_the_same_code() -> Result<()> {
    let (page, _host) = begin("/verify?scenario=prefers-text").await?;
    let code = text_code(&page).await?;
    enter(&page, &another(&code)).await?;
    code_field_says(&page, "You have 4 tries left.").await?;
    page.reload().await?;
    page.count(Role::Heading, Name::Is("Verify your identity".into()), 1)
        .await?;
    ensure!(!main(&page).await?.words().await?.contains("tries left"));
    enter(&page, &another(&code)).await?;
    code_field_says(&page, "You have 3 tries left.").await?;
    enter(&page, &code).await?;
    is_in(&page).await
}
