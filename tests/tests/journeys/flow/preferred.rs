//! "What's your preferred option?"

use end_to_end::phone::{PASSWORD, begin, give_password, press, sign_out};
use end_to_end::{Page, Result, Value, ensure, json};

async fn choose(page: &Page, words: &str) -> Result<()> {
    page.select("What's your preferred option?")
        .await?
        .choose(words)
        .await
}

/// The entries of the list: what each is called, and whether it is chosen or cannot be.
async fn entries(page: &Page) -> Result<Value> {
    page.select("What's your preferred option?").await?;
    let script = "const label = [...document.querySelectorAll('label')] \
        .find((label) => label.textContent.endsWith('preferred option?')); \
        return [...label.control.options].filter((option) => !option.hidden) \
        .map((option) => [option.label, option.selected ? 'chosen' : option.disabled ? 'not now' : ''])";
    page.run(script, json!([])).await
}

async fn is_chosen(page: &Page, words: &str) -> Result<()> {
    let what = format!("{words:?} is chosen");
    page.holds(&what, async || {
        Ok(entries(page)
            .await?
            .as_array()
            .into_iter()
            .flatten()
            .any(|entry| *entry == json!([words, "chosen"])))
    })
    .await
}

/// The change would be lost, or take effect though it was cancelled.
#[journey]
async fn it_is_changed_put_back_and_saved() -> Result<()> {
    let (page, _host) = begin("/security?scenario=three-rows").await?;
    is_chosen(&page, "Text code to my authentication phone").await?;
    choose(&page, "Call my office phone").await?;
    press(&page, "Cancel").await?;
    page.announced("Put back. Nothing was changed.").await?;
    is_chosen(&page, "Text code to my authentication phone").await?;
    choose(&page, "Notify me through app").await?;
    page.reload().await?;
    page.heading("What's your preferred option?").await?;
    is_chosen(&page, "Text code to my authentication phone").await?;
    choose(&page, "Notify me through app").await?;
    press(&page, "Save").await?;
    page.announced("Saved. From the next sign-in your preferred option is: Notify me through app.")
        .await?;
    page.reload().await?;
    page.heading("What's your preferred option?").await?;
    is_chosen(&page, "Notify me through app").await?;
    sign_out(&page, "Sam Rivera").await?;
    give_password(&page, "sam@contoso.example", PASSWORD).await?;
    page.see("We've sent a notification to your app.").await?;
    page.no_errors().await
}

/// A way that does not work could be preferred, and the next sign-in would fail.
#[journey]
async fn what_is_not_set_up_cannot_be_preferred_and_says_why() -> Result<()> {
    let (page, _host) = begin("/security?scenario=prefers-text").await?;
    let expected = json!([
        [
            "Notify me through app (set up the authenticator app first)",
            "not now"
        ],
        ["Call my authentication phone", ""],
        ["Text code to my authentication phone", "chosen"],
        [
            "Call my office phone (your administrator has set none)",
            "not now"
        ],
        [
            "Use verification code from app (set up the authenticator app first)",
            "not now"
        ],
    ]);
    let told = entries(&page).await?;
    ensure!(told == expected, "{told}");
    Ok(())
}
