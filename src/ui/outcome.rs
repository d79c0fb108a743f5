//! How a task went, beside the button that started it.

use super::{Message, Task, Tone};
use crate::words::{self, text::Failure};
use leptos::prelude::*;

/// The failure of a task, above the buttons that start it, and that it is slow, below them. Each
/// failure is a new alert. Live regions that come with their text are not always read, so the one for
/// slowness is there from the start.
#[component]
pub fn Outcome<E: Failure>(
    /// The task.
    of: Task<E>,
    /// Which failures belong here, if not all: one about a field is said at the field.
    #[prop(optional)]
    only: Option<fn(&E) -> bool>,
    /// Whether it only reads, so that nothing may have been done.
    #[prop(optional)]
    reading: bool,
    /// The buttons, if the failure is to stand above them.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let failure = move || {
        let failure = of.error().get()?;
        let said = if reading {
            failure.explain_reading()
        } else {
            failure.explain()
        };
        only.is_none_or(|only| only(&failure))
            .then(|| view! { <Message tone=Tone::Error><p>{said}</p></Message> })
    };
    view! {
        {failure}
        {children.map(|children| children())}
        <p class="still-working" role="status">
            {move || of.slow().get().then(words::common::still_working)}
        </p>
    }
}
