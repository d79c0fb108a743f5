//! A telephone number.

use crate::Code;

/// The number in E.164 form: `+` and 7 to 15 digits, the first not 0. Spaces, hyphens, dots and
/// brackets are dropped, and `00` may stand for `+`.
///
/// # Errors
/// `phone_invalid`.
pub fn parse(typed: &str) -> Result<String, Code> {
    let compact: String = typed
        .chars()
        .filter(|character| !is_filling(*character))
        .collect();
    let digits = compact
        .strip_prefix('+')
        .or_else(|| compact.strip_prefix("00"))
        .ok_or(Code::PhoneInvalid)?;
    let right_length = (7..=15).contains(&digits.len());
    if !right_length || digits.starts_with('0') || !digits.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Err(Code::PhoneInvalid);
    }
    Ok(format!("+{digits}"))
}

fn is_filling(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '.' | '(' | ')' | '[' | ']' | '\u{2010}'..='\u{2015}'
        )
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
        ] {
            assert_eq!(parse(typed).unwrap(), "+15555550134");
        }
    }

    #[test]
    fn what_is_not_a_telephone_number_is_refused() {
        for typed in [
            "",
            "+",
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
