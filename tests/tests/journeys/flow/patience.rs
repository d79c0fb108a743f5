//! "Be patient, it can take a bit": a reply that takes ten seconds.

use end_to_end::phone::{another, app_code, begin, code_field_says, is_in, press};
use end_to_end::{Result, ensure, json, steps::text_code};
use std::time::Duration;

/// Impatient clicks would spend the tries, or send the person into a second sign-in.
#[journey]
async fn a_slow_answer_is_waited_for_and_more_clicks_send_nothing_more() -> Result<()> {
    let (page, _host) = begin("/verify?scenario=slow-network").await?;
    // the form of the step before has a button of that name, and stands until the portal answers
    let field = page.field("Code").await?;
    let button = page.button("Sign in").await?;
    let code = text_code(&page).await?;
    field.fill(&another(&code)).await?;
    button.click().await?;
    for _ in 0..3 {
        button.click().await?;
    }
    ensure!(
        button.is_off().await?,
        "the button does not show that it is working"
    );
    field.type_text("").await?;
    page.press("Enter").await?;
    page.announced("Still working… please be patient.").await?;
    button.click().await?;
    let long = page.patience(Duration::from_secs(25));
    long.see("This is not the right code.").await?;
    // one try was counted, not six
    code_field_says(&page, "You have 4 tries left.").await?;
    page.not_see("Still working").await?;
    field.fill(&code).await?;
    button.click().await?;
    button.click().await?;
    page.announced("Still working… please be patient.").await?;
    long.the(end_to_end::Role::Heading, "Apps").await?;
    is_in(&page).await?;
    page.no_errors().await
}

/// Who asks for another way on a slow line would press again and again.
#[journey]
async fn another_way_is_slow_as_well_and_says_so() -> Result<()> {
    let (page, _host) = begin("/verify?scenario=slow-network").await?;
    press(&page, "Having trouble? Sign in another way").await?;
    press(&page, "Notify me through app").await?;
    page.announced("Still working… please be patient.").await?;
    page.see("We've sent a notification to your app.").await?;
    page.not_see("Still working").await?;
    press(&page, "Approve").await?;
    page.announced("Approved.").await?;
    page.patience(Duration::from_secs(25))
        .the(end_to_end::Role::Heading, "Apps")
        .await?;
    page.no_errors().await
}

/// A press that does nothing, for ten seconds and after them, makes people give up.
#[journey]
async fn another_way_chosen_while_a_code_is_checked_begins_when_it_was_wrong() -> Result<()> {
    let (page, _host) = begin("/verify?scenario=slow-network").await?;
    let field = page.field("Code").await?;
    field.fill(&another(&text_code(&page).await?)).await?;
    press(&page, "Sign in").await?;
    press(&page, "Having trouble? Sign in another way").await?;
    let other = page.button("Use verification code from app").await?;
    other.click().await?;
    ensure!(other.is_off().await?, "it does not show that it is working");
    page.patience(Duration::from_secs(25))
        .see("Enter the 6-digit code from your authenticator app.")
        .await?;
    // and not when the code was right
    press(&page, "Having trouble? Sign in another way").await?;
    let code = app_code(&page, "kofi@contoso.example").await?;
    page.field("Code").await?.fill(&code).await?;
    press(&page, "Sign in").await?;
    press(&page, "Notify me through app").await?;
    page.patience(Duration::from_secs(25))
        .the(end_to_end::Role::Heading, "Apps")
        .await?;
    is_in(&page).await?;
    page.no_errors().await
}

/// A late answer to a screen that was left would empty the form under the fingers of whoever types.
#[journey]
async fn what_is_typed_at_sign_in_survives_the_late_answer_to_another_screen() -> Result<()> {
    let (page, host) = begin("/?scenario=slow-network").await?;
    // signed out: leads to sign in, while an answer is on its way
    page.ready(&host.at("/profile")).await?;
    let email = page.field("E-mail address").await?;
    email.fill("kofi@contoso.example").await?;
    email
        .holds("every answer has come", async || {
            let seven_seconds = page
                .run("return performance.now() > 7000", json!([]))
                .await?;
            Ok(seven_seconds == true)
        })
        .await?;
    ensure!(page.field("E-mail address").await?.value().await? == "kofi@contoso.example");
    page.no_errors().await
}

/// What is quick would flicker; who cannot see would hear nothing while it is slow.
#[journey]
async fn a_screen_that_is_coming_shows_lines_after_a_moment_and_says_so() -> Result<()> {
    let (page, _host) = begin("/apps?scenario=slow-network").await?;
    page.patience(Duration::from_secs(15))
        .the(end_to_end::Role::Heading, "Apps")
        .await?;
    page.announced("Loading…").await?;
    // how long after its appearance what moves once is drawn, and from what: as it is styled, because the
    // movement itself is over before a busy machine looks
    let shown = "const rules = (list) => [...list].flatMap((rule) => \
            rule instanceof CSSKeyframesRule || !rule.cssRules ? [rule] : rules(rule.cssRules)); \
        const all = [...document.styleSheets].flatMap((sheet) => rules(sheet.cssRules)); \
        const from = (name) => all.find((rule) => rule.name === name).cssRules[0].style.opacity; \
        return [...document.querySelectorAll('main *')].map((element) => getComputedStyle(element)) \
        .filter((style) => style.animationName !== 'none' && style.animationIterationCount === '1') \
        .map((style) => [style.animationDelay, style.animationFillMode, from(style.animationName)])";
    page.holds("the lines come after 200 ms, from nothing", async || {
        Ok(page.run(shown, json!([])).await? == json!([["0.2s", "backwards", "0"]]))
    })
    .await?;
    page.patience(Duration::from_secs(15))
        .see("Mail, calendar and contacts")
        .await?;
    page.no_errors().await
}
