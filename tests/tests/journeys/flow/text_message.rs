//! Step 2 by text message.

use end_to_end::phone::{another, begin, code_field_says, enter, is_in, main};
use end_to_end::{Name, Result, Role, ensure, steps::text_code};

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
