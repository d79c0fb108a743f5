//! A spelling alphabet: a word for each letter.

use crate::words;
use leptos::prelude::document;

/// A word for each letter, in the page's language where that has a customary alphabet for a to z,
/// else those of the ICAO ("NATO").
pub struct Alphabet {
    words: String,
    /// The tag of the language that the words are of.
    pub language: String,
}

impl Alphabet {
    /// How many letters it has words for.
    const LETTERS: usize = 26;

    /// From the message files.
    pub fn of_the_page() -> Self {
        Self {
            words: words::spelling::alphabet().get(),
            language: words::spelling::language().get(),
        }
    }

    /// The word that stands for a letter. None in a file with more words or fewer: a wrong word is
    /// worse than the letter alone.
    pub fn word(&self, letter: char) -> Option<&str> {
        let place = u32::from(letter).checked_sub(u32::from('a'))?;
        let words = || self.words.split_whitespace();
        (words().count() == Self::LETTERS)
            .then(|| words().nth(place as usize))
            .flatten()
    }

    /// Writes a letter and its word into an element.
    pub fn write(&self, place: &web_sys::Element, letter: char) {
        let mut bytes = [0; 4];
        let parts = [
            ("spelling__letter", Some(&*letter.encode_utf8(&mut bytes))),
            ("spelling__word", self.word(letter)),
        ];
        for (class, text) in parts {
            let Ok(part) = document().create_element("span") else {
                continue;
            };
            part.set_class_name(class);
            part.set_text_content(text);
            // These do not fail for an element of our own: the language is so that the word is
            // spoken as it is meant, the space so that it is one of its own.
            let _ = part.set_attribute("lang", &self.language);
            let _ = place.append_child(&part);
            let _ = place.append_child(&document().create_text_node(" "));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn a_letter_has_the_word_that_begins_with_it() {
        let alphabet = Alphabet::of_the_page();
        for (letter, word) in [('a', "Alfa"), ('q', "Quebec"), ('z', "Zulu")] {
            assert_eq!(alphabet.word(letter), Some(word));
        }
        assert_eq!(alphabet.word('-'), None);
    }

    #[wasm_bindgen_test]
    fn of_an_alphabet_that_lacks_a_word_none_is_said() {
        let alphabet = Alphabet {
            words: "Alfa Charlie".to_owned(),
            language: "en".to_owned(),
        };
        assert_eq!(alphabet.word('b'), None);
    }
}
