//! A session that ends in the middle of a form costs no typing. Codes and keys are not kept.

use end_to_end::phone::{
    PASSWORD, chromium, enter, give_password, press, sign_out, ten_minutes_later,
};
use end_to_end::{Name, Page, Result, Role, ensure, json, steps, steps::text_code};

/// Half an hour goes by, in which nothing is done.
async fn half_an_hour_later(page: &Page) -> Result<()> {
    for _ in 0..3 {
        ten_minutes_later(page).await?;
    }
    Ok(())
}

/// The session ended: signs in again, as the same person or another.
async fn sign_in_again(page: &Page, email: &str) -> Result<()> {
    page.heading("Sign in").await?;
    page.see("Your session has ended.").await?;
    page.see("only codes are not kept").await?;
    give_password(page, email, PASSWORD).await?;
    page.heading("Verify your identity").await?;
    enter(page, &text_code(page).await?).await
}

/// What the tab's storage holds, as one text.
async fn stored(page: &Page) -> Result<String> {
    let stored = page
        .run("return JSON.stringify(sessionStorage)", json!([]))
        .await?;
    Ok(stored.as_str().unwrap_or_default().to_owned())
}

/// Whoever is called away while naming one would have to find the place again, and the name.
#[journey]
async fn the_name_of_a_new_app_password_is_kept() -> Result<()> {
    let (page, host) = chromium("/").await?;
    steps::open_list(&page, &host, "three-rows").await?;
    press(&page, "create").await?;
    page.field("Name").await?.fill("Desk in the attic").await?;
    // The phone is out of reach while this dialog is open: the time goes by in another window, and
    // this one hears of it on coming back.
    let here = page.tab_shown().await?;
    page.new_tab().await?;
    page.ready(&host.at("/help")).await?;
    // its own request for the session is answered: a later one would make the half hour shorter
    page.button("Sam Rivera").await?;
    half_an_hour_later(&page).await?;
    page.show(&here).await?;
    sign_in_again(&page, "sam@contoso.example").await?;
    page.at("/security/app-passwords/create").await?;
    let dialog = page.dialog("Create app password").await?;
    let name = dialog.field("Name").await?;
    ensure!(
        name.value().await? == "Desk in the attic",
        "{}",
        name.value().await?
    );
    dialog.button("next").await?.click().await?;
    steps::password_shown(&page, "Desk in the attic").await?;
    ensure!(
        !stored(&page).await?.contains("attic"),
        "sent, and still kept"
    );
    page.no_errors().await
}

/// A long number would have to be typed again, and the choice of how the code travels be made again.
#[journey]
async fn a_phone_that_is_being_set_up_is_kept_and_its_code_is_not() -> Result<()> {
    let (page, _host) = chromium("/security?scenario=three-rows").await?;
    press(&page, "Change alternate authentication phone").await?;
    let dialog = page.dialog("Alternate authentication phone").await?;
    let number = dialog.field("Phone number").await?;
    number.fill("+44 20 7946 0018").await?;
    dialog.radio("Call me with a code").await?.click().await?;
    dialog.button("Send code").await?.click().await?;
    press(&page, "Answer").await?;
    let code = text_code(&page).await?;
    press(&page, "Hang up").await?;
    dialog.field("Code").await?.fill(&code).await?;
    half_an_hour_later(&page).await?;
    dialog.button("Confirm").await?.click().await?;
    page.heading("Sign in").await?;
    ensure!(!stored(&page).await?.contains(&code), "a code is kept");
    sign_in_again(&page, "sam@contoso.example").await?;
    page.at("/security").await?;
    let dialog = page.dialog("Alternate authentication phone").await?;
    dialog
        .see("What you typed before your session ended is still here. A code is not kept")
        .await?;
    let number = dialog.field("Phone number").await?;
    ensure!(
        number.value().await? == "+44 20 7946 0018",
        "{}",
        number.value().await?
    );
    ensure!(dialog.radio("Call me with a code").await?.is_on().await?);
    // given up: gone, and it does not come back
    dialog.button("Cancel").await?.click().await?;
    page.gone(Role::Dialog, Name::Any).await?;
    press(&page, "Change alternate authentication phone").await?;
    let dialog = page.dialog("Alternate authentication phone").await?;
    ensure!(
        dialog
            .field("Phone number")
            .await?
            .value()
            .await?
            .is_empty()
    );
    page.not_see("before your session ended").await?;
    page.no_errors().await
}

/// The choice would be lost, or be taken for saved.
#[journey]
async fn a_preferred_option_that_is_not_saved_is_kept_and_says_so() -> Result<()> {
    let (page, _host) = chromium("/security?scenario=three-rows").await?;
    let question = "What's your preferred option?";
    page.select(question)
        .await?
        .choose("Call my office phone")
        .await?;
    half_an_hour_later(&page).await?;
    press(&page, "Save").await?;
    sign_in_again(&page, "sam@contoso.example").await?;
    page.at("/security").await?;
    page.announced("What you chose before your session ended is still here. It is not saved yet.")
        .await?;
    page.holds("the choice is there", async || {
        Ok(page.select(question).await?.value().await? == "3")
    })
    .await?;
    press(&page, "Save").await?;
    page.announced("Saved. From the next sign-in your preferred option is: Call my office phone.")
        .await?;
    page.reload().await?;
    page.select(question).await?;
    page.not_see("before your session ended").await?;
    page.no_errors().await
}

/// The next person at this tab would see what the last one typed.
#[journey]
async fn another_person_finds_nothing_and_signing_out_removes_all() -> Result<()> {
    let (page, _host) = chromium("/security?scenario=three-rows").await?;
    press(&page, "Change authentication phone").await?;
    page.field("Phone number")
        .await?
        .fill("+44 20 7946 0018")
        .await?;
    half_an_hour_later(&page).await?;
    press(&page, "Send code").await?;
    sign_in_again(&page, "theo@contoso.example").await?;
    page.heading("What's your preferred option?").await?;
    page.gone(Role::Dialog, Name::Any).await?;
    ensure!(
        stored(&page).await?.contains("7946"),
        "it is gone too early"
    );
    sign_out(&page, "Theo Okafor").await?;
    ensure!(!stored(&page).await?.contains("7946"), "it is still there");
    page.no_errors().await
}

/// The secret key of an authenticator app would lie in the tab's storage.
#[journey]
async fn nothing_of_an_authenticator_app_is_kept() -> Result<()> {
    let (page, _host) = chromium("/security?scenario=three-rows").await?;
    press(&page, "Change authenticator app").await?;
    let dialog = page.dialog("Set up authenticator app").await?;
    dialog
        .field("Code from your app")
        .await?
        .fill("123456")
        .await?;
    half_an_hour_later(&page).await?;
    dialog.button("Confirm").await?.click().await?;
    page.heading("Sign in").await?;
    ensure!(
        !stored(&page).await?.contains("draft"),
        "{}",
        stored(&page).await?
    );
    sign_in_again(&page, "sam@contoso.example").await?;
    page.heading("What's your preferred option?").await?;
    page.gone(Role::Dialog, Name::Any).await?;
    page.no_errors().await
}
