//! Step 5 of the guide: additional security verification.

mod tabs;

pub use tabs::SecurityTabs;

use crate::routes::Route;
use leptos::prelude::*;

/// The tab *additional security verification*.
#[component]
pub fn Security() -> impl IntoView {
    view! {
        <h1 tabindex="-1">"Additional security verification"</h1>
        <SecurityTabs current=Route::Security />
    }
}
