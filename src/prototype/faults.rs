//! What is wrong with the browser itself, where a scenario asks for it. What is wrong with the portal's
//! answers is in `in_page.rs`.

use super::scenarios::Fault;
use wasm_bindgen::prelude::wasm_bindgen;

/// Another person was chosen: the browser is as it is in their place.
pub fn follow(before: Fault, now: Fault) {
    if before == now {
        return;
    }
    match before {
        Fault::ClipboardRefused => allow_clipboard(),
        Fault::Offline => pretend_offline(false),
        _ => {}
    }
    match now {
        Fault::ClipboardRefused => refuse_clipboard(),
        Fault::Offline => pretend_offline(true),
        _ => {}
    }
}

#[wasm_bindgen(module = "/src/prototype/faults.js")]
extern "C" {
    /// From now on this page's clipboard refuses, as a browser does whose owner said no.
    fn refuse_clipboard();
    /// Undoes it.
    fn allow_clipboard();
    /// From now on (or no longer) the page takes the network to be gone: `scripts/dist/later/network.js`.
    fn pretend_offline(on: bool);
}
