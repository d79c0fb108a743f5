//! The page in the visitor's language.

use end_to_end::{Engine, Host, Page, Result, Setup, ensure, json};

/// A browser whose owner reads this language.
async fn reader_of(languages: &str) -> Result<Page> {
    Engine::Firefox
        .with()
        .preference("intl.accept_languages", languages)
        .start()
        .await
}

async fn page_is(page: &Page, language: &str, direction: &str) -> Result<()> {
    page.holds(
        &format!("the page is in {language}, {direction}"),
        async || {
            let found = page
                .run(
                    "const { lang, dir } = document.documentElement; return [lang, dir]",
                    json!([]),
                )
                .await?;
            Ok(found == json!([language, direction]))
        },
    )
    .await
}

async fn opened(languages: &str, path: &str) -> Result<(Page, Host)> {
    let host = Setup::page().start()?;
    let page = reader_of(languages).await?;
    page.ready(&host.at(path)).await?;
    Ok((page, host))
}

/// Whoever reads no English would not get in.
#[journey]
async fn a_visitor_reads_their_own_language() -> Result<()> {
    let (page, host) = opened("de-AT, en-US", "/").await?;
    page_is(&page, "de", "ltr").await?;
    page.heading("Anmelden").await?;
    page.button("Anmelden").await?.click().await?;
    page.see("Geben Sie Ihre E-Mail-Adresse ein.").await?;
    page.ready(&host.at("/security/app-passwords?scenario=three-rows"))
        .await?;
    page.heading("App-Kennwörter").await?;
    page.see("30.10.2016").await?;
    ensure!(page.title().await? == "App-Kennwörter - Contoso");
    page.no_errors().await
}

/// A language that the page does not know falls to the next one of the list.
#[journey]
async fn of_several_languages_the_first_that_is_known_counts() -> Result<()> {
    let (page, _host) = opened("tlh, de, en-US", "/").await?;
    page_is(&page, "de", "ltr").await?;
    let (page, _host) = opened("tlh", "/").await?;
    page_is(&page, "en-US", "ltr").await
}

/// Who sits at somebody else's machine chooses, once, and what was typed stays.
#[journey]
async fn a_choice_is_remembered_and_loses_nothing_that_was_typed() -> Result<()> {
    let host = Setup::page().start()?;
    let page = Engine::Chromium.start().await?;
    page.ready(&host.at("/")).await?;
    page.field("E-mail address")
        .await?
        .fill("sam@contoso.example")
        .await?;
    page.select("Language").await?.choose("Deutsch").await?;
    page_is(&page, "de", "ltr").await?;
    let email = page.field("E-Mail-Adresse").await?;
    ensure!(email.value().await? == "sam@contoso.example");
    page.reload().await?;
    page.heading("Anmelden").await?;
    page_is(&page, "de", "ltr").await?;
    // and back, on another screen
    page.ready(&host.at("/security?scenario=three-rows"))
        .await?;
    page.heading("Zusätzliche Sicherheitsüberprüfung").await?;
    page.select("Sprache")
        .await?
        .choose("English (United States)")
        .await?;
    page.heading("Additional security verification").await?;
    // what is typed on a screen stays, and the screen stays where it is
    page.ready(&host.at("/apps")).await?;
    page.field("Search apps").await?.fill("calendar").await?;
    page.see("Mail, calendar and contacts").await?;
    page.select("Language").await?.choose("Deutsch").await?;
    let search = page.field("Apps durchsuchen").await?;
    ensure!(search.value().await? == "calendar");
    page.not_see("Time sheet").await?;
    page.no_errors().await
}

/// The page would say nothing at all, or half of it in each language.
#[journey]
async fn a_file_that_is_missing_or_cut_off_leaves_english_and_one_line_that_says_so() -> Result<()>
{
    const SAID: &str = "Translations could not be loaded, so this page is in English.";
    let missing = Setup::page().start()?;
    missing.refuse("locales/de.json", true);
    for host in [missing, Setup::page().cut("locales/de.json").start()?] {
        let page = reader_of("de, en-US").await?;
        page.ready(&host.at("/security?scenario=three-rows"))
            .await?;
        page.heading("Additional security verification").await?;
        page_is(&page, "en-US", "ltr").await?;
        page.see(SAID).await?;
        page.ready(&host.at("/")).await?;
        page_is(&page, "en-US", "ltr").await?;
        page.see(SAID).await?;
    }
    Ok(())
}

/// Whoever reads from the right would see the page the wrong way round, and a code backwards.
#[journey]
async fn arabic_runs_from_the_right_and_addresses_from_the_left() -> Result<()> {
    let (page, host) = opened("ar-EG, en-US", "/").await?;
    page_is(&page, "ar", "rtl").await?;
    page.heading("تسجيل الدخول").await?;
    let email = "return getComputedStyle(document.querySelector('input[type=email]')).direction";
    ensure!(page.run(email, json!([])).await? == "ltr");
    page.ready(&host.at("/security/app-passwords?scenario=three-rows"))
        .await?;
    page.heading("كلمات مرور التطبيقات").await?;
    let wider =
        "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
    ensure!(page.run(wider, json!([])).await? == false);
    page.no_errors().await
}
