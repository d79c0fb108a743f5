//! Icons from one SVG sprite that stands in the page, so that no base path and no second request is
//! needed to draw them.

use leptos::prelude::*;

/// A picture beside words that say the same: hidden from screen readers.
#[component]
pub fn Icon(
    /// The symbol's name in the sprite of `index.html`.
    name: &'static str,
) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true" focusable="false" viewBox="0 0 24 24">
            <use href=format!("#icon-{name}")></use>
        </svg>
    }
}
