use leptos::prelude::*;
#[component]
pub fn Verify() -> impl IntoView { view! { <h1>"Verify"</h1> } }
