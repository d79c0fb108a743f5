//! Addresses: each can be opened, reloaded, gone back to and bookmarked.

use end_to_end::phone::{PASSWORD, begin, enter, give_password, is_in, main, press};
use end_to_end::{
    Result, ensure,
    steps::{sign_in_as, text_code},
};

/// The paths behind sign in, and the heading of each.
pub const BEHIND: [(&str, &str); 6] = [
    ("/apps", "Apps"),
    ("/profile", "Profile"),
    ("/security", "Additional security verification"),
    ("/security/app-passwords", "App passwords"),
    (
        "/security/app-passwords/set-up",
        "Set up your mail application",
    ),
    ("/help", "How do I get my apps working with app passwords?"),
];

/// A reload, or a link in a mail, would show an error page of the host.
#[journey]
async fn every_address_can_be_opened_and_reloaded_with_a_slash_too() -> Result<()> {
    let (page, host) = begin("/apps?scenario=three-rows").await?;
    for (path, heading) in BEHIND {
        page.ready(&host.at(path)).await?;
        page.heading(heading).await?;
        page.reload().await?;
        page.heading(heading).await?;
        page.at(path).await?;
        page.ready(&host.at(&format!("{path}/"))).await?;
        page.heading(heading).await?;
    }
    // the dialog over the list is an address too
    page.ready(&host.at("/security/app-passwords/create"))
        .await?;
    page.dialog("Create app password").await?;
    page.reload().await?;
    page.dialog("Create app password").await?;
    // signed in already, there is nothing to do at the first two steps
    for path in ["/", "/verify", "/set-up", "/index.html"] {
        page.ready(&host.at(path)).await?;
        is_in(&page).await?;
    }
    page.no_errors().await
}

/// Who follows a link to a screen would have to find it again after signing in.
#[journey]
async fn a_link_leads_through_sign_in_to_where_it_points() -> Result<()> {
    let (page, host) = begin("/?scenario=three-rows").await?;
    for path in ["/security", "/apps", "/security/app-passwords/create"] {
        page.ready(&host.at(path)).await?;
        page.heading("Sign in").await?;
        page.at(&format!("/?return={path}")).await?;
    }
    page.ready(&host.at("/security/app-passwords")).await?;
    give_password(&page, "sam@contoso.example", PASSWORD).await?;
    page.heading("Verify your identity").await?;
    page.at("/verify?return=/security/app-passwords").await?;
    page.reload().await?;
    enter(&page, &text_code(&page).await?).await?;
    page.heading("App passwords").await?;
    page.at("/security/app-passwords").await?;
    page.no_errors().await
}

/// A link could lead through the sign-in to somebody else's site.
#[journey]
async fn sign_in_never_leads_to_another_site() -> Result<()> {
    let (page, host) = begin("/?scenario=three-rows").await?;
    for elsewhere in [
        "https://evil.example/",
        "//evil.example/apps",
        "/../../evil",
        "javascript:alert(1)",
    ] {
        page.ready(&host.at(&format!("/?return={elsewhere}")))
            .await?;
        sign_in_as(&page, "Sam Rivera").await?;
        is_in(&page).await?;
        ensure!(page.url().await? == host.at("/apps"));
        press(&page, "Sam Rivera").await?;
        press(&page, "Sign out").await?;
        page.heading("Sign in").await?;
    }
    page.no_errors().await
}

/// A mistyped address would look like lost app passwords.
#[journey]
async fn an_unknown_address_says_so_and_leads_on() -> Result<()> {
    for (scenario, path, leads_to) in [
        (
            "/apps?scenario=three-rows",
            "/security/nothing",
            "App passwords",
        ),
        ("/?scenario=three-rows", "/no/such/page", "Sign in"),
    ] {
        let (page, host) = begin(scenario).await?;
        page.ready(&host.at(path)).await?;
        page.heading("Page not found").await?;
        main(&page)
            .await?
            .see("Your app passwords are safe and keep working.")
            .await?;
        ensure!(page.title().await?.starts_with("Page not found"));
        page.link("Apps").await?;
        page.link("App passwords").await?.click().await?;
        page.heading(leads_to).await?;
        // the browser itself tells of the 404, and of the folders that were asked where the page lies
        let errors = page.console_errors().await?;
        ensure!(
            errors.iter().all(|error| error.contains("404")),
            "{errors:#?}"
        );
    }
    Ok(())
}

/// **Back** would leave the portal, or lead into a circle.
#[journey]
async fn back_and_forward_walk_through_the_flow() -> Result<()> {
    let (page, _host) = begin("/?scenario=three-rows").await?;
    sign_in_as(&page, "Sam Rivera").await?;
    is_in(&page).await?;
    press(&page, "Sam Rivera").await?;
    page.link("Profile").await?.click().await?;
    page.heading("Profile").await?;
    page.link("Additional security verification")
        .await?
        .click()
        .await?;
    page.heading("What's your preferred option?").await?;
    page.link("app passwords").await?.click().await?;
    page.heading("App passwords").await?;
    for (heading, path) in [
        ("Additional security verification", "/security"),
        ("Profile", "/profile"),
        ("Apps", "/apps"),
    ] {
        page.back().await?;
        page.heading(heading).await?;
        page.at(path).await?;
    }
    page.forward().await?;
    page.heading("Profile").await?;
    page.forward().await?;
    page.heading("What's your preferred option?").await?;
    page.forward().await?;
    page.heading("App passwords").await?;
    // signed out, back shows nothing of what was there
    press(&page, "Sam Rivera").await?;
    press(&page, "Sign out").await?;
    page.heading("Sign in").await?;
    page.back().await?;
    page.heading("Sign in").await?;
    ensure!(!page.words().await?.contains("Android Type Mail App"));
    page.no_errors().await
}
