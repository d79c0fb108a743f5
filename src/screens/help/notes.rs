//! The closing notes of the guide.

use crate::words;
use leptos::prelude::*;

/// Generated and not chosen, the limit, one per device.
#[component]
pub fn Notes(
    /// Most app passwords one user may hold.
    limit: Signal<usize>,
) -> impl IntoView {
    view! {
        <section class="notes" aria-labelledby="notes-title">
            <h2 id="notes-title">{words::notes::title()}</h2>
            <ul>
                <li>
                    {words::notes::generated()}
                </li>
                <li>
                    {move || words::notes::limit(u32::try_from(limit.get()).unwrap_or(u32::MAX))}
                </li>
                <li>
                    {words::create::per_device()}
                </li>
            </ul>
        </section>
    }
}
