//! Which element shows which text, for whoever edits the texts: `data-text-key` has the keys of all
//! that an element shows.

use crate::words;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::Element;

const ATTRIBUTE: &str = "data-text-key";

/// Marks every text from now on, and those of the static page.
pub fn mark_texts() {
    words::watch(mark);
    for named_by in ["data-words", "data-words-label"] {
        let Ok(found) = document().query_selector_all(&format!("[{named_by}]")) else {
            continue;
        };
        for place in 0..found.length() {
            let element = found
                .item(place)
                .and_then(|node| node.dyn_into::<Element>().ok());
            if let Some(element) = element
                && let Some(key) = element.get_attribute(named_by)
            {
                mark(&element, &key, true);
            }
        }
    }
}

fn mark(element: &Element, key: &str, is_shown: bool) {
    let before = element.get_attribute(ATTRIBUTE).unwrap_or_default();
    let mut keys: Vec<&str> = before.split_whitespace().collect();
    if is_shown {
        keys.push(key);
    } else if let Some(place) = keys.iter().position(|known| *known == key) {
        keys.remove(place);
    }
    // These do not fail: the name is valid.
    let _ = if keys.is_empty() {
        element.remove_attribute(ATTRIBUTE)
    } else {
        element.set_attribute(ATTRIBUTE, &keys.join(" "))
    };
}
