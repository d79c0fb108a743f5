//! A quiet line above everything: the data are made up, and can be started over.

use super::{Prototype, first_world, storage::Keeping};
use crate::{
    routes::Route,
    start::boot,
    ui::{Button, Look},
    words,
};
use leptos::prelude::*;

/// The banner.
#[component]
pub fn Banner() -> impl IntoView {
    let prototype = Prototype::current()?;
    let keeping = prototype.storage.keeping();
    let storage = StoredValue::new_local(prototype.storage);
    let start_over = move || {
        storage.with_value(|storage| storage.start_over(first_world()));
        // Loads the page anew: everything of the old world is gone with it.
        let _ = location().set_href(&format!("{}{}", boot::base(), Route::SignIn.path()));
    };
    Some(view! {
        <>
            <p class="banner__words">
                {move || match keeping.get() {
                    Keeping::Kept => words::banner::kept(),
                    Keeping::MemoryOnly => words::banner::memory_only(),
                    Keeping::Broken => words::banner::broken(),
                }}
            </p>
            <Button look=Look::Plain on_press=start_over>{words::banner::start_over()}</Button>
        </>
    })
}
