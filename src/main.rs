//! Starts the page.

use app_password_portal::{memory, start};

#[global_allocator]
static ALLOCATOR: memory::OverwritingAllocator = memory::OverwritingAllocator;

fn main() {
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
