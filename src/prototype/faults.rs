//! What is wrong with the browser itself, where the conditions say so.

use made_up::{Clipboard, Conditions, Network};
use wasm_bindgen::prelude::wasm_bindgen;

/// From now on the browser is as these conditions say.
pub fn apply(conditions: &Conditions) {
    refuse_clipboard(conditions.clipboard == Clipboard::Refused);
    pretend_offline(conditions.network == Network::Offline);
}

#[wasm_bindgen(module = "/src/prototype/faults.js")]
extern "C" {
    /// Whether this page's clipboard refuses, as a browser's does whose owner said no.
    fn refuse_clipboard(refused: bool);
    /// Whether the page takes the network to be gone: `scripts/dist/deferred/network.js`.
    fn pretend_offline(offline: bool);
}
