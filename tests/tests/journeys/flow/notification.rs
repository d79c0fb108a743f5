//! Step 2 by notification.

use end_to_end::phone::{begin, is_in, press, ten_minutes_later};
use end_to_end::{Result, Role};

/// Approving would do nothing after a minute, and the person would approve in vain.
#[journey]
async fn a_notification_that_is_overlooked_ends_and_can_be_sent_again() -> Result<()> {
    let (page, _host) = begin("/verify?scenario=prefers-notification").await?;
    page.see("We've sent a notification to your app. Please approve it to continue.")
        .await?;
    page.region("Phone")
        .await?
        .see("lena@contoso.example")
        .await?;
    page.see("You can ask for a new notification in 0:").await?;
    ten_minutes_later(&page).await?;
    page.announced(
        "The notification was not approved within 60 seconds, or it did not reach your phone.",
    )
    .await?;
    page.gone(Role::Button, "Approve").await?;
    press(&page, "Send again").await?;
    press(&page, "Approve").await?;
    is_in(&page).await?;
    page.no_errors().await
}

/// **Deny** would not deny, or deny for ever.
#[journey]
async fn a_notification_that_is_denied_lets_nobody_in() -> Result<()> {
    let (page, _host) = begin("/verify?scenario=prefers-notification").await?;
    press(&page, "Deny").await?;
    page.announced("The request was denied on the phone. If that was not you, change your network password now.").await?;
    page.at("/verify").await?;
    ten_minutes_later(&page).await?;
    press(&page, "Send again").await?;
    page.not_see("The request was denied on the phone.").await?;
    press(&page, "Approve").await?;
    is_in(&page).await
}
