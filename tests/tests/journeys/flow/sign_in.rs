//! Step 1: e-mail address and network password.

use end_to_end::phone::{PASSWORD, begin, give_password, press};
use end_to_end::{Result, ensure, json};

const REFUSED: &str = "The e-mail address or the password is incorrect. Check both and try again.";

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
