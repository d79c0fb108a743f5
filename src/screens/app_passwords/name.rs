//! The rules for a name that the page knows itself, so that a person hears of them before anything
//! is sent. The portal checks again (flow, section 2).

use contract::{Code, limits::NAME_LENGTH};

/// 1 to 64 Unicode scalar values after NFC and trimming, no control or bidirectional-override
/// character.
///
/// # Errors
/// The portal's own code for what is wrong.
pub fn check(typed: &str) -> Result<(), Code> {
    let composed = String::from(js_sys::JsString::from(typed).normalize("NFC"));
    check_composed(&composed)
}

fn check_composed(composed: &str) -> Result<(), Code> {
    let text = composed.trim();
    if text.is_empty() {
        return Err(Code::NameEmpty);
    }
    if text.chars().any(is_forbidden) {
        return Err(Code::NameForbiddenCharacter);
    }
    if text.chars().count() > NAME_LENGTH {
        return Err(Code::NameTooLong);
    }
    Ok(())
}

/// The same as the portal's: control characters, the line and paragraph separators, and the
/// bidirectional embeddings, overrides and isolates.
fn is_forbidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_hears_of_a_bad_name_before_it_is_sent_and_of_a_good_one_never() {
        for (typed, expected) in [
            ("9", Ok(())),
            ("  iPhone Mail ", Ok(())),
            ("📱", Ok(())),
            ("בדיקה\u{200F} 1", Ok(())),
            (" \t\u{A0}", Err(Code::NameEmpty)),
            ("a\u{202E}b", Err(Code::NameForbiddenCharacter)),
            ("a\u{7}b", Err(Code::NameForbiddenCharacter)),
        ] {
            assert_eq!(check_composed(typed), expected, "{typed:?}");
        }
        assert_eq!(check_composed(&"é".repeat(64)), Ok(()));
        assert_eq!(check_composed(&"é".repeat(65)), Err(Code::NameTooLong));
    }
}
