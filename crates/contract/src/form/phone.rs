//! A telephone number.

use super::characters::{ascii_digit, is_filling, is_invisible};
use crate::Code;

/// Digits of a country code (ITU-T E.164).
const COUNTRY_CODE: std::ops::RangeInclusive<usize> = 1..=3;
/// The digit that is dialled inside a country only, as it is written after the country code.
const TRUNK_PREFIX: &str = "(0)";

/// The number in E.164 form: `+` and 7 to 15 digits, the first not 0, in the digits of any script.
/// Dashes, dots, slashes, blanks, brackets, characters that show nothing and `tel:` are dropped, `00` may
/// stand for `+`, and `(0)` after the country code is dropped.
///
/// # Errors
/// `phone_invalid`.
pub fn parse(typed: &str) -> Result<String, Code> {
    let compact = compact(typed);
    let number = without_scheme(&compact);
    let (start, rest) = match number.split_once(TRUNK_PREFIX) {
        Some((start, rest)) => (start, Some(rest)),
        None => (number, None),
    };
    let start = start.replace(['(', ')'], "");
    let country = start
        .strip_prefix('+')
        .or_else(|| start.strip_prefix("00"))
        .ok_or(Code::PhoneInvalid)?;
    if rest.is_some() && !COUNTRY_CODE.contains(&country.len()) {
        return Err(Code::PhoneInvalid);
    }
    let rest = rest.unwrap_or_default().replace(['(', ')'], "");
    let digits = format!("{country}{rest}");
    let right_length = (7..=15).contains(&digits.len());
    if !right_length || digits.starts_with('0') || !digits.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Err(Code::PhoneInvalid);
    }
    Ok(format!("+{digits}"))
}

/// Without what is dropped, in ASCII digits, brackets and plus sign.
fn compact(typed: &str) -> String {
    let dropped =
        |character: &char| is_filling(*character) || is_invisible(*character) || *character == '/';
    let kept = typed.chars().filter(|character| !dropped(character));
    kept.map(|character| match character {
        '\u{FF0B}' | '\u{FE62}' => '+',
        '[' | '\u{FF08}' | '\u{FF3B}' => '(',
        ']' | '\u{FF09}' | '\u{FF3D}' => ')',
        other => ascii_digit(other),
    })
    .collect()
}

/// A number that was copied from a link (RFC 3966).
fn without_scheme(compact: &str) -> &str {
    match compact.split_at_checked(4) {
        Some((scheme, number)) if scheme.eq_ignore_ascii_case("tel:") => number,
        _ => compact,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_accepted_however_it_is_punctuated() {
        for typed in [
            "+1 (555) 555-0134",
            "001 555 555 0134",
            "+1.555.555.0134",
            "[+1]5555550134",
            "(+1)5555550134",
            "+1 555\u{2011}555\u{2011}0134",
            "+1\u{2013}555\u{2212}555·0134",
            "\u{202A}+1 555 555 0134\u{202C}",
            "\u{202D}+15555550134\u{202E}",
            "\u{2066}+1 555 555 0134\u{2069}",
            "\u{200E}+1 555 555 0134\u{200F}",
            "\u{FEFF}+1555\u{AD}5550134\u{200B}",
            "tel:+1-555-555-0134",
            "TEL: +15555550134",
            "\u{FF0B}１（５５５）５５５－０１３４",
            "+١٥٥٥٥٥٥٠١٣٤",
            "۰۰۱۵۵۵۵۵۵۰۱۳۴",
        ] {
            assert_eq!(parse(typed).as_deref(), Ok("+15555550134"), "{typed:?}");
        }
    }

    #[test]
    fn a_trunk_prefix_after_the_country_code_is_dropped() {
        for typed in [
            "+49 (0) 151 12345678",
            "+49(0)151/12345678",
            "0049 (0)151 12345678",
            "+49 [0] 151 12345678",
            "+４９（０）１５１１２３４５６７８",
        ] {
            assert_eq!(parse(typed).as_deref(), Ok("+4915112345678"), "{typed:?}");
        }
        for typed in [
            "(0)151 12345678",
            "+(0)49 151 12345678",
            "+49151 (0) 123456",
        ] {
            assert_eq!(parse(typed), Err(Code::PhoneInvalid), "{typed:?}");
        }
    }

    #[test]
    fn what_is_not_a_telephone_number_is_refused() {
        for typed in [
            "",
            "+",
            "tel:",
            "555 0134",
            "+123456",
            "+1234567890123456",
            "+0123456789",
            "+1555CALLME1",
            "++15555550134",
        ] {
            assert_eq!(parse(typed), Err(Code::PhoneInvalid), "{typed}");
        }
    }
}
