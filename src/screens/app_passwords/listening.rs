//! The password as it is heard.
//!
//! A screen reader takes four letters in a row for a word: "made" is heard as one, "bank" in another
//! language's sound, and nobody can write down what is heard. So the drawn letters are kept from it,
//! and the same letters stand beside them with spaces between, a line for each group: each is read by
//! its name, a line at a time, and a braille display shows a line of them whole. Spaces, because some
//! screen readers have a copy of their own, which asks no page: the portal ignores spaces, so what was
//! copied that way signs in all the same.
//!
//! Not in `aria-label`: an attribute is no text node, is not emptied with them, and is announced as a
//! whole only. Not as one element for each drawn letter: most screen readers put letters of one line
//! together again.

use super::showing::ShowingFlow;
use contract::limits::APP_PASSWORD_GROUP;
use leptos::prelude::*;

/// Writes the letters before the element that shows them.
pub fn write_beside(showing: ShowingFlow, paper: &web_sys::Element) {
    let (Some(around), Ok(lines)) = (paper.parent_element(), document().create_element("div"))
    else {
        return;
    };
    lines.set_class_name("shown-once__heard visually-hidden notranslate");
    for (name, value) in [("translate", "no"), ("dir", "ltr")] {
        // Setting an attribute with a valid name does not fail.
        let _ = lines.set_attribute(name, value);
    }
    showing.write_on(&lines, |letters| {
        for group in letters.as_bytes().chunks(APP_PASSWORD_GROUP) {
            if let Ok(line) = document().create_element("p") {
                line.set_text_content(Some(&spaced(group)));
                // A new element can be put into another.
                let _ = lines.append_child(&line);
            }
        }
    });
    // The place is inside the element that was asked for it.
    if around.insert_before(&lines, Some(paper)).is_ok() {
        let _ = paper.set_attribute("aria-hidden", "true");
    }
}

/// "q w e r" of "qwer".
fn spaced(letters: &[u8]) -> String {
    let mut line = String::with_capacity(letters.len() * 2);
    for letter in letters {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push(char::from(*letter));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::spaced;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn letters_stand_apart() {
        assert_eq!(spaced(b"qwer"), "q w e r");
    }
}
