//! Starts the page. The only file that knows that there are two homes: a real portal over fetch, and
//! the portal inside the tab.

mod account_menu;
mod api;
mod app;
mod behind_sign_in;
mod clock;
mod config;
mod drafts;
mod first_screen;
mod memory;
mod navigation;
mod opening;
#[cfg(feature = "prototype")]
mod prototype;
mod routes;
mod screens;
mod session;
mod shell;
mod slices;
mod slots;
mod text;
mod ui;
mod words;

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
    slices::provide();
    let Some(configuration) = first_screen::configuration().await else {
        return first_screen::fail(&words::config::missing());
    };
    slices::breathe().await;
    #[cfg(feature = "production")]
    match config::api_base(&configuration) {
        Ok(api_base) => {
            let transport = api::ahead::Ahead::new(api::fetch::Fetch::new(api_base));
            let transport = std::rc::Rc::new(transport);
            opening::open(configuration, transport, slots::Slots::default()).await;
        }
        Err(words) => return first_screen::fail(&words),
    }
    #[cfg(feature = "prototype")]
    {
        let transport = std::rc::Rc::new(prototype::later::Later::new(&configuration));
        opening::open(configuration, transport, prototype::later::slots()).await;
    }
    // else when the screen is here that it waits for
    if !first_screen::is_waiting() {
        first_screen::ready();
    }
}
