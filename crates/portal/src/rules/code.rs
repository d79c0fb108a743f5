//! One-time codes sent to a phone: six digits, five minutes, five tries.

use super::digest::{self, Digests};
use crate::{keys::ServerKeys, ports::Random, records::ChallengeId};
use contract::{Field, Problem, Secret, form};

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

/// What was typed, as six digits.
///
/// # Errors
/// `code_malformed`, about the field `code`; that is not a try.
pub fn parse(typed: Option<&Secret>) -> Result<Secret, Problem> {
    form::code::parse(typed.map_or("", Secret::expose))
        .map_err(|code| Problem::about(code, Field::Code))
}

/// The digests of a code, bound to the one challenge or verification it was sent for.
#[must_use]
pub fn digests(keys: &ServerKeys, id: &ChallengeId, code: &Secret) -> Digests {
    digest::digests(keys, &format!("code {}", id.as_str()), code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::Code;
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
    fn no_code_is_reported_at_the_field() {
        let problem = parse(None).unwrap_err();
        assert_eq!(
            (problem.code, problem.field),
            (Code::CodeMalformed, Some(Field::Code))
        );
    }
}
