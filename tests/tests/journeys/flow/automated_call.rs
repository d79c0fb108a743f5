//! Step 2 by automated call.

use end_to_end::phone::{begin, is_in, main, press, ten_minutes_later};
use end_to_end::{Result, Role, ensure};

const CALLING: &str = "We're calling your phone. Please answer it to continue.";

/// A call in the next room would be missed for good.
#[journey]
async fn a_call_that_nobody_answers_ends_and_can_be_had_again() -> Result<()> {
    let (page, _host) = begin("/verify?scenario=prefers-call").await?;
    page.see(CALLING).await?;
    page.see("Answer the call to +1 ••• ••• 0134 and press #.")
        .await?;
    page.see("Time left to answer: 0:").await?;
    page.see("You can ask for another call in 0:").await?;
    page.gone(Role::Button, "Call again").await?;
    ten_minutes_later(&page).await?;
    page.announced(
        "The call was not answered with # within 60 seconds, or it did not get through.",
    )
    .await?;
    page.gone(Role::Button, "Answer").await?;
    ensure!(
        !main(&page).await?.words().await?.contains(CALLING),
        "it still says that it rings"
    );
    press(&page, "Call again").await?;
    page.see(CALLING).await?;
    press(&page, "Answer").await?;
    press(&page, "Press #").await?;
    is_in(&page).await?;
    page.no_errors().await
}

/// A thief who knows the password would be let in by whoever hangs up; the owner would not learn
/// that the password is known.
#[journey]
async fn a_call_that_is_reported_lets_nobody_in() -> Result<()> {
    let (page, _host) = begin("/verify?scenario=prefers-call").await?;
    press(&page, "Answer").await?;
    page.see("Please press the pound key").await?;
    press(&page, "Hang up and report").await?;
    page.announced("The request was denied on the phone. If that was not you, change your network password now.").await?;
    page.at("/verify").await?;
    page.reload().await?;
    page.see("The request was denied on the phone.").await?;
    ten_minutes_later(&page).await?;
    press(&page, "Call again").await?;
    press(&page, "Answer").await?;
    press(&page, "Press #").await?;
    is_in(&page).await
}

/// The office phone would ring, and nobody would know which one.
#[journey]
async fn the_office_phone_rings_with_its_extension() -> Result<()> {
    let (page, _host) = begin("/verify?scenario=prefers-office-call").await?;
    page.see("Answer the call to your office phone, +1 ••• ••• 0100, and press #.")
        .await?;
    page.region("Phone")
        .await?
        .see("Incoming call, +15555550100, extension 421")
        .await?;
    press(&page, "Answer").await?;
    press(&page, "Press #").await?;
    is_in(&page).await?;
    page.no_errors().await
}
