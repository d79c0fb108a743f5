//! The password spelled out: for reading it aloud over a telephone, and for whoever listens to it.

use crate::create::secret::TRACES;
use end_to_end::{
    Element, Engine, Host, Name, Page, Result, Role, Setup, ensure, in_every_browser, json, steps,
};

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

/// The letter that is marked in the list, and how many are.
async fn is_marked(page: &Page, entry: &str) -> Result<()> {
    let script = "return [...document.querySelectorAll('[aria-current=true]')].map((e) => e.innerText.trim())";
    page.holds(&format!("{entry} is marked"), async || {
        Ok(page.run(script, json!([])).await? == json!([entry]))
    })
    .await
}

async fn step(page: &Page, button: &Element, said: &str) -> Result<()> {
    button.click().await?;
    page.announced(said).await?;
    ensure!(button.is_focused().await?, "the focus has gone");
    Ok(())
}

in_every_browser! {
    /// Whoever is told the password over a telephone would not get their mail.
    async fn what_is_spelled_is_the_password(page: Page, host: Host) {
        let said = spelled_in(&page, &host, &ENGLISH).await?;
        let password = letters(&said, &ENGLISH)?;
        ensure!(steps::password_shown(&page, "Desk").await? == password);
        signs_in(&page, &password, &ENGLISH).await?;
        page.no_errors().await
    }

    /// "Quebec" says nothing to whoever learned "Quickborn".
    async fn in_german_the_words_are_german(page: Page, host: Host) {
        let said = spelled_in(&page, &host, &GERMAN).await?;
        let password = letters(&said, &GERMAN)?;
        signs_in(&page, &password, &GERMAN).await?;
        page.no_errors().await
    }

    /// Who listens would have to remember sixteen letters at once, or to guess where they are.
    async fn a_press_says_one_letter(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        steps::create(&page, "Desk").await?;
        let said = spelled(&page, &ENGLISH).await?;
        let next = page.button("Next letter").await?;
        let back = page.button("Previous letter").await?;
        step(&page, &next, &format!("{} 1 of 16", said[0])).await?;
        is_marked(&page, &said[0]).await?;
        // by keyboard alone
        page.press("Enter").await?;
        page.announced(&format!("{} 2 of 16", said[1])).await?;
        is_marked(&page, &said[1]).await?;
        step(&page, &back, &format!("{} 1 of 16", said[0])).await?;
        step(&page, &back, &format!("{} 16 of 16", said[15])).await?;
        step(&page, &next, &format!("{} 1 of 16", said[0])).await?;
        is_marked(&page, &said[0]).await
    }

    /// Four letters are read as a word: "bake" for b, a, k, e.
    async fn a_screen_reader_is_given_single_letters(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        let password = steps::create(&page, "Desk").await?;
        // what is kept from assistive technology is no part of this
        let heard = "return [...document.querySelectorAll('dialog [role=group] :is(p, code)')]\
            .filter((e) => !e.closest('[aria-hidden=true]')).map((e) => e.textContent)";
        page.holds("the letters stand apart", async || {
            let apart: Vec<String> = password
                .as_bytes()
                .chunks(4)
                .map(|group| group.iter().map(|letter| char::from(*letter).to_string()).collect::<Vec<_>>().join(" "))
                .collect();
            let lines = page.run(heard, json!([])).await?;
            let lines: Vec<String> = lines_of(&lines);
            Ok(lines == [&["Desk".to_owned()][..], &apart].concat())
        }).await?;
        // and what is selected and copied is still the password alone
        page.button("copy password to clipboard").await?.click().await?;
        page.announced("Copied").await?;
        ensure!(page.clipboard().await? == password);
        Ok(())
    }

    /// Whoever sits down at this computer next could read it.
    async fn of_what_was_spelled_nothing_is_left(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        let password = steps::create(&page, "Desk").await?;
        let said = spelled(&page, &ENGLISH).await?;
        // the very nodes, which a page could keep after they are taken out
        let keep = "window.nodes = []; const walk = document.createTreeWalker(document.querySelector('dialog[open]'), NodeFilter.SHOW_TEXT); \
            while (walk.nextNode()) nodes.push(walk.currentNode)";
        step(&page, &page.button("Next letter").await?, &format!("{} 1 of 16", said[0])).await?;
        page.run(keep, json!([])).await?;
        steps::copy(&page).await?;
        steps::close(&page, "Desk").await?;
        let left = page.run(TRACES, json!([password])).await?;
        ensure!(left == json!([]), "after close it is in {left}");
        let words: Vec<&str> = said.iter().filter_map(|entry| entry.split(' ').nth(1)).collect();
        let texts = "return nodes.map((node) => node.data.trim()).filter((text) => arguments[0].includes(text))";
        let left = page.run(texts, json!([words])).await?;
        ensure!(left == json!([]), "after close the words are still {left}");
        page.no_errors().await
    }

    /// What is folded away would still be in the page, and a second list would come below the first.
    async fn folded_away_it_is_gone_and_can_be_opened_again(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        steps::create(&page, "Desk").await?;
        let said = spelled(&page, &ENGLISH).await?;
        page.button("Spell it out").await?.click().await?;
        page.gone(Role::List, "The letters of the password").await?;
        ensure!(spelled(&page, &ENGLISH).await? == said);
        Ok(())
    }
}

/// A JSON array of texts.
fn lines_of(value: &end_to_end::Value) -> Vec<String> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|line| line.as_str().map(str::to_owned))
        .collect()
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
