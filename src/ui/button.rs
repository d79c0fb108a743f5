//! A button that shows that its task is pending, and keeps the focus meanwhile.

use crate::words::Text;
use leptos::prelude::*;

/// What a button means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// The one thing to do here.
    #[default]
    Primary,
    /// Another thing to do.
    Secondary,
    /// Takes something away.
    Danger,
    /// Reads like a link.
    Plain,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button--primary",
            Self::Secondary => "button button--secondary",
            Self::Danger => "button button--danger",
            Self::Plain => "button button--plain",
        }
    }
}

/// A native `<button>`. While `pending` it is `aria-disabled`, not `disabled`: a disabled element
/// loses the focus, and a keyboard user with it.
#[component]
pub fn Button(
    /// What it means.
    #[prop(optional)]
    look: Look,
    /// Sends the form it stands in.
    #[prop(optional)]
    submit: bool,
    /// Whether its task is pending.
    #[prop(optional, into)]
    pending: Signal<bool>,
    /// The accessible name, where the words on it are not enough. Begins with those words.
    #[prop(optional, into)]
    label: MaybeProp<Text>,
    /// Takes the focus when it appears.
    #[prop(optional)]
    autofocus: bool,
    /// The element, for moving the focus.
    #[prop(optional)]
    node_ref: NodeRef<leptos::html::Button>,
    /// What pressing does; not called while pending, nor, where it takes something away, by the second
    /// click of a double click: that one was meant for what stood there before. A submit button needs
    /// none.
    #[prop(optional, into)]
    on_press: Option<UnsyncCallback<()>>,
    /// The words on it.
    children: Children,
) -> impl IntoView {
    let press = move |event: leptos::ev::MouseEvent| {
        let is_stray = look == Look::Danger && event.detail() > 1;
        if pending.get_untracked() || is_stray {
            event.prevent_default();
        } else if let Some(on_press) = on_press.as_ref() {
            on_press.run(());
        }
    };
    view! {
        <button
            class=look.class()
            type=if submit { "submit" } else { "button" }
            aria-disabled=move || pending.get().then_some("true")
            aria-busy=move || pending.get().then_some("true")
            aria-label=move || label.get().map(|label| label.get())
            autofocus=autofocus
            node_ref=node_ref
            on:click=press
        >
            <span class="button__words">{children()}</span>
            <span class="button__spinner" aria-hidden="true"></span>
        </button>
    }
}

/// Shows on a button of the static page that its task is pending, as [`Button`] does on its own.
pub fn bind_pending(button: &web_sys::HtmlButtonElement, pending: Signal<bool>) {
    let button = button.clone();
    Effect::new(move |_| {
        let pending = pending.get();
        for name in ["aria-disabled", "aria-busy"] {
            // Setting an attribute with a valid name does not fail.
            let _ = if pending {
                button.set_attribute(name, "true")
            } else {
                button.remove_attribute(name)
            };
        }
    });
}
