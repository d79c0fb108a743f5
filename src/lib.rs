//! The page as a library: [`start::start`] opens it, and component tests mount its screens with a
//! scripted transport.
//!
//! "The guide" in comments is the text in `docs/guide.md`; a screen names its step of it. Decisions
//! and their reasons are in `docs/decisions.md`.

#![allow(
    clippy::missing_errors_doc,
    clippy::missing_panics_doc,
    reason = "a library for this page and its component tests alone; a doc comment names the errors that differ"
)]

pub mod api;
pub mod clock;
pub mod config;
pub mod frame;
pub mod memory;
#[cfg(feature = "prototype")]
pub mod prototype;
pub mod routes;
pub mod screens;
pub mod session;
pub mod slots;
pub mod start;
pub mod ui;
// private: the compiler then finds each text that no screen shows
mod words;

#[global_allocator]
static ALLOCATOR: memory::OverwritingAllocator = memory::OverwritingAllocator;

/// Starts the page. A release is built from this library alone: the program that `main.rs` makes of
/// it is 3 % larger.
#[cfg_attr(feature = "split", wasm_bindgen::prelude::wasm_bindgen(start))]
pub fn run() {
    #[cfg(debug_assertions)]
    print_panics();
    // Leptos' own executor starts only when something is mounted.
    wasm_bindgen_futures::spawn_local(start::start());
}

/// Prints a panic's message to the console, for developers. A release build prints nothing, because
/// the message may hold data.
#[cfg(debug_assertions)]
fn print_panics() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
    }));
}

#[cfg(test)]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
