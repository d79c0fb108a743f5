//! Every screen for everyone: what axe-core finds, light and dark, and on a narrow screen.

use end_to_end::phone::{chromium, press};
use end_to_end::{Engine, Host, Page, Result, Setup, ensure, json};

/// The screens, and what each waits for.
const SCREENS: [(&str, &str); 12] = [
    ("/?scenario=three-rows", "Sign in"),
    ("/verify?scenario=prefers-text", "Verify your identity"),
    ("/verify?scenario=prefers-call", "Verify your identity"),
    (
        "/verify?scenario=prefers-notification",
        "Verify your identity",
    ),
    ("/verify?scenario=prefers-app-code", "Verify your identity"),
    ("/apps?scenario=three-rows", "Apps"),
    ("/profile?scenario=three-rows", "Profile"),
    (
        "/security?scenario=three-rows",
        "What's your preferred option?",
    ),
    (
        "/security/app-passwords?scenario=long-names",
        "App passwords",
    ),
    (
        "/set-up?scenario=no-second-factor",
        "Set up your second factor",
    ),
    (
        "/help?scenario=three-rows",
        "How do I get my apps working with app passwords?",
    ),
    ("/no/such/page?scenario=three-rows", "Page not found"),
];

/// Opens a screen with everything that can be folded out.
async fn open(page: &Page, host: &Host, path: &str, heading: &str) -> Result<()> {
    page.ready(&host.at(path)).await?;
    page.heading(heading).await?;
    match path.split('?').next() {
        Some("/") => {
            press(page, "Sign in").await?;
            page.see("Enter your e-mail address.").await?;
        }
        Some("/verify") => press(page, "Having trouble? Sign in another way").await?,
        Some("/apps") => page.see("Mail, calendar and contacts").await?,
        Some("/security/app-passwords") => page.see("Old laptop in the office").await?,
        Some("/profile") => {
            page.see("Office phone").await?;
            press(page, "Sam Rivera").await?;
        }
        _ => {}
    }
    Ok(())
}

/// What axe-core finds on every screen, with this colour scheme.
async fn found(scheme: &str) -> Result<Vec<String>> {
    let host = Setup::page().start()?;
    let page = Engine::Chromium.start().await?;
    page.emulate_media(&[
        ("prefers-color-scheme", scheme),
        ("prefers-reduced-motion", "reduce"),
    ])
    .await?;
    let mut all = Vec::new();
    for (path, heading) in SCREENS {
        open(&page, &host, path, heading).await?;
        all.extend(
            page.axe()
                .await?
                .into_iter()
                .map(|found| format!("{scheme} {path} {found}")),
        );
    }
    for (opener, dialog) in [
        ("Change authentication phone", "Authentication phone"),
        ("Change authenticator app", "Set up authenticator app"),
        (
            "Remove authentication phone",
            "Remove authentication phone?",
        ),
        ("Restore", "Restore multi-factor authentication?"),
    ] {
        open(
            &page,
            &host,
            "/security?scenario=three-rows",
            "What's your preferred option?",
        )
        .await?;
        press(&page, opener).await?;
        page.dialog(dialog).await?;
        if dialog == "Set up authenticator app" {
            press(&page, "Can't scan it?").await?;
        }
        all.extend(
            page.axe()
                .await?
                .into_iter()
                .map(|found| format!("{scheme} {dialog} {found}")),
        );
    }
    Ok(all)
}

/// People who use a screen reader, or who see little, would be shut out.
#[journey]
async fn axe_finds_nothing_in_the_light() -> Result<()> {
    let found = found("light").await?;
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// In the dark, words would have too little contrast.
#[journey]
async fn axe_finds_nothing_in_the_dark() -> Result<()> {
    let found = found("dark").await?;
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// On a small phone, or zoomed to 400 %, one would scroll sideways for each line.
#[journey]
async fn at_320_pixels_nothing_scrolls_sideways() -> Result<()> {
    let (page, host) = chromium("/").await?;
    page.resize(320, 640).await?;
    let mut wide = Vec::new();
    for (path, heading) in SCREENS {
        open(&page, &host, path, heading).await?;
        let script = "const root = document.scrollingElement; \
            const over = [...document.querySelectorAll('body *')] \
              .filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1) \
              .map((e) => e.tagName + '.' + e.className).slice(0, 5); \
            return root.scrollWidth > root.clientWidth ? `${root.scrollWidth}: ${over}` : ''";
        let told = page.run(script, json!([])).await?;
        if told != "" {
            wide.push(format!("{path} is {told}"));
        }
    }
    ensure!(wide.is_empty(), "{}", wide.join("\n"));
    Ok(())
}
