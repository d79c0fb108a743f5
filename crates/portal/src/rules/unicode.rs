//! Unicode normalisation form C (UAX #15): what looks the same is the same.

/// The text in its composed form.
#[cfg(feature = "unicode-tables")]
pub fn composed(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfc().collect()
}

#[cfg(not(feature = "unicode-tables"))]
static COMPOSE: std::sync::OnceLock<fn(&str) -> String> = std::sync::OnceLock::new();

/// The text in its composed form, by the host.
#[cfg(not(feature = "unicode-tables"))]
pub fn composed(text: &str) -> String {
    COMPOSE
        .get()
        .map_or_else(|| text.to_owned(), |compose| compose(text))
}

/// How the host brings a text into normalisation form C. Once, before the first request; without it,
/// and without the feature `unicode-tables`, names are compared as they were typed.
#[cfg(not(feature = "unicode-tables"))]
pub fn compose_with(compose: fn(&str) -> String) {
    // the first one stays
    let _ = COMPOSE.set(compose);
}

/// How the host brings a text into normalisation form C: not needed, the tables are here.
#[cfg(feature = "unicode-tables")]
pub const fn compose_with(_compose: fn(&str) -> String) {}
