//! The two tabs of the guide's step 5. They are pages with addresses of their own, so they are a
//! navigation of links and not the widget of ARIA, whose arrow keys nobody would expect here.

use crate::words::Text;
use crate::{routes::Route, routes::navigation::href, words};
use leptos::prelude::*;

/// *additional security verification* and *app passwords*; stands under the heading of both.
#[component]
pub fn SecurityTabs(
    /// The tab that is open.
    current: Route,
) -> impl IntoView {
    let tab = move |route: Route, label: Text| {
        view! {
            <li class="security-tabs__item">
                <a
                    class="security-tabs__link"
                    href=href(route)
                    aria-current=(route == current).then_some("page")
                >
                    {label}
                </a>
            </li>
        }
    };
    view! {
        <nav class="security-tabs" aria-label=move || words::security::tabs().get()>
            <ul class="security-tabs__list">
                {tab(Route::Security, words::security::tab_verification())}
                {tab(Route::AppPasswords, words::security::tab_app_passwords())}
            </ul>
        </nav>
    }
}
