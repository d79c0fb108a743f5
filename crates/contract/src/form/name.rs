//! The name of an app password.

use super::characters::{is_blank, is_invisible};
use crate::{Code, limits::NAME_LENGTH};

/// The name as it is shown: without the blanks around it and without invisible characters that no
/// script needs; 1 to 64 Unicode scalar values, at least one of them visible, none of them a control
/// or a bidirectional-override character. `composed` is what was typed, in normalisation form C.
///
/// # Errors
/// `name_empty`, `name_forbidden_character` or `name_too_long`.
pub fn check(composed: &str) -> Result<String, Code> {
    let shown = composed.chars().filter(|character| is_shown(*character));
    let shown: String = shown.collect();
    let name = shown.trim_matches(is_blank);
    if name.chars().any(is_forbidden) {
        return Err(Code::NameForbiddenCharacter);
    }
    if name
        .chars()
        .all(|character| is_blank(character) || is_invisible(character))
    {
        return Err(Code::NameEmpty);
    }
    if name.chars().count() > NAME_LENGTH {
        return Err(Code::NameTooLong);
    }
    Ok(name.to_owned())
}

/// The name for comparing, letter case aside: without invisible characters, and with one space for
/// any blanks, as a page shows them.
#[must_use]
pub fn visible(name: &str) -> String {
    let seen = name.chars().filter(|character| !is_invisible(*character));
    let seen: String = seen.collect();
    let words = seen.split(is_blank).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Invisible characters stay if a script or an emoji is another one without them: joiners, direction
/// marks, variation selectors and tags. Those that are refused stay to be refused.
fn is_shown(character: char) -> bool {
    !is_invisible(character)
        || is_forbidden(character)
        || matches!(
            character,
            '\u{34F}'
                | '\u{61C}'
                | '\u{180B}'..='\u{180F}'
                | '\u{200C}'..='\u{200F}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{E0020}'..='\u{E007F}'
                | '\u{E0100}'..='\u{E01EF}'
        )
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
            assert_eq!(check(name).as_deref(), Ok(name));
        }
        assert_eq!(check("  iPhone Mail ").as_deref(), Ok("iPhone Mail"));
    }

    #[test]
    fn a_name_of_64_characters_fits_and_one_of_65_does_not() {
        let longest = "é".repeat(64);
        assert_eq!(check(&format!("  {longest}  ")), Ok(longest.clone()));
        assert_eq!(check(&"é".repeat(65)), Err(Code::NameTooLong));
    }

    #[test]
    fn an_empty_name_is_not_a_name() {
        assert_eq!(check(""), Err(Code::NameEmpty));
        assert_eq!(check(" \t\u{A0}\n"), Err(Code::NameEmpty));
    }

    #[test]
    fn a_name_shows_at_least_one_character() {
        for nothing in [
            "\u{200B}",
            "\u{3164}",
            "\u{2800}",
            "\u{AD}",
            "\u{200D}",
            "\u{200F}",
            "\u{FE0F}",
            "\u{FEFF}",
            "\u{2060}",
            "\u{115F}\u{1160}",
            "\u{FFA0}",
            "\u{E0041}",
            " \u{2800}\u{200B}\u{A0}\u{200D} ",
        ] {
            assert_eq!(check(nothing), Err(Code::NameEmpty), "{nothing:?}");
        }
    }

    #[test]
    fn invisible_characters_stay_where_a_script_or_an_emoji_needs_them() {
        for name in [
            "می\u{200C}خواهم",
            "क्\u{200D}ष",
            "👨\u{200D}👩\u{200D}👧",
            "❤\u{FE0F}",
            "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
            "葛\u{E0100}",
        ] {
            assert_eq!(check(name).as_deref(), Ok(name));
        }
        for typed in [
            "iPhone\u{200B} Mail",
            "\u{FEFF}iPhone Mail\u{200B} ",
            "iPh\u{AD}one\u{2060} Mail",
            "\u{2800}iPhone Mail\u{3164}",
        ] {
            assert_eq!(check(typed).as_deref(), Ok("iPhone Mail"), "{typed:?}");
        }
        let longest = "\u{200B}é".repeat(64);
        assert_eq!(check(&longest), Ok("é".repeat(64)));
    }

    #[test]
    fn two_names_that_look_the_same_are_one() {
        for other in [
            "iPhone\u{200B} Mail",
            "iPhone\u{200D} Mail\u{FE0F}",
            "iPhone\u{A0}Mail",
            "iPhone  Mail",
            "iPhone\u{3000}Mail",
            "iPhone\u{2800}Mail",
            "iPhone\u{3164} Mail",
            "\u{200F}iPhone Mail",
        ] {
            assert_eq!(visible(other), "iPhone Mail", "{other:?}");
        }
        assert_ne!(visible("iPhoneMail"), visible("iPhone Mail"));
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
