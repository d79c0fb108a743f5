//! "How would you like to respond?": telephones.

use end_to_end::phone::{another, begin, code_field_says, press, ten_minutes_later};
use end_to_end::{Element, Name, Page, Result, Role, ensure, steps::text_code};

/// Opens the dialog of the authentication phone and asks for a code to this number.
async fn ask_for_code(page: &Page, number: &str) -> Result<Element> {
    press(page, "Change authentication phone").await?;
    let dialog = page.dialog("Authentication phone").await?;
    dialog.field("Phone number").await?.fill(number).await?;
    dialog.button("Send code").await?.click().await?;
    Ok(dialog)
}

async fn confirm(dialog: &Element, code: &str) -> Result<()> {
    dialog.field("Code").await?.fill(code).await?;
    dialog.button("Confirm").await?.click().await
}

/// A slip in the number would lock its owner out: it would count before anyone answered there.
#[journey]
async fn a_number_counts_only_after_the_code_sent_to_it() -> Result<()> {
    let (page, host) = begin("/security?scenario=three-rows").await?;
    let dialog = ask_for_code(&page, "+1 (555) 555-0199").await?;
    dialog
        .see("We've sent a text message with a code to +15555550199.")
        .await?;
    page.region("Phone")
        .await?
        .see("Text message to +15555550199")
        .await?;
    let code = text_code(&page).await?;
    confirm(&dialog, "12345").await?;
    code_field_says(&page, "The code has 6 digits.").await?;
    confirm(&dialog, &another(&code)).await?;
    code_field_says(&page, "You have 4 tries left.").await?;
    ensure!(page.field("Code").await?.value().await? == another(&code));
    // left half-way: the old number stays
    dialog.button("Cancel").await?.click().await?;
    page.gone(Role::Dialog, Name::Any).await?;
    page.see("+15555550134").await?;
    page.ready(&host.at("/security")).await?;
    page.see("+15555550134").await?;
    // the same number again has to wait; another need not
    let dialog = ask_for_code(&page, "+1 555 555 0199").await?;
    dialog
        .see("One was sent a moment ago. You can ask for another in")
        .await?;
    ensure!(dialog.field("Phone number").await?.value().await? == "+1 555 555 0199");
    ten_minutes_later(&page).await?;
    dialog.button("Send code").await?.click().await?;
    dialog.field("Code").await?;
    confirm(&dialog, &text_code(&page).await?).await?;
    page.announced("Authentication phone is set up: +15555550199.")
        .await?;
    page.gone(Role::Dialog, Name::Any).await?;
    page.reload().await?;
    page.see("+15555550199").await?;
    page.not_see("+15555550134").await?;
    page.no_errors().await
}

/// Who cannot read a text message could set up no telephone.
#[journey]
async fn the_code_can_be_read_out_by_a_call() -> Result<()> {
    let (page, _host) = begin("/security?scenario=three-rows").await?;
    press(&page, "Change alternate authentication phone").await?;
    let dialog = page.dialog("Alternate authentication phone").await?;
    dialog
        .field("Phone number")
        .await?
        .fill("+44 20 7946 0018")
        .await?;
    dialog.radio("Call me with a code").await?.click().await?;
    dialog.button("Send code").await?.click().await?;
    dialog
        .see("We're calling +442079460018. Answer the call and listen for the code.")
        .await?;
    press(&page, "Answer").await?;
    confirm(&dialog, &text_code(&page).await?).await?;
    page.announced("Alternate authentication phone is set up: +442079460018.")
        .await?;
    page.no_errors().await
}

/// What is no number would be taken for one, or lost while it is mended.
#[journey]
async fn what_is_no_number_is_said_at_the_field() -> Result<()> {
    let (page, _host) = begin("/security?scenario=three-rows").await?;
    let dialog = ask_for_code(&page, "555 0199").await?;
    let number = dialog.field("Phone number").await?;
    number
        .holds("it is refused", async || number.is_invalid().await)
        .await?;
    number.gets_focus().await?;
    ensure!(
        number
            .description()
            .await?
            .contains("This is not a complete telephone number.")
    );
    ensure!(number.value().await? == "555 0199");
    page.press("Escape").await?;
    page.gone(Role::Dialog, Name::Any).await?;
    page.button("Change authentication phone")
        .await?
        .gets_focus()
        .await?;
    page.no_errors().await
}

/// One click would lock the person out.
#[journey]
async fn the_last_way_cannot_be_removed() -> Result<()> {
    let (page, _host) = begin("/security?scenario=prefers-text").await?;
    press(&page, "Remove authentication phone").await?;
    let dialog = page.dialog("Remove authentication phone?").await?;
    dialog
        .see("We will then no longer text or call +15555550134 when you sign in.")
        .await?;
    dialog
        .button("Remove authentication phone")
        .await?
        .click()
        .await?;
    dialog.see("This is the only way left to verify that it is you, so it cannot be removed. Set up another way first.").await?;
    dialog.button("Close").await?.gets_focus().await?;
    dialog.button("Close").await?.click().await?;
    page.gone(Role::Dialog, Name::Any).await?;
    page.reload().await?;
    page.see("+15555550134").await?;
    page.no_errors().await
}

/// The preferred option would point to a telephone that is gone.
#[journey]
async fn removing_the_preferred_phone_names_what_takes_its_place() -> Result<()> {
    let (page, _host) = begin("/security?scenario=three-rows").await?;
    press(&page, "Remove authentication phone").await?;
    let dialog = page.dialog("Remove authentication phone?").await?;
    dialog.see("Text code to my authentication phone").await?;
    dialog.button("Cancel").await?.click().await?;
    page.see("+15555550134").await?;
    press(&page, "Remove authentication phone").await?;
    page.dialog("Remove authentication phone?")
        .await?
        .button("Remove authentication phone")
        .await?
        .click()
        .await?;
    page.announced(
        "Authentication phone removed. Your preferred option is now: Notify me through app.",
    )
    .await?;
    page.button("Set up authentication phone").await?;
    page.count(Role::Button, "Change office phone", 0).await?;
    page.see("Set by your administrator").await?;
    page.see("+15555550100, extension 421").await?;
    page.no_errors().await
}
