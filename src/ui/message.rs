//! A note in the flow of the page.

use super::Icon;
use leptos::prelude::*;

/// What kind of note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Note,
    /// Mind this.
    Warning,
    /// Something went wrong; read out at once.
    Error,
    /// Something went well; read out.
    Success,
}

/// A note with an icon, so that its meaning does not hang on colour.
#[component]
pub fn Message(
    /// What kind of note.
    tone: Tone,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let (class, role, icon) = match tone {
        Tone::Note => ("message message--note", None, "info"),
        Tone::Warning => ("message message--warning", None, "warning"),
        Tone::Error => ("message message--error", Some("alert"), "error"),
        Tone::Success => ("message message--success", Some("status"), "check"),
    };
    view! {
        <div class=class role=role>
            <Icon name=icon />
            <div class="message__body">{children()}</div>
        </div>
    }
}
