//! The name of an app password.

use crate::{Code, limits::NAME_LENGTH};

/// The name without the blanks around it: 1 to 64 Unicode scalar values, none of them a control or
/// a bidirectional-override character. `composed` is what was typed, in normalisation form C.
///
/// # Errors
/// `name_empty`, `name_forbidden_character` or `name_too_long`.
pub fn check(composed: &str) -> Result<&str, Code> {
    let name = composed.trim();
    if name.is_empty() {
        return Err(Code::NameEmpty);
    }
    if name.chars().any(is_forbidden) {
        return Err(Code::NameForbiddenCharacter);
    }
    if name.chars().count() > NAME_LENGTH {
        return Err(Code::NameTooLong);
    }
    Ok(name)
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

    #[test]
    fn the_guides_own_names_are_accepted() {
        for name in [
            "9",
            "Android Type Mail App",
            "iPhone Mail",
            "בדיקה\u{200F} 1",
            "📱",
        ] {
            assert_eq!(check(name), Ok(name));
        }
        assert_eq!(check("  iPhone Mail "), Ok("iPhone Mail"));
    }

    #[test]
    fn a_name_of_64_characters_fits_and_one_of_65_does_not() {
        let longest = "é".repeat(64);
        assert_eq!(check(&format!("  {longest}  ")), Ok(longest.as_str()));
        assert_eq!(check(&"é".repeat(65)), Err(Code::NameTooLong));
    }

    #[test]
    fn an_empty_name_is_not_a_name() {
        assert_eq!(check(""), Err(Code::NameEmpty));
        assert_eq!(check(" \t\u{A0}\n"), Err(Code::NameEmpty));
    }

    #[test]
    fn a_name_cannot_pose_as_another_by_hidden_characters() {
        for hidden in [
            '\u{0}', '\u{7}', '\n', '\u{85}', '\u{2028}', '\u{2029}', '\u{202A}', '\u{202E}',
            '\u{2066}', '\u{2069}',
        ] {
            let name = format!("a{hidden}b");
            assert_eq!(check(&name), Err(Code::NameForbiddenCharacter));
        }
    }
}
