//! Every text that a person reads, by its key: `words::routes::sign_in()`. The functions are made by
//! `build.rs` from `public/locales/en-US.json`, so that a missing or an unused key fails the build.
//!
//! The texts themselves are with `public/boot/texts.js`, which fetches them in the visitor's language from
//! the served files; what is compiled in is the English that stands in where there is none.

pub mod text;

use crate::start::boot;
use leptos::prelude::*;
use std::cell::Cell;

/// One module for each namespace of the message files.
#[allow(clippy::pedantic, reason = "they are made, and as plain as can be")]
#[deny(dead_code)] // a text that nobody shows would be translated for nothing
mod made {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}
pub use made::*;

/// The text in the visitor's language. Without a browser, as in a unit test, it is English.
fn served(key: &str, count: Option<u32>) -> Option<String> {
    if cfg!(target_arch = "wasm32") {
        boot::text(key, count)
    } else {
        None
    }
}

fn plain(key: &str, english: &str) -> String {
    served(key, None).unwrap_or_else(|| english.to_owned())
}

fn filled(key: &str, english: &str, arguments: &[(&str, &str)]) -> String {
    fill(&plain(key, english), arguments)
}

fn counted(key: &str, one: &str, other: &str, count: u32, arguments: &[(&str, &str)]) -> String {
    let text = served(key, Some(count)).unwrap_or_else(|| {
        let english = if count == 1 { one } else { other };
        english.replace("{count}", &count.to_string())
    });
    fill(&text, arguments)
}

/// In one go: what is filled in may hold braces of its own.
fn fill(text: &str, arguments: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once('{') {
        filled.push_str(before);
        let (name, after) = inside.split_once('}').unwrap_or((inside, ""));
        let value = arguments.iter().find(|(known, _)| *known == name);
        filled.push_str(value.map_or(name, |(_, value)| value));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// Stands for what is drawn inside a sentence as an element of its own: a link, a name. To be given
/// in place of the words, and to [`around`].
pub const ELEMENT: &str = "\u{FFFC}";

/// What stands before and after the [`ELEMENT`] of a sentence, wherever the language puts it.
pub fn around(sentence: String) -> (String, String) {
    match sentence.split_once(ELEMENT) {
        Some((before, after)) => (before.to_owned(), after.to_owned()),
        None => (sentence, String::new()),
    }
}

thread_local! {
    static CHANGES: Cell<Option<RwSignal<u32>>> = const { Cell::new(None) };
    /// How many [`RerenderGuard`] there are.
    static GUARDS: Cell<u32> = const { Cell::new(0) };
    /// Whether the language was changed meanwhile.
    static MISSED: Cell<bool> = const { Cell::new(false) };
}

/// While a guard is alive, changing the language does not re-render the page. Used while a password
/// that the portal gives once is shown.
pub struct RerenderGuard(());

impl RerenderGuard {
    /// From now on.
    pub fn keep() -> Self {
        GUARDS.set(GUARDS.get() + 1);
        Self(())
    }
}

impl Drop for RerenderGuard {
    fn drop(&mut self) {
        GUARDS.set(GUARDS.get() - 1);
        if GUARDS.get() == 0 && MISSED.take() {
            rerender();
        }
    }
}

fn rerender() {
    if let Some(changes) = CHANGES.get() {
        changes.try_update(|count| *count = count.wrapping_add(1));
    }
}

/// Follows the person's choice of another language. Call once, at the root.
pub fn provide() {
    let changes = RwSignal::new(0_u32);
    CHANGES.set(Some(changes));
    // for as long as the page is open
    window_event_listener_untyped("words", |_| {
        if GUARDS.get() == 0 {
            rerender();
        } else {
            MISSED.set(true);
        }
    });
}

/// Re-runs the caller when the language changes.
pub fn track() {
    if let Some(changes) = CHANGES.get() {
        changes.try_get();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_not_read_as_a_placeholder() {
        assert_eq!(
            fill("{a} and {b}.", &[("b", "2"), ("a", "{b}")]),
            "{b} and 2."
        );
        assert_eq!(fill("no brace", &[]), "no brace");
    }

    #[test]
    fn english_knows_one_and_many() {
        let words = |count| counted("", "{count} try", "{count} tries", count, &[]);
        assert_eq!((words(1), words(5)), ("1 try".into(), "5 tries".into()));
    }

    #[test]
    fn a_sentence_is_parted_where_its_element_stands() {
        let (before, after) = around(verify::text_sent(ELEMENT));
        assert_eq!(before, "We've sent a text message with a code to ");
        assert_eq!(after, ".");
    }
}
