//! The pseudo-locale shows what no message file holds.

use end_to_end::{Engine, Result, Setup, ensure, json};

/// Screens, each with the person who sees most of it.
const SCREENS: [&str; 9] = [
    "/",
    "/verify?scenario=prefers-call",
    "/set-up?scenario=no-second-factor",
    "/apps?scenario=three-rows",
    "/profile?scenario=three-rows",
    "/security?scenario=three-rows",
    "/security/app-passwords?scenario=three-rows",
    "/security/app-passwords/create?scenario=forty",
    "/help",
];

/// What is no text of the page: the brand, names of people, of app passwords and of servers, what a
/// message file fills in, and languages by their own names.
const NAMES: &[&str] = &[
    "up",
    "ines",
    "in",
    "on",
    "my",
    "en",
    "XA",
    "AM",
    "PM",
    "Contoso",
    "MyApps",
    "contoso",
    "example",
    "imap",
    "smtp",
    "SSL",
    "TLS",
    "STARTTLS",
    "English",
    "United",
    "States",
    "Kingdom",
    "Deutsch",
    "Brasil",
    "Pseudo",
    "locale",
    "made",
    "password",
    // people
    "Yara",
    "Benali",
    "Schwarzenberger",
    "Sam",
    "Rivera",
    "Noa",
    "Lindqvist",
    "Theo",
    "Okafor",
    "Ines",
    "Inès",
    "Moreau",
    "Priya",
    "Nair",
    "Jonas",
    "Weber",
    "Mei",
    "Tanaka",
    "Alice",
    "Novak",
    "Omar",
    "Haddad",
    "Ruth",
    "Adler",
    "Lena",
    "Fischer",
    "Marek",
    "Wanjiru",
    "Otieno",
    "Farah",
    "Aziz",
    "Silva",
    "Diego",
    "Santos",
    "Kofi",
    "Mensah",
    "Hana",
    "Sato",
    "Elif",
    "Demir",
    // e-mail addresses, and names of app passwords
    "sam",
    "mei",
    "omar",
    "Android",
    "Type",
    "Mail",
    "App",
    "Initial",
    "app",
    "iPhone",
    "Outlook",
    "laptop",
    "Thunderbird",
    "Scanner",
    "room",
];

/// A reader of any other language would find these words in English.
#[journey]
async fn no_word_of_the_page_is_left_in_english() -> Result<()> {
    let host = Setup::page().start()?;
    let page = Engine::Chromium.start().await?;
    page.ready(&host.at("/")).await?;
    page.select("Language")
        .await?
        .choose("Pseudo-locale (en-XA)")
        .await?;
    let mut broken = Vec::new();
    for path in SCREENS {
        page.ready(&host.at(path)).await?;
        let accented = page
            .holds(&format!("{path} is all accented"), async || {
                let words = page.run(PLAIN, json!([NAMES])).await?;
                Ok(words.as_array().is_some_and(Vec::is_empty))
            })
            .await;
        let left = page.run(PLAIN, json!([NAMES])).await?;
        if accented.is_err() {
            broken.push(format!("{path} still says {left}"));
        }
    }
    ensure!(broken.is_empty(), "{broken:#?}");
    let marked = "return document.querySelectorAll('[data-text-key]').length";
    let marked = page.run(marked, json!([])).await?;
    ensure!(
        marked.as_u64().is_some_and(|count| count > 10),
        "{marked} nodes say their key"
    );
    Ok(())
}

/// Words of plain letters in what is seen and in accessible names, without addresses.
const PLAIN: &str = "
    const names = new Set(arguments[0]);
    const seen = document.body.innerText;
    const labels = [...document.querySelectorAll('[aria-label]')].map((one) => one.getAttribute('aria-label'));
    const options = [...document.querySelectorAll('main option')].map((one) => one.textContent);
    if (!document.querySelector('main h1')) return ['no heading yet'];
    return [...new Set([seen, ...labels, ...options].join('\\n').match(/(?<![\\p{L}·])[A-Za-z]{2,}(?![\\p{L}])/gu) ?? [])]
      .filter((word) => !names.has(word));";
