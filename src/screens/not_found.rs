//! An address that leads nowhere.

use crate::{navigation::href, routes::Route};
use leptos::prelude::*;

/// Says so, and offers the ways on.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <h1 tabindex="-1">"Page not found"</h1>
        <p>"There is no page at this address. Your app passwords are safe and keep working."</p>
        <p><a href=href(Route::AppPasswords)>"App passwords"</a></p>
        <p><a href=href(Route::Apps)>"Apps"</a></p>
    }
}
