//! The password spelled out: for reading it aloud over a telephone, and for whoever listens to it.

use end_to_end::{Engine, Host, Name, Page, Result, Role, Setup, ensure, in_every_browser, json};

/// The words of the page for what these tests press.
struct Words {
    language: &'static str,
    list: &'static str,
    create: &'static str,
    name_dialog: &'static str,
    next: &'static str,
    shown_dialog: &'static str,
    paper: &'static str,
    spell: &'static str,
    letters: &'static str,
    close: &'static str,
    close_anyway: &'static str,
    set_up: &'static str,
    mail: [&'static str; 4],
    alphabet: &'static str,
}

const ENGLISH: Words = Words {
    language: "English (United States)",
    list: "App passwords",
    create: "create",
    name_dialog: "Create app password",
    next: "next",
    shown_dialog: "Your app password",
    paper: "App password for Desk",
    spell: "Spell it out",
    letters: "The letters of the password",
    close: "close",
    close_anyway: "Close without copying",
    set_up: "Now set up Desk",
    mail: ["Mail application", "Mail password", "Get mail", "Signed in"],
    alphabet: "Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November \
        Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu",
};

const GERMAN: Words = Words {
    language: "Deutsch",
    list: "App-Kennwörter",
    create: "Erstellen",
    name_dialog: "App-Kennwort erstellen",
    next: "Weiter",
    shown_dialog: "Ihr App-Kennwort",
    paper: "App-Kennwort für Desk",
    spell: "Buchstabieren",
    letters: "Die Buchstaben des Kennworts",
    close: "Schließen",
    close_anyway: "Schließen, ohne zu kopieren",
    set_up: "Jetzt Desk einrichten",
    mail: [
        "E-Mail-Programm",
        "E-Mail-Kennwort",
        "E-Mails abrufen",
        "Angemeldet",
    ],
    alphabet: "Aachen Berlin Chemnitz Düsseldorf Essen Frankfurt Goslar Hamburg Ingelheim Jena Köln \
        Leipzig München Nürnberg Offenbach Potsdam Quickborn Rostock Salzwedel Tübingen Unna \
        Völklingen Wuppertal Xanten Ypsilon Zwickau",
};

/// Makes an app password in this language and spells it out. Gives what each entry of the list says.
async fn spelled_in(page: &Page, host: &Host, words: &Words) -> Result<Vec<String>> {
    page.ready(&host.at("/")).await?;
    // what was chosen before is remembered
    let select = page.the(Role::Select, Name::Any).await?;
    select.choose(words.language).await?;
    page.begun(&host.at("/security/app-passwords?scenario=three-rows"))
        .await?;
    page.heading(words.list).await?;
    page.button(words.create).await?.click().await?;
    let dialog = page.dialog(words.name_dialog).await?;
    dialog.field("Name").await?.fill("Desk").await?;
    dialog.button(words.next).await?.click().await?;
    page.dialog(words.shown_dialog)
        .await?
        .group(words.paper)
        .await?;
    spelled(page, words).await
}

/// Opens the spelling. Gives what each entry of the list says.
async fn spelled(page: &Page, words: &Words) -> Result<Vec<String>> {
    // nobody who wants none is shown one
    ensure!(page.all(Role::List, words.letters).await?.is_empty());
    page.button(words.spell).await?.click().await?;
    let list = page.the(Role::List, words.letters).await?;
    list.count(Role::ListItem, Name::Any, 16).await?;
    let mut said = Vec::new();
    for item in list.all(Role::ListItem, Name::Any).await? {
        said.push(item.words().await?);
    }
    Ok(said)
}

/// What is spelled, when every word is the alphabet's for its letter.
fn letters(said: &[String], words: &Words) -> Result<String> {
    let alphabet: Vec<&str> = words.alphabet.split_whitespace().collect();
    let mut password = String::new();
    for entry in said {
        let (letter, word) = entry.split_once(' ').unwrap_or_default();
        let place = letter.bytes().next().unwrap_or_default().wrapping_sub(b'a');
        let expected = alphabet.get(usize::from(place));
        ensure!(expected == Some(&word), "{entry:?} and not {expected:?}");
        password.push_str(letter);
    }
    ensure!(password.len() == 16, "{password:?} is spelled");
    Ok(password)
}

/// What was spelled signs a mail application in.
async fn signs_in(page: &Page, password: &str, words: &Words) -> Result<()> {
    page.button(words.close).await?.click().await?;
    page.button(words.close_anyway).await?.click().await?;
    page.heading(words.set_up).await?;
    let [mail, field, get, answer] = words.mail;
    let mail = page.region(mail).await?;
    mail.field(field).await?.fill(password).await?;
    mail.button(get).await?.click().await?;
    mail.see(answer).await
}

in_every_browser! {
    /// "Quebec" says nothing to whoever learned "Quickborn".
    async fn in_german_the_words_are_german(page: Page, host: Host) {
        let said = spelled_in(&page, &host, &GERMAN).await?;
        let password = letters(&said, &GERMAN)?;
        signs_in(&page, &password, &GERMAN).await?;
        page.no_errors().await
    }
}

/// On a small telephone, or zoomed to 400 %, one would scroll sideways for each word.
#[journey]
async fn spelled_out_at_320_pixels_nothing_is_cut_off_and_axe_finds_nothing() -> Result<()> {
    let host = Setup::page().start()?;
    let page = Engine::Chromium.start().await?;
    for (width, scheme) in [(320, "light"), (320, "dark"), (1280, "dark")] {
        page.resize(width, 640).await?;
        page.emulate_media(&[
            ("prefers-color-scheme", scheme),
            ("prefers-reduced-motion", "reduce"),
        ])
        .await?;
        for words in [&ENGLISH, &GERMAN] {
            spelled_in(&page, &host, words).await?;
            let wide = "const dialog = document.querySelector('dialog[open]'); \
                return [...dialog.querySelectorAll('*')].filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1 \
                  && getComputedStyle(e).overflowX !== 'visible' && e.clientWidth > 1).map((e) => e.className)";
            let wide = page.run(wide, json!([])).await?;
            ensure!(
                wide == json!([]),
                "{width} {scheme} {}: {wide}",
                words.language
            );
            let found = page.axe().await?;
            ensure!(found.is_empty(), "{width} {scheme}:\n{}", found.join("\n"));
        }
    }
    Ok(())
}
