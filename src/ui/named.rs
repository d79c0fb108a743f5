//! A sentence about a name that somebody chose.

use crate::words::{Text, around};
use leptos::prelude::*;

/// The sentence, with the name in place of its [`ELEMENT`](crate::words::ELEMENT). The name may run
/// from right to left, and turns nothing around it.
pub fn named(sentence: Text, name: &str) -> impl IntoView + use<> {
    let (before, after) = around(sentence);
    view! { {before}<bdi>{name.to_owned()}</bdi>{after} }
}
