//! The operator's help desk, where there is one.

use crate::{config::Settings, words};
use leptos::prelude::*;

/// Whom to turn to. Nothing when the configuration names nobody.
#[component]
pub fn HelpDesk() -> impl IntoView {
    let help_desk = Settings::from_context()
        .get()
        .brand
        .help_desk
        .trim()
        .to_owned();
    // Nothing but these two kinds becomes a link: an address is data.
    let address = if help_desk.starts_with("https://") {
        Some(help_desk.clone())
    } else if help_desk.contains('@') && !help_desk.contains([':', ' ']) {
        Some(format!("mailto:{help_desk}"))
    } else {
        None
    };
    (!help_desk.is_empty()).then(|| {
        let (before, after) = words::around(words::help::desk(words::ELEMENT));
        view! {
            <p class="help-desk">
                {before}
                {match address {
                    Some(address) => view! { <a href=address rel="external noopener">{help_desk}</a> }.into_any(),
                    None => help_desk.into_any(),
                }}
                {after}
            </p>
        }
    })
}
