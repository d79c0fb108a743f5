//! The name of an app password: its form ([`contract::form::name`]) after NFC, and how two names are
//! compared.

use crate::text::unicode::{Form, normalised};
use contract::{Field, Problem, form};

/// A name that passed the rules, with its folded form for comparing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// As it is shown.
    pub text: String,
    /// As it is compared: `iPhone Mail`, `IPHONE MAIL`, and either with a zero-width space, are one name.
    pub folded: String,
}

impl Name {
    /// Normalises and checks what was typed.
    ///
    /// # Errors
    /// `name_empty`, `name_too_long` or `name_forbidden_character`, about the field `name`.
    pub fn parse(typed: &str) -> Result<Self, Problem> {
        let composed = normalised(typed, Form::Nfc);
        let text =
            form::name::check(&composed).map_err(|code| Problem::about(code, Field::Name))?;
        Ok(Self::trusted(text))
    }

    /// A name the portal made itself.
    #[must_use]
    pub fn trusted(text: String) -> Self {
        let folded = fold(&text);
        Self { text, folded }
    }
}

/// What is visible, letter case aside. Upper case first, so that `ß` equals `ss` and both sigmas are
/// one.
#[must_use]
pub fn fold(text: &str) -> String {
    let visible = form::name::visible(text);
    normalised(&visible.to_uppercase().to_lowercase(), Form::Nfc)
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::Code;

    #[test]
    fn a_name_is_composed_before_it_is_counted() {
        assert!(Name::parse(&"e\u{301}".repeat(64)).is_ok());
        let problem = Name::parse(" ").unwrap_err();
        assert_eq!(
            (problem.code, problem.field),
            (Code::NameEmpty, Some(Field::Name))
        );
    }

    #[test]
    fn two_names_that_look_alike_but_for_letter_case_are_one() {
        for (one, other) in [
            ("iPhone", "IPHONE"),
            ("Straße", "STRASSE"),
            ("cafe\u{301}", "CAFÉ"),
            ("ΟΔΟΣ", "οδος"),
            ("iPhone Mail", "IPHONE\u{200B}  MAIL"),
            ("cafe\u{200D}\u{301}", "CAFÉ"),
        ] {
            assert_eq!(
                Name::parse(one).unwrap().folded,
                Name::parse(other).unwrap().folded
            );
        }
    }
}
