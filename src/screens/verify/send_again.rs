//! Sending again, and how long that has to wait.

use crate::words::Text;
use crate::{
    clock,
    ui::{Button, Look},
    words,
    words::text,
};
use contract::Timestamp;
use leptos::prelude::*;

/// A button, or, while it is too soon, a countdown in its place. The countdown is plain text: a
/// screen reader finds it and is not interrupted by it each second.
#[component]
pub fn SendAgain(
    /// The words on the button.
    label: Text,
    /// What stands around the time left, which is its [`words::ELEMENT`].
    wait: Text,
    /// When it may be sent again.
    again_at: Signal<Timestamp>,
    /// Whether sending is under way.
    pending: Signal<bool>,
    /// Sends. The caller moves the focus when it is done, because the countdown replaces the button.
    #[prop(into)]
    on_press: UnsyncCallback<()>,
) -> impl IntoView {
    let left = clock::countdown(again_at);
    let (before, after) = words::around(wait);
    let too_soon = Memo::new(move |_| left.get() > 0);
    view! {
        <div class="send-again">
            {move || {
                if too_soon.get() {
                    view! {
                        <p class="send-again__wait">
                            {before.clone()}
                            <span class="send-again__time">
                                {move || text::minutes_and_seconds(left.get())}
                            </span>
                            {after.clone()}
                        </p>
                    }
                        .into_any()
                } else {
                    let label = label.clone();
                    view! {
                        <Button look=Look::Secondary pending on_press=move || on_press.run(())>
                            {label}
                        </Button>
                    }
                        .into_any()
                }
            }}
        </div>
    }
}
