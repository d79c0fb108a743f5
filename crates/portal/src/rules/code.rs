//! One-time codes sent to a phone: six digits, five minutes, five tries.

use super::digest::{self, Digests};
use crate::{ports::Random, settings::ServerKeys};
use contract::{Code, Field, Problem, Secret, limits::CODE_LENGTH};

/// The largest multiple of a million in three bytes: numbers from here on are thrown away, so
/// that every code is equally likely.
const FAIR: u32 = 16_000_000;

/// Six random digits.
#[must_use]
pub fn generate(random: &dyn Random) -> Secret {
    loop {
        let mut bytes = [0; 4];
        random.fill(&mut bytes[1..]);
        let number = u32::from_be_bytes(bytes);
        if number < FAIR {
            return Secret::new(format!("{:06}", number % 1_000_000));
        }
    }
}

/// What was typed, without spaces and hyphens.
///
/// # Errors
/// `code_malformed` unless six ASCII digits are left; that is not a try.
pub fn parse(typed: Option<&Secret>) -> Result<Secret, Problem> {
    let typed = typed.map_or("", Secret::expose);
    let mut text = String::with_capacity(typed.len());
    text.extend(
        typed
            .chars()
            .filter(|character| !character.is_whitespace() && *character != '-'),
    );
    let code = Secret::new(text);
    if code.expose().len() == CODE_LENGTH && code.expose().bytes().all(|byte| byte.is_ascii_digit())
    {
        Ok(code)
    } else {
        Err(Problem::about(Code::CodeMalformed, Field::Code))
    }
}

/// The digests of a code, bound to the one challenge or verification it was sent for.
#[must_use]
pub fn digests(keys: &ServerKeys, id: &str, code: &Secret) -> Digests {
    digest::digests(keys, &format!("code {id}"), code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    struct Scripted(Mutex<Vec<[u8; 3]>>);

    impl Random for Scripted {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.copy_from_slice(&self.0.lock().unwrap().remove(0));
        }
    }

    #[test]
    fn a_code_has_six_digits_with_leading_zeros_and_no_bias() {
        let [_, a, b, c] = FAIR.to_be_bytes();
        let random = Scripted(Mutex::new(vec![[255, 255, 255], [a, b, c], [0, 0, 42]]));
        assert_eq!(generate(&random).expose(), "000042");
    }

    #[test]
    fn a_code_copied_with_a_space_is_taken_and_five_digits_are_not_a_try() {
        let parse = |typed: &str| parse(Some(&Secret::new(typed.into())));
        assert_eq!(parse("123 456").unwrap().expose(), "123456");
        assert_eq!(parse(" 123-456\u{A0}").unwrap().expose(), "123456");
        for bad in ["", "12345", "1234567", "12345a", "١٢٣٤٥٦"] {
            assert_eq!(parse(bad).unwrap_err().code, Code::CodeMalformed);
        }
        assert_eq!(super::parse(None).unwrap_err().field, Some(Field::Code));
    }
}
