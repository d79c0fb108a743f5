//! A device that speaks when it is asked to.

use super::settle;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/tests/components/stage/voice.js")]
extern "C" {
    fn speak(own: bool);
    /// From now on; with `slow` nothing that it says ever ends.
    pub fn install(slow: bool);
    /// What it was given to say, each as `voice: text`.
    pub fn said() -> Vec<String>;
    /// What it still has to say.
    pub fn rest() -> String;
}

/// It has voices that may not be used: one that sends the text to a server, one of another language.
/// With `own` also one that may.
pub async fn has_voices(own: bool) {
    speak(own);
    settle().await;
}
