//! Which node shows which key of the message files, for whoever edits the texts: `data-text-key` on
//! the element that holds the text or is named by it. Several keys where several say the same.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/prototype/keys.js")]
extern "C" {
    /// Marks every text from now on.
    pub fn mark_words();
}
