use leptos::prelude::*;
#[component]
pub fn SetUpSecondFactor() -> impl IntoView { view! { <h1>"SetUpSecondFactor"</h1> } }
