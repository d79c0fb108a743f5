//! A one-time code.

use crate::{Code, Secret, limits::CODE_LENGTH};

/// The code without spaces and hyphens: six ASCII digits.
///
/// # Errors
/// `code_malformed`. That is not a try.
pub fn parse(typed: &str) -> Result<Secret, Code> {
    // The capacity is right from the start: growing would leave copies in freed memory.
    let mut digits = String::with_capacity(typed.len());
    digits.extend(typed.chars().filter(|character| !is_filling(*character)));
    let code = Secret::new(digits);
    let text = code.expose();
    if text.len() == CODE_LENGTH && text.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(code)
    } else {
        Err(Code::CodeMalformed)
    }
}

fn is_filling(character: char) -> bool {
    character.is_whitespace() || character == '-'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_copied_with_a_space_is_accepted_and_five_digits_are_not() {
        for typed in ["123456", "123 456", " 123-456\u{A0}"] {
            assert_eq!(parse(typed).unwrap().expose(), "123456");
        }
        for bad in ["", "12345", "1234567", "12345a", "١٢٣٤٥٦"] {
            assert_eq!(parse(bad).unwrap_err(), Code::CodeMalformed, "{bad}");
        }
    }
}
