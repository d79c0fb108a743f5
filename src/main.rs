//! Starts the page. The only file that knows that there are two homes: a real portal over fetch, and
//! the portal inside the tab.

mod api;
mod app;
mod clock;
mod config;
mod memory;
mod navigation;
#[cfg(feature = "prototype")]
mod prototype;
mod routes;
mod screens;
mod session;
mod shell;
mod slots;
mod text;
mod ui;

use leptos::prelude::*;

#[cfg(all(
    target_arch = "wasm32",
    not(any(feature = "production", feature = "prototype"))
))]
compile_error!(
    "name the home: --features production (over fetch) or --features prototype (inside the tab)"
);
#[cfg(all(feature = "production", feature = "prototype"))]
compile_error!("name one home only: production or prototype");

#[global_allocator]
static ALLOCATOR: memory::OverwritingAllocator = memory::OverwritingAllocator;

fn main() {
    #[cfg(debug_assertions)]
    say_why_it_stops();
    // Leptos' own executor starts only when something is mounted.
    wasm_bindgen_futures::spawn_local(start());
}

/// For developers: a release build says nothing, because a panic's message may hold data.
#[cfg(debug_assertions)]
fn say_why_it_stops() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
    }));
}

async fn start() {
    let pathname = location().pathname().unwrap_or_default();
    let configuration = match config::load(routes::base_of(&pathname)).await {
        Ok(configuration) => configuration,
        Err(error) => {
            mount_to_body(move || app::without_configuration(&error));
            return ready();
        }
    };
    #[cfg(feature = "production")]
    let (transport, slots) = {
        let transport: api::transport::AnyTransport =
            std::rc::Rc::new(api::fetch::Fetch::new(&configuration.api_base));
        (transport, slots::Slots::default())
    };
    #[cfg(feature = "prototype")]
    let (transport, slots) = prototype::start(&configuration).await;
    #[cfg(any(feature = "production", feature = "prototype"))]
    {
        mount_to_body(move || app::app(configuration, transport, slots));
        ready();
    }
}

/// `<html data-ready>`: the screen answers.
fn ready() {
    if let Some(root) = document().document_element() {
        // Setting an attribute with a valid name does not fail.
        let _ = root.set_attribute("data-ready", "");
    }
}
