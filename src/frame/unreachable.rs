//! Nobody knows who is signed in, because the portal does not answer.

use crate::words::Text;
use crate::{
    api::ApiError,
    routes::{Route, navigation::use_route},
    ui::{Button, Look, Message, Task, Tone, network_is_lost},
    words::{self, text::Failure},
};
use leptos::prelude::*;

/// Stands in for a screen behind sign-in. Without a network it is no failure: it shows the screen's own
/// title, and that the screen will come by itself.
#[component]
pub fn Unreachable(
    /// Asking who is signed in.
    opening: Task<ApiError>,
    /// Asks again.
    retry: UnsyncCallback<()>,
) -> impl IntoView {
    let lost = network_is_lost();
    let route = use_route();
    let said = Memo::new(move |before: Option<&Option<Text>>| {
        let now = opening.error().get().map(|error| error.explain_reading());
        now.or_else(|| before.cloned().flatten())
    });
    move || {
        if lost.get() {
            let title = route
                .get()
                .map_or_else(words::routes::not_found, Route::title);
            return view! {
                <h1>{title}</h1>
                <Message tone=Tone::Note><p>{words::offline::waits()}</p></Message>
            }
            .into_any();
        }
        view! {
            <h1>{words::shell::unreachable_title()}</h1>
            <Message tone=Tone::Error>
                <p>{move || said.get()}</p>
                <Button look=Look::Secondary pending=opening.pending() on_press=retry>{words::common::try_again()}</Button>
            </Message>
        }
        .into_any()
    }
}
