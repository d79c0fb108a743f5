//! The made-up devices stay within reach while a modal dialog is open.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/prototype/beside.js")]
extern "C" {
    /// Moves them into each dialog that opens, and back. Call once.
    pub fn follow_dialogs();
}
