//! The field for a one-time code: one field, not six, so that autofill, paste and a screen reader
//! work as everywhere else.

use super::TextField;
use crate::words::{self, Text};
use leptos::{html, prelude::*};

/// Six digits, offered by the phone's keyboard as soon as the message arrives
/// (`autocomplete="one-time-code"`). Spaces are allowed; the portal drops them.
#[component]
pub fn CodeField(
    /// Unique on the page.
    id: &'static str,
    /// The accessible name.
    #[prop(default = words::verify::code())]
    label: Text,
    /// The element.
    node_ref: NodeRef<html::Input>,
    /// What is wrong with the code.
    #[prop(into)]
    error: Signal<Option<Text>>,
    /// Takes the focus when it appears.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    view! {
        <div class="code-field">
            <TextField id label kind="text" autocomplete="one-time-code" inputmode="numeric" node_ref error autofocus />
        </div>
    }
}
