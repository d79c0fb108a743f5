//! Unicode normalisation form C (UAX #15): what looks the same is the same.

/// The text in its composed form.
#[cfg(not(target_arch = "wasm32"))]
pub fn composed(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfc().collect()
}

/// The text in its composed form, by the browser: the tables for it would be 60 KB of the page.
#[cfg(target_arch = "wasm32")]
pub fn composed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}
