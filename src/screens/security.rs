use leptos::prelude::*;
#[component]
pub fn Security() -> impl IntoView { view! { <h1>"Security"</h1> } }
