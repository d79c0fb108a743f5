use leptos::prelude::*;
#[component]
pub fn Help() -> impl IntoView { view! { <h1>"h"</h1> } }
#[component]
pub fn SetUpApplication() -> impl IntoView { view! { <h1>"h"</h1> } }
