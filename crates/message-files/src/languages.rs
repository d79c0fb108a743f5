//! The languages of the page, once.

/// A language that a message file may be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its BCP 47 tag, and the name of its file.
    pub tag: &'static str,
    /// What it calls itself.
    pub name: &'static str,
    /// The plural categories that `Intl.PluralRules` may choose (CLDR, cardinal numbers).
    pub plurals: &'static [&'static str],
}

/// The language that is built in, for when no file is to be had.
pub const BUILT_IN: &str = "en-US";

/// All of them, in the order in which they are offered.
pub const LANGUAGES: &[Language] = &[
    language("en-US", "English (United States)", &["one", "other"]),
    language("en-GB", "English (United Kingdom)", &["one", "other"]),
    language("de", "Deutsch", &["one", "other"]),
    language("fr", "Français", &["one", "many", "other"]),
    language("es", "Español", &["one", "many", "other"]),
    language("pt-BR", "Português (Brasil)", &["one", "many", "other"]),
    language("ja", "日本語", &["other"]),
    language("zh-CN", "简体中文", &["other"]),
    language("hi", "हिन्दी", &["one", "other"]),
    language(
        "ar",
        "العربية",
        &["zero", "one", "two", "few", "many", "other"],
    ),
];

const fn language(
    tag: &'static str,
    name: &'static str,
    plurals: &'static [&'static str],
) -> Language {
    Language { tag, name, plurals }
}

impl Language {
    /// The one with this tag.
    pub fn of(tag: &str) -> Option<Self> {
        LANGUAGES
            .iter()
            .copied()
            .find(|language| language.tag == tag)
    }
}
