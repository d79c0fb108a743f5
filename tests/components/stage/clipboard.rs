//! A clipboard that does what a test says.

use super::settle;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/tests/components/stage/clipboard.js")]
extern "C" {
    /// `granted`, `asks` (until [`allow`]), `refused`, `dismissed`, `fails`, `throws`, `nothing` (no
    /// promise comes back) or `missing`.
    #[wasm_bindgen(js_name = clipboard)]
    pub fn set(kind: &str);
    /// Whether the browser's older command says that it copied.
    #[wasm_bindgen(js_name = olderCommand)]
    pub fn older_command(works: bool);
    #[wasm_bindgen(js_name = granted)]
    fn grant();
    /// What was copied last.
    #[wasm_bindgen(js_name = onClipboard)]
    pub fn content() -> String;
    #[wasm_bindgen(js_name = copyByHand)]
    fn copy_by_hand() -> String;
    /// What is selected, without the gaps.
    pub fn selected() -> String;
    /// Selects this text of the open dialog, and nothing else.
    #[wasm_bindgen(js_name = selectPart)]
    pub fn select_part(text: &str);
}

/// The person allows what the browser asks.
pub async fn allow() {
    grant();
    settle().await;
}

/// Ctrl+C: what is then on the clipboard.
pub async fn by_hand() -> String {
    let copied = copy_by_hand();
    settle().await;
    copied
}
