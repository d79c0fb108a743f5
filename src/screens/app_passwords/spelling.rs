//! **Spell it out**: each letter with its word in a spelling alphabet, for reading the password out
//! over a telephone and for writing it down. Drawn when it is opened, and not before.

use super::{alphabet::Alphabet, reading::Reading, showing::ShowingFlow};
use crate::words;
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

/// The summary, and what it opens.
#[component]
pub fn Spelling(showing: ShowingFlow) -> impl IntoView {
    let open = RwSignal::new(false);
    let toggled = move |event: ev::Event| {
        let details = event
            .current_target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    view! {
        <details class="spelling" on:toggle=toggled>
            <summary>{words::spelling::open()}</summary>
            {move || open.get().then(|| view! { <Spelled showing /> })}
        </details>
    }
}

#[component]
fn Spelled(showing: ShowingFlow) -> impl IntoView {
    let list = NodeRef::<html::Ol>::new();
    let at = RwSignal::new(None::<usize>);
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            let alphabet = Alphabet::of_the_page();
            showing.write_on(&list, |letters| {
                for letter in letters.chars() {
                    if let Ok(item) = document().create_element("li") {
                        alphabet.write(&item, letter);
                        // A new element can be put into one that is in the page.
                        let _ = list.append_child(&item);
                    }
                }
            });
        }
    });
    on_cleanup(move || {
        if let Some(list) = list.try_get_untracked().flatten() {
            showing.wipe(&list);
        }
    });
    // Whoever reads it out finds the place again.
    Effect::new(move |_| {
        let now = at.get();
        let list = list.get_untracked();
        let mut next = list.and_then(|list| list.first_element_child());
        let mut place = 0;
        while let Some(item) = next {
            let current = if now == Some(place) { "true" } else { "false" };
            // Setting an attribute with a valid name does not fail.
            let _ = item.set_attribute("aria-current", current);
            next = item.next_element_sibling();
            place += 1;
        }
    });
    view! {
        <ol
            class="spelling__letters notranslate"
            role="list"
            aria-label=move || words::spelling::letters().get()
            translate="no"
            dir="ltr"
            node_ref=list
        ></ol>
        <Reading showing at />
    }
}
