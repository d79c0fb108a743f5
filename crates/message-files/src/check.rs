//! Whether a translation says what the English file says.

use crate::{
    file::{Message, MessageFile, Text},
    languages::Language,
    template::placeholders,
};

/// Everything in which a translation differs from the English file: keys, placeholders, the plural
/// categories of its language, its version. Empty when nothing does.
///
/// ```
/// # use message_files::{Language, MessageFile, check};
/// let english = MessageFile::read(r#"{"@version": 1, "verify.sent": "Sent to {number}"}"#).unwrap();
/// let german = MessageFile::read(r#"{"@version": 1, "verify.sent": "Gesendet"}"#).unwrap();
/// let language = Language::of("de").unwrap();
/// assert_eq!(check(&english, &german, language), ["verify.sent does not say {number}"]);
/// ```
pub fn check(english: &MessageFile, other: &MessageFile, language: Language) -> Vec<String> {
    let mut wrong = Vec::new();
    if english.version != other.version {
        wrong.push(format!(
            "@version is {}, in English {}",
            other.version, english.version
        ));
    }
    for message in &english.messages {
        match other.get(&message.key) {
            None => wrong.push(format!("{} is missing", message.key)),
            Some(translated) => compare(message, translated, language, &mut wrong),
        }
    }
    for message in &other.messages {
        if english.get(&message.key).is_none() {
            wrong.push(format!("{} is not in the English file", message.key));
        }
    }
    wrong
}

fn compare(english: &Message, other: &Message, language: Language, wrong: &mut Vec<String>) {
    let key = &english.key;
    match (&english.text, &other.text) {
        (Text::Plain(_), Text::Plain(_)) => {}
        (Text::Plural(_), Text::Plural(forms)) => {
            let has: Vec<&str> = forms
                .iter()
                .map(|(category, _)| category.as_str())
                .collect();
            if has != language.plurals {
                wrong.push(format!(
                    "{key} has the forms {}; {} needs {}",
                    has.join(", "),
                    language.tag,
                    language.plurals.join(", ")
                ));
            }
        }
        (Text::Plain(_), Text::Plural(_)) => wrong.push(format!("{key} has plural forms")),
        (Text::Plural(_), Text::Plain(_)) => wrong.push(format!("{key} has no plural forms")),
    }
    let expected = english.placeholders();
    let forms: Vec<&str> = match &other.text {
        Text::Plain(text) => vec![text],
        Text::Plural(forms) => forms.iter().map(|(_, text)| text.as_str()).collect(),
    };
    for text in forms {
        let found = placeholders(text).unwrap_or_default();
        for name in &expected {
            // "one" may say it in a word
            if !found.contains(name) && *name != "count" {
                wrong.push(format!("{key} does not say {{{name}}}"));
            }
        }
        for name in found {
            if !expected.contains(&name) && name != "count" {
                wrong.push(format!("{key} says {{{name}}}, which nothing fills in"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(entries: &str) -> MessageFile {
        MessageFile::read(&format!("{{\"@version\": 1, {entries}}}")).unwrap()
    }

    /// A reader of that language would see English, a hole, or a wrong form.
    #[test]
    fn whatever_a_translation_leaves_out_or_adds_is_named() {
        let english =
            read(r#""a.b": "{x}", "a.c": {"one": "{count} try", "other": "{count} tries"}"#);
        let arabic = Language::of("ar").unwrap();
        let japanese = Language::of("ja").unwrap();
        let said = |other: &str, language| check(&english, &read(other), language).join("; ");
        let tries = r#""a.c": {"other": "{count}"}"#;
        assert_eq!(said(&format!(r#""a.b": "{{x}}", {tries}"#), japanese), "");
        assert!(said(&format!(r#""a.b": "{{x}}", {tries}"#), arabic).contains("ar needs zero"));
        assert!(said(tries, japanese).contains("a.b is missing"));
        assert!(said(&format!(r#""a.b": "{{y}}", {tries}"#), japanese).contains("{y}"));
        assert!(said(r#""a.b": "{x}", "a.c": "x""#, japanese).contains("no plural forms"));
        assert!(said(&format!(r#""a.b": "{{x}}", "a.d": "", {tries}"#), japanese).contains("a.d"));
    }
}
