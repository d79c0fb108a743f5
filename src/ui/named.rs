//! A sentence about a name that somebody chose.

use crate::words;
use leptos::prelude::*;

/// The sentence with the name in it. The name may run from right to left, and turns nothing around it.
pub fn named(sentence: fn(&str) -> String, name: &str) -> impl IntoView + use<> {
    let (before, after) = words::around(sentence(words::ELEMENT));
    view! { {before}<bdi>{name.to_owned()}</bdi>{after} }
}
