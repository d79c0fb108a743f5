//! A text and what is filled into it, kept apart until it is shown.

use super::language;

/// A text that a person reads: its key in the message files and what is filled in. It is put into
/// words where it is shown, and again when the language changes.
#[derive(Clone)]
pub struct Text {
    /// The key, and English where the served files have nothing for it: for one and for any other
    /// number, or for all of them. In one string, which costs the fewest bytes.
    message: &'static str,
    part: Part,
    // boxed: most texts have nothing to fill in
    filling: Option<Box<Filling>>,
}

#[derive(Clone, PartialEq)]
struct Filling {
    count: Option<u32>,
    arguments: Vec<(&'static str, Argument)>,
}

/// What is filled into a text.
#[derive(Clone, PartialEq)]
pub enum Argument {
    /// A name, a number, an address.
    Given(String),
    /// Another text.
    Text(Text),
}

/// How much of the sentence is shown.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Whole,
    BeforeElement,
    AfterElement,
}

/// Stands for what is drawn inside a sentence as an element of its own: a link, a name. To be given
/// in place of the words, and to [`around`].
pub const ELEMENT: &str = "\u{FFFC}";

/// What stands before and after the [`ELEMENT`] of a sentence, wherever the language puts it.
pub fn around(sentence: Text) -> (Text, Text) {
    let before = Text {
        part: Part::BeforeElement,
        ..sentence.clone()
    };
    let after = Text {
        part: Part::AfterElement,
        ..sentence
    };
    (before, after)
}

impl Text {
    /// A text without anything to fill in.
    pub(super) const fn plain(message: &'static str) -> Self {
        Self {
            message,
            part: Part::Whole,
            filling: None,
        }
    }

    /// A text with something to fill in, or one that depends on a number.
    pub(super) fn filled(
        message: &'static str,
        count: Option<u32>,
        arguments: Vec<(&'static str, Argument)>,
    ) -> Self {
        Self {
            filling: Some(Box::new(Filling { count, arguments })),
            ..Self::plain(message)
        }
    }

    /// The words in the language of now. Tracks the language.
    pub fn get(&self) -> String {
        language::track();
        self.words()
    }

    /// The same without tracking.
    pub(super) fn words(&self) -> String {
        let (key, english) = part_at_separator(self.message);
        let count = self.filling.as_ref().and_then(|filling| filling.count);
        let text = language::served(key, count).unwrap_or_else(|| in_english(english, count));
        let text = match &self.filling {
            None => text,
            Some(filling) => fill(&text, &filling.arguments),
        };
        match self.part {
            Part::Whole => text,
            part => one_part(&text, part),
        }
    }

    /// Calls with its own key and those of the texts that are filled in.
    pub(super) fn each_key(&self, call: &mut dyn FnMut(&'static str)) {
        call(part_at_separator(self.message).0);
        let arguments = self.filling.iter().flat_map(|filling| &filling.arguments);
        for (_, argument) in arguments {
            if let Argument::Text(text) = argument {
                text.each_key(call);
            }
        }
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.message, other.message)
            && self.part == other.part
            && self.filling == other.filling
    }
}

/// Stands between the key and the English of a message, and between the forms of that.
const SEPARATOR: char = '\u{1f}';

/// What stands before and after the separator; the same twice where there is none.
fn part_at_separator(message: &str) -> (&str, &str) {
    message.split_once(SEPARATOR).unwrap_or((message, message))
}

fn in_english(english: &str, count: Option<u32>) -> String {
    match count {
        None => english.to_owned(),
        Some(count) => {
            let (one, other) = part_at_separator(english);
            let english = if count == 1 { one } else { other };
            english.replace("{count}", &count.to_string())
        }
    }
}

/// In one go: what is filled in may hold braces of its own.
fn fill(text: &str, arguments: &[(&str, Argument)]) -> String {
    let mut filled = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once('{') {
        filled.push_str(before);
        let (name, after) = inside.split_once('}').unwrap_or((inside, ""));
        match arguments.iter().find(|(known, _)| *known == name) {
            Some((_, Argument::Given(value))) => filled.push_str(value),
            Some((_, Argument::Text(value))) => filled.push_str(&value.words()),
            None => filled.push_str(name),
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

fn one_part(text: &str, part: Part) -> String {
    let (before, after) = text.split_once(ELEMENT).unwrap_or((text, ""));
    let part = if part == Part::BeforeElement {
        before
    } else {
        after
    };
    part.to_owned()
}

/// Said once, in the language of now.
impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.words()
    }
}

impl From<&str> for Argument {
    fn from(given: &str) -> Self {
        Self::Given(given.to_owned())
    }
}

impl From<&String> for Argument {
    fn from(given: &String) -> Self {
        Self::Given(given.clone())
    }
}

impl From<Text> for Argument {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<&Text> for Argument {
    fn from(text: &Text) -> Self {
        Self::Text(text.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::{super::verify, *};
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn what_is_filled_in_is_not_read_as_a_placeholder() {
        let arguments = [("b", "2".into()), ("a", "{b}".into())];
        assert_eq!(fill("{a} and {b}.", &arguments), "{b} and 2.");
        assert_eq!(fill("no brace", &[]), "no brace");
    }

    #[wasm_bindgen_test]
    fn a_text_within_a_text_is_put_into_words_with_it() {
        let inner = verify::text_sent("Sam");
        let expected = format!("<{}>", inner.get());
        assert_eq!(fill("<{inner}>", &[("inner", inner.into())]), expected);
    }

    #[wasm_bindgen_test]
    fn english_knows_one_and_many() {
        let words = |count| in_english("{count} try\u{1f}{count} tries", Some(count));
        assert_eq!((words(1), words(5)), ("1 try".into(), "5 tries".into()));
    }

    #[wasm_bindgen_test]
    fn a_sentence_is_parted_where_its_element_stands() {
        let (before, after) = around(verify::text_sent(ELEMENT));
        assert_eq!(before.get(), "We've sent a text message with a code to ");
        assert_eq!(after.get(), ".");
    }
}
