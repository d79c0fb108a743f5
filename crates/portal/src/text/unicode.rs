//! Unicode normalisation forms (UAX #15): what looks the same is the same.

/// A normalisation form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Composed: a letter and its accent are one character.
    Nfc,
    /// Composed, and full-width letters and the like are plain ones.
    Nfkc,
}

impl Form {
    /// Its name, as `String.prototype.normalize` takes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nfc => "NFC",
            Self::Nfkc => "NFKC",
        }
    }
}

/// The text in this form.
#[cfg(feature = "unicode-tables")]
pub fn normalised(text: &str, form: Form) -> String {
    use unicode_normalization::UnicodeNormalization;
    match form {
        Form::Nfc => text.nfc().collect(),
        Form::Nfkc => text.nfkc().collect(),
    }
}

#[cfg(not(feature = "unicode-tables"))]
static NORMALISE: std::sync::OnceLock<fn(&str, Form) -> String> = std::sync::OnceLock::new();

/// The text in this form, by the host.
#[cfg(not(feature = "unicode-tables"))]
pub fn normalised(text: &str, form: Form) -> String {
    NORMALISE
        .get()
        .map_or_else(|| text.to_owned(), |normalise| normalise(text, form))
}

/// How the host normalises a text. Once, before the first request; without it, and without the feature
/// `unicode-tables`, names, passwords and e-mail addresses are compared as they were typed.
#[cfg(not(feature = "unicode-tables"))]
pub fn normalise_with(normalise: fn(&str, Form) -> String) {
    // the first one stays
    let _ = NORMALISE.set(normalise);
}

/// How the host normalises a text: not needed, the tables are here.
#[cfg(feature = "unicode-tables")]
pub const fn normalise_with(_normalise: fn(&str, Form) -> String) {}
