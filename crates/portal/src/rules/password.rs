//! The app password itself: generated, never chosen.

use super::digest::{self, Digests};
use crate::{keys::ServerKeys, ports::Random, records::KeyedDigest};
use contract::{
    Secret,
    form::characters::{is_filling, is_invisible},
    limits::APP_PASSWORD_LENGTH,
};
use zeroize::Zeroize;

/// The largest multiple of 26 in a byte: bytes from here on are thrown away, so that every letter
/// is equally likely.
const FAIR: u8 = 234;

/// 16 letters a-z: 75 bits.
#[must_use]
pub fn generate(random: &dyn Random) -> Secret {
    // The capacity is right from the start: growing would leave copies in freed memory.
    let mut text = String::with_capacity(APP_PASSWORD_LENGTH);
    let mut bytes = [0; 32];
    while text.len() < APP_PASSWORD_LENGTH {
        random.fill(&mut bytes);
        let missing = APP_PASSWORD_LENGTH - text.len();
        let fair = bytes.iter().filter(|byte| **byte < FAIR).take(missing);
        text.extend(fair.map(|byte| char::from(b'a' + byte % 26)));
    }
    bytes.zeroize();
    Secret::new(text)
}

/// What a person or a mail application typed, without blanks, dashes, dots, characters that show
/// nothing, and letter case.
#[must_use]
pub fn normalise(typed: &Secret) -> Secret {
    let mut text = String::with_capacity(typed.expose().len());
    text.extend(
        typed
            .expose()
            .chars()
            .filter(|character| !is_filling(*character) && !is_invisible(*character))
            .map(|character| character.to_ascii_lowercase()),
    );
    Secret::new(text)
}

/// The digests under which an app password is found.
#[must_use]
pub fn digests(keys: &ServerKeys, typed: &Secret) -> Digests {
    digest::digests(keys, "app-password", &normalise(typed))
}

impl ServerKeys {
    /// What the store keeps in place of an app password, for an operator's import and for made-up
    /// data. Spaces, hyphens and letter case do not matter.
    #[must_use]
    pub fn app_password_digest(&self, password: &Secret) -> KeyedDigest {
        digests(self, password).current().clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU8, Ordering};

    struct Counting(AtomicU8);

    impl Random for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            for byte in bytes {
                *byte = self.0.fetch_add(1, Ordering::Relaxed);
            }
        }
    }

    #[test]
    fn a_password_is_sixteen_letters_and_every_letter_is_equally_likely() {
        let mut seen = [0_u32; 26];
        for start in 0..=u8::MAX {
            let random = Counting(AtomicU8::new(start));
            let password = generate(&random);
            assert_eq!(password.expose().len(), 16);
            assert!(
                password
                    .expose()
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase())
            );
            let first = password.expose().as_bytes()[0];
            if start < FAIR {
                seen[usize::from(first - b'a')] += 1;
            } else {
                assert_eq!(first, b'a', "unfair bytes are thrown away, not folded back");
            }
        }
        assert!(seen.iter().all(|count| *count == 9), "{seen:?}");
    }

    #[test]
    fn a_password_typed_with_gaps_hyphens_or_capitals_still_works() {
        for typed in [
            "abcdefgh",
            "abcd efgh",
            "ABCD-EFGH",
            "abcd\u{A0}efgh",
            " ab cd\u{2010}ef gh\n",
            "\u{FEFF}abcd\u{200B}ef\u{AD}gh",
            "abcd\u{2212}efgh.",
        ] {
            assert_eq!(normalise(&Secret::new(typed.into())).expose(), "abcdefgh");
        }
    }
}
