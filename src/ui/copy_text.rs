//! A button that copies a text, and what became of it in words.

use super::{
    Button, Look,
    clipboard::{self, Outcome},
};
use crate::clock;
use leptos::{html, prelude::*, task::spawn_local};
use std::time::Duration;

/// After this long the browser is probably asking.
const PROBABLY_ASKING: Duration = Duration::from_millis(400);

/// How far the copying is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nothing was copied.
    NotYet,
    /// Pressed a moment ago.
    Waiting,
    /// The browser is probably asking whether it may.
    Asking,
    /// Pressed, and decided.
    Done(Outcome),
    /// Copied without the button.
    ByHand,
}

impl Progress {
    /// Whether the text is on the clipboard.
    pub const fn is_copied(self) -> bool {
        matches!(
            self,
            Self::ByHand | Self::Done(Outcome::Copied | Outcome::CopiedTheOldWay)
        )
    }
}

/// The button and its outcome. Where copying did not work, the text is left selected for copying by
/// hand.
#[component]
pub fn CopyText<S, V>(
    /// The element that shows the text.
    shown: NodeRef<html::Code>,
    /// Starts the copy by [`clipboard::start`]; gives nothing if there is nothing to copy. What it
    /// copies is lent to it and not kept here: it may be a password.
    start: S,
    /// How far it is.
    #[prop(default = RwSignal::new(Progress::NotYet))]
    progress: RwSignal<Progress>,
    /// The words for it.
    said: fn(Progress) -> Option<V>,
    /// What the button means.
    #[prop(optional)]
    look: Look,
    /// Around the button.
    #[prop(default = "copy-text")]
    class: &'static str,
    /// The words on the button.
    children: Children,
) -> impl IntoView
where
    S: Fn(&web_sys::Node) -> Option<clipboard::Copying> + 'static,
    V: IntoView + 'static,
{
    let run = StoredValue::new(0_u32);
    let copy = move || {
        let Some(node) = shown.get_untracked() else {
            return;
        };
        // Straight from the click, nothing awaited before: else Firefox and WebKit refuse.
        let Some(copying) = start(&node) else {
            return;
        };
        let Some(this) = run.try_update_value(|run| {
            *run = run.wrapping_add(1);
            *run
        }) else {
            return;
        };
        progress.set(Progress::Waiting);
        spawn_local(async move {
            clock::wait(PROBABLY_ASKING).await;
            if run.try_get_value() == Some(this)
                && progress.try_get_untracked() == Some(Progress::Waiting)
            {
                progress.try_set(Progress::Asking);
            }
        });
        spawn_local(async move {
            let outcome = clipboard::finish(copying).await;
            if run.try_get_value() != Some(this) {
                return;
            }
            if outcome != Outcome::Copied
                && let Some(node) = shown.try_get_untracked().flatten()
            {
                clipboard::select(&node);
            }
            progress.try_set(Progress::Done(outcome));
        });
    };
    view! {
        <div class=class>
            <Button look on_press=copy>{children()}</Button>
            // Stands there from the start: a live region that comes with its text is not always read.
            <div class="copy-text__outcome" role="status">{move || said(progress.get())}</div>
        </div>
    }
}
