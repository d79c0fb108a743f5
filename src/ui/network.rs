//! Whether there is a network. The scripts beside the program find it out and say it to the person
//! (`scripts/dist/deferred`); here it is what a widget goes by.

use leptos::prelude::*;

/// Whether the network is known to be gone. Follows it for as long as what asks is on the page.
pub fn network_is_lost() -> Signal<bool> {
    let lost = RwSignal::new(
        document()
            .document_element()
            .is_some_and(|root| root.has_attribute("data-offline")),
    );
    for (event, value) in [("lost", true), ("found", false)] {
        let listener = window_event_listener_untyped(event, move |_| {
            lost.try_set(value);
        });
        on_cleanup(move || listener.remove());
    }
    lost.into()
}

/// Does this each time the network is back.
pub fn when_network_is_back(work: impl Fn() + 'static) {
    let listener = window_event_listener_untyped("found", move |_| work());
    on_cleanup(move || listener.remove());
}
