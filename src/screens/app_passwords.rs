use leptos::prelude::*;
#[component]
pub fn AppPasswords() -> impl IntoView { view! { <h1>"AppPasswords"</h1> } }
