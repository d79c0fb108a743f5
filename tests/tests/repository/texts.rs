//! Every text that a person reads stands in a message file, so that it can be said in their language.

use end_to_end::repository::{assert_none, root, source, sources};
use message_files::{BUILT_IN, LANGUAGES, MessageFile, check};
use proc_macro2::{TokenStream, TokenTree};
use std::path::Path;
use syn::{Attribute, LitStr, Macro, visit::Visit};

/// Literals that look like a text and are read by no person, and what they are.
const NO_TEXTS: &[(&str, &str)] = &[
    ("NotAllowedError", "the browser's name for a refusal"),
    ("NFC", "a form of Unicode"),
    ("MAIN", "an element's name"),
    ("BODY", "an element's name"),
    ("Escape", "a key's name"),
    ("Enter", "a key's name"),
    ("main h1", "a selector"),
    ("#undo button", "a selector"),
    ("main, dialog", "a selector"),
    ("dialog, main, aside section", "a selector"),
    ("h1, h2", "a selector"),
    ("card set-up", CLASSES),
    ("card verify", CLASSES),
    ("shown-once__password notranslate", CLASSES),
    ("shown-once__heard visually-hidden notranslate", CLASSES),
    ("spelling__letters notranslate", CLASSES),
    ("spelling__said notranslate", CLASSES),
    ("external noopener", "what a link is"),
    ("iPhone", WHAT_A_BROWSER_SAYS),
    ("iPod", WHAT_A_BROWSER_SAYS),
    ("iPad", WHAT_A_BROWSER_SAYS),
    ("Macintosh", WHAT_A_BROWSER_SAYS),
    ("Android", WHAT_A_BROWSER_SAYS),
    ("Windows", WHAT_A_BROWSER_SAYS),
];
const CLASSES: &str = "names of classes";
const WHAT_A_BROWSER_SAYS: &str = "what a browser says of itself";

/// Whether a person could read it: it holds words, or begins as a sentence does. Names of classes,
/// ids, paths of SVG and what is only made of placeholders are none.
fn is_text(literal: &str) -> bool {
    let bare: String = literal
        .split('{')
        .enumerate()
        .map(|(index, part)| match part.split_once('}') {
            Some((_, after)) if index > 0 => after,
            _ => part,
        })
        .collect();
    let has_letters = bare.chars().filter(|letter| letter.is_alphabetic()).count() > 1;
    let is_class = |word: &str| {
        word.chars().all(|letter| {
            letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_".contains(letter)
        })
    };
    let is_classes = bare.split_whitespace().all(is_class) && bare.contains("--");
    let is_markup = bare.contains("[id=") || bare.starts_with("?id=") || bare.contains("h1v1h-1z");
    let has_words = bare.trim().contains(char::is_whitespace);
    let begins = bare.starts_with(|letter: char| letter.is_uppercase());
    has_letters && (has_words || begins) && !is_classes && !is_markup
}

struct Texts(Vec<String>);

impl Texts {
    fn note(&mut self, literal: &LitStr) {
        let text = literal.value();
        if is_text(&text) && !NO_TEXTS.iter().any(|(known, _)| *known == text) {
            self.0.push(text);
        }
    }

    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => {
                    if let Ok(text) = syn::parse_str::<LitStr>(&literal.to_string()) {
                        self.note(&text);
                    }
                }
                _ => {}
            }
        }
    }
}

impl<'ast> Visit<'ast> for Texts {
    // documentation, and the reasons of lints
    fn visit_attribute(&mut self, _: &'ast Attribute) {}

    fn visit_lit_str(&mut self, literal: &'ast LitStr) {
        self.note(literal);
    }

    fn visit_macro(&mut self, found: &'ast Macro) {
        self.tokens(found.tokens.clone());
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        let is_test = module
            .attrs
            .iter()
            .any(|attribute| attribute.path().is_ident("cfg"));
        if !is_test {
            syn::visit::visit_item_mod(self, module);
        }
    }
}

fn texts(path: &str, text: &str) -> Vec<String> {
    let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut found = Texts(Vec::new());
    found.visit_file(&file);
    found.0
}

/// A reader of another language would find English in the middle of the page.
#[test]
fn no_text_stands_in_a_screen() {
    let broken: Vec<String> = ["src/screens", "src/ui"]
        .iter()
        .flat_map(|folder| sources(folder, "rs"))
        .chain(
            [
                "src/frame/mod.rs",
                "src/frame/account_menu.rs",
                "src/words/text.rs",
            ]
            .map(|path| source(Path::new(path))),
        )
        .flat_map(|file| {
            texts(&file.path, &file.text)
                .into_iter()
                .map(move |text| format!("{}: {text:?}", file.path))
        })
        .collect();
    assert_none(
        &broken,
        "give it a key in public/locales/en-US.json and say it with crate::words; if nobody reads it, \
         name it in NO_TEXTS:",
    );
}

#[test]
fn a_text_is_told_from_a_name() {
    let found = texts(
        "some.rs",
        "/// Not this one.
         fn draw(name: &str) { view! { <p class=\"a a--b\" id=\"main h1\">\"Sign in\" {format!(\"for {name}\")}</p> };
         say(\"copy password to clipboard\"); query(\"main h1\"); key(\"Escape\"); id(\"{id}-hint\"); }
         #[cfg(test)] mod tests { fn test() { see(\"Some text\"); } }",
    );
    assert_eq!(found, ["Sign in", "copy password to clipboard"]);
}

/// A language that is offered and not there would be shown in English with an excuse; one that is
/// there and not offered would have been translated for nothing.
#[test]
fn the_languages_offered_are_those_that_are_there() {
    let mut files: Vec<String> = sources("public/locales", "json")
        .into_iter()
        .filter(|file| !file.path.contains("/prototype/"))
        .filter_map(|file| {
            let name = Path::new(&file.path).file_stem()?.to_string_lossy();
            Some(name.into_owned())
        })
        .collect();
    let page = source(Path::new("index.html")).text;
    let select = page.split("id=\"language\"").nth(1).unwrap_or("");
    let select = select.split("</select>").next().unwrap_or("");
    let mut offered: Vec<String> = select
        .split("<option value=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next().map(str::to_owned))
        .filter(|tag| tag != "en-XA")
        .collect();
    let script = source(Path::new("public/boot/texts.js")).text;
    let list = script.split("const languages = [").nth(1).unwrap_or("");
    let mut known: Vec<String> = list
        .split(']')
        .next()
        .unwrap_or("")
        .split('\'')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    for list in [&mut files, &mut offered, &mut known] {
        list.sort();
    }
    assert_eq!(
        files, offered,
        "public/locales, and the select of index.html"
    );
    assert_eq!(
        files, known,
        "public/locales, and `languages` of public/boot/texts.js"
    );
    for tag in &files {
        let more = format!("public/locales/prototype/{tag}.json");
        assert!(root().join(&more).exists(), "{more} is missing");
    }
}

/// A letter would be spelled with the word for another.
#[test]
fn each_spelling_alphabet_has_a_word_for_each_letter() {
    /// A capital letter without what stands over it.
    const PLAIN: &[(char, char)] = &[('Í', 'I')];
    let mut broken = Vec::new();
    for file in sources("public/locales", "json") {
        if file.path.contains("/prototype/") {
            continue;
        }
        let text = |key: &str| {
            let rest = file.text.split(&format!("\"{key}\": \"")).nth(1);
            rest.and_then(|rest| rest.split('"').next())
                .unwrap_or_default()
        };
        let words: Vec<&str> = text("spelling.alphabet").split(' ').collect();
        let first = |word: &str| {
            let letter = word.chars().next().unwrap_or_default();
            PLAIN
                .iter()
                .find(|(accented, _)| *accented == letter)
                .map_or(letter, |(_, plain)| *plain)
        };
        if !words.iter().map(|word| first(word)).eq('A'..='Z') {
            broken.push(format!("{}: {}", file.path, words.join(" ")));
        }
        // the words are the language's own, or those of the ICAO, which are English
        let language = text("spelling.language");
        let own = Path::new(&file.path).file_stem().unwrap_or_default();
        let own = own.to_string_lossy();
        let expected: &str = if words[0] == "Alfa" { "en" } else { &own };
        if language != expected {
            broken.push(format!(
                "{}: the words are {expected:?}, not {language:?}",
                file.path
            ));
        }
    }
    assert_none(
        &broken,
        "spelling.alphabet holds 26 words, from A to Z; spelling.language says which language they are:",
    );
}

/// English stands in for what a translation lacks, so that the page works without it; who reads no
/// English is lost all the same.
#[test]
fn every_translation_says_what_the_english_file_says() {
    let mut broken = Vec::new();
    for folder in ["public/locales", "public/locales/prototype"] {
        let read = |path: &str| MessageFile::read(&source(Path::new(path)).text);
        let path = format!("{folder}/{BUILT_IN}.json");
        let english = read(&path).expect(&path);
        for language in LANGUAGES.iter().filter(|language| language.tag != BUILT_IN) {
            let path = format!("{folder}/{}.json", language.tag);
            let errors = match read(&path) {
                Ok(file) => check(&english, &file, *language),
                Err(error) => vec![error],
            };
            broken.extend(errors.into_iter().map(|error| format!("{path}: {error}")));
        }
    }
    assert_none(
        &broken,
        "translate what is missing, and take out what is not in the English file any more:",
    );
}

/// Every file would be taken for one of another version.
#[test]
fn the_boot_script_knows_the_version_of_the_files() {
    let script = source(Path::new("public/boot/texts.js")).text;
    let known = script.split("const version = ").nth(1).unwrap_or("");
    let known = known.split(';').next().unwrap_or("");
    let file = source(Path::new("public/locales/en-US.json")).text;
    assert!(
        file.contains(&format!("\"@version\": {known},")),
        "public/boot/texts.js knows version {known}"
    );
}
