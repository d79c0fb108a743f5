//! The name of an app password: 1 to 64 Unicode scalar values after NFC and trimming.

use super::unicode::composed;
use contract::{Code, Field, Problem, limits::NAME_LENGTH};

/// A name that passed the rules, with its folded form for comparing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// As it is shown.
    pub text: String,
    /// As it is compared: `iPhone Mail` and `IPHONE MAIL` are one name.
    pub folded: String,
}

impl Name {
    /// Normalises and checks what was typed.
    ///
    /// # Errors
    /// `name_empty`, `name_too_long` or `name_forbidden_character`, about the field `name`.
    pub fn parse(typed: &str) -> Result<Self, Problem> {
        let composed = composed(typed);
        let text = composed.trim();
        let refuse = |code| Err(Problem::about(code, Field::Name));
        if text.is_empty() {
            return refuse(Code::NameEmpty);
        }
        if text.chars().any(is_forbidden) {
            return refuse(Code::NameForbiddenCharacter);
        }
        if text.chars().count() > NAME_LENGTH {
            return refuse(Code::NameTooLong);
        }
        Ok(Self::trusted(text.to_owned()))
    }

    /// A name the portal made itself.
    #[must_use]
    pub fn trusted(text: String) -> Self {
        let folded = fold(&text);
        Self { text, folded }
    }
}

/// Letter case aside. Upper case first, so that `ß` equals `ss` and both sigmas are one.
#[must_use]
pub fn fold(text: &str) -> String {
    composed(&text.to_uppercase().to_lowercase())
}

/// Control characters, the line and paragraph separators, and the bidirectional embeddings,
/// overrides and isolates, with which a row could be made to read as another. The two plain
/// direction marks (U+200E, U+200F) stay allowed: right-to-left names need them.
fn is_forbidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(typed: &str) -> Code {
        Name::parse(typed).unwrap_err().code
    }

    #[test]
    fn the_guides_own_names_are_accepted() {
        for name in [
            "9",
            "Android Type Mail App",
            "iPhone Mail",
            "בדיקה\u{200F} 1",
            "📱",
        ] {
            assert_eq!(Name::parse(name).unwrap().text, name);
        }
    }

    #[test]
    fn a_name_of_64_characters_fits_and_one_of_65_does_not() {
        assert!(Name::parse(&format!("  {}  ", "é".repeat(64))).is_ok());
        assert!(
            Name::parse(&"e\u{301}".repeat(64)).is_ok(),
            "composed before counting"
        );
        assert_eq!(refusal(&"x".repeat(65)), Code::NameTooLong);
    }

    #[test]
    fn an_empty_name_is_not_a_name() {
        assert_eq!(refusal(""), Code::NameEmpty);
        assert_eq!(refusal(" \t\u{A0}\n"), Code::NameEmpty);
    }

    #[test]
    fn a_name_cannot_pose_as_another_by_hidden_characters() {
        for hidden in [
            '\u{0}', '\u{7}', '\n', '\u{85}', '\u{2028}', '\u{2029}', '\u{202A}', '\u{202E}',
            '\u{2066}', '\u{2069}',
        ] {
            assert_eq!(
                refusal(&format!("a{hidden}b")),
                Code::NameForbiddenCharacter
            );
        }
    }

    #[test]
    fn two_names_that_look_alike_but_for_letter_case_are_one() {
        for (one, other) in [
            ("iPhone", "IPHONE"),
            ("Straße", "STRASSE"),
            ("cafe\u{301}", "CAFÉ"),
            ("ΟΔΟΣ", "οδος"),
        ] {
            assert_eq!(
                Name::parse(one).unwrap().folded,
                Name::parse(other).unwrap().folded
            );
        }
    }
}
