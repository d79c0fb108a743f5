//! An address that leads nowhere.

use crate::{routes::Route, routes::navigation::href, words};
use leptos::prelude::*;

/// Says so, and offers the ways on.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <h1 tabindex="-1">{words::routes::not_found()}</h1>
        <p>{words::not_found::words()}</p>
        <p><a href=href(Route::AppPasswords)>{Route::AppPasswords.title()}</a></p>
        <p><a href=href(Route::Apps)>{Route::Apps.title()}</a></p>
    }
}
