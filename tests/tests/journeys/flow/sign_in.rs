//! Step 1: e-mail address and network password.

use end_to_end::phone::{PASSWORD, begin, give_password, main, press, ten_minutes_later};
use end_to_end::{Page, Result, ensure, json};

const REFUSED: &str = "The e-mail address or the password is incorrect. Check both and try again.";

/// Presses **Sign in** and waits for this answer, also where the last one was the same.
async fn is_told(page: &Page, words: &str) -> Result<()> {
    press(page, "Sign in").await?;
    let (button, main) = (page.button("Sign in").await?, main(page).await?);
    button
        .holds(words, async || {
            Ok(!button.is_off().await? && main.words().await?.contains(words))
        })
        .await
}

/// A stranger could find out who has an account here; the owner would type everything again.
#[journey]
async fn which_of_the_two_was_wrong_is_not_told_and_nothing_typed_is_lost() -> Result<()> {
    let (page, _host) = begin("/").await?;
    let mut told = Vec::new();
    for (email, password) in [
        ("sam@contoso.example", "not mine"),
        ("nobody@contoso.example", PASSWORD),
    ] {
        page.field("E-mail address").await?.fill(email).await?;
        page.field("Password").await?.fill(password).await?;
        is_told(&page, REFUSED).await?;
        told.push(main(&page).await?.words().await?);
        ensure!(page.field("E-mail address").await?.value().await? == email);
        ensure!(page.field("Password").await?.value().await? == password);
    }
    ensure!(
        told[0] == told[1],
        "the two are told apart:\n{}\n{}",
        told[0],
        told[1]
    );
    page.announced(REFUSED).await?;
    page.at("/").await?;
    page.no_errors().await
}

/// A screen reader's user would hear "wrong" and not know where.
#[journey]
async fn an_empty_field_is_named_at_the_field_and_gets_the_focus() -> Result<()> {
    let (page, _host) = begin("/").await?;
    let (email, password) = (
        page.field("E-mail address").await?,
        page.field("Password").await?,
    );
    press(&page, "Sign in").await?;
    email.gets_focus().await?;
    ensure!(email.is_invalid().await? && !password.is_invalid().await?);
    ensure!(email.description().await? == "Enter your e-mail address.");
    page.type_text("sam@contoso.example").await?;
    press(&page, "Sign in").await?;
    password.gets_focus().await?;
    ensure!(password.is_invalid().await? && !email.is_invalid().await?);
    ensure!(password.description().await? == "Enter your network password.");
    ensure!(email.value().await? == "sam@contoso.example");
    page.type_text(PASSWORD).await?;
    page.press("Enter").await?;
    page.heading("Verify your identity").await?;
    ensure!(
        email.attribute("autocomplete").await.is_err(),
        "the form with the password is still there"
    );
    page.no_errors().await
}

/// Whoever guesses could go on for ever; the owner would not know how long to wait.
#[journey]
async fn ten_wrong_passwords_make_one_wait_and_say_how_long() -> Result<()> {
    let (page, _host) = begin("/").await?;
    page.field("E-mail address")
        .await?
        .fill("sam@contoso.example")
        .await?;
    page.field("Password").await?.fill("not mine").await?;
    for _ in 0..10 {
        is_told(&page, REFUSED).await?;
    }
    page.field("Password").await?.fill(PASSWORD).await?;
    is_told(
        &page,
        "Too many tries. Your app passwords keep working. Try to sign in again in 15 minutes.",
    )
    .await?;
    ten_minutes_later(&page).await?;
    is_told(&page, "Try to sign in again in 5 minutes.").await?;
    ten_minutes_later(&page).await?;
    press(&page, "Sign in").await?;
    page.heading("Verify your identity").await?;
    page.no_errors().await
}

/// The password would stay behind on a shared computer: in the address bar, the history, a log.
#[journey]
async fn the_password_lands_nowhere() -> Result<()> {
    const TYPED: &str = "Correct4Horse-staple";
    let (page, host) = begin("/?return=/profile").await?;
    give_password(&page, "sam@contoso.example", TYPED).await?;
    page.announced(REFUSED).await?;
    page.field("Password").await?.fill(TYPED).await?;
    page.press("Enter").await?;
    page.announced(REFUSED).await?;
    let kept = "return [location.href, document.title, document.cookie, document.referrer, \
        JSON.stringify(history.state), window.name, document.documentElement.outerHTML, \
        JSON.stringify(localStorage), JSON.stringify(sessionStorage), \
        JSON.stringify(performance.getEntries().map((entry) => entry.name))].join('\\n')";
    let kept = page.run(kept, json!([])).await?;
    let kept = kept.as_str().unwrap_or_default();
    ensure!(
        kept.contains("sam@contoso.example"),
        "nothing was looked at"
    );
    ensure!(!kept.contains(TYPED), "the password is kept");
    let asked = host.asked();
    ensure!(
        !asked.is_empty() && !asked.iter().any(|line| line.contains(TYPED)),
        "{asked:?}"
    );
    // what is right is not typed in the address either, nor left in the field behind the next screen
    page.field("Password").await?.fill(PASSWORD).await?;
    press(&page, "Sign in").await?;
    page.heading("Verify your identity").await?;
    page.at("/verify?return=/profile").await?;
    page.reload().await?;
    page.heading("Verify your identity").await?;
    press(&page, "Use another account").await?;
    ensure!(
        page.field("Password").await?.value().await?.is_empty(),
        "the password came back"
    );
    Ok(())
}
