//! HMAC-SHA-256 under a server key: what the store keeps in place of app passwords and codes.
//! No slow hash is needed for 75 random bits (design decision 7), and six digits are safe only
//! while the key is.

use super::stack;
use crate::settings::{ServerKey, ServerKeys};
use contract::Secret;
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::fmt;
use subtle::ConstantTimeEq;

/// A digest and the name of the key that made it.
#[derive(Clone, Serialize, Deserialize)]
pub struct KeyedDigest {
    /// The key's name.
    pub key_id: String,
    /// The digest, in hexadecimal.
    pub hex: String,
}

impl KeyedDigest {
    /// Compares in constant time.
    #[must_use]
    pub fn matches(&self, other: &Self) -> bool {
        self.key_id == other.key_id && self.hex.as_bytes().ct_eq(other.hex.as_bytes()).into()
    }
}

impl fmt::Debug for KeyedDigest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "KeyedDigest(key {}, hidden)", self.key_id)
    }
}

/// The digests of one text under the current and the previous key.
#[derive(Clone, Debug)]
pub struct Digests {
    /// New rows keep this one.
    pub current: KeyedDigest,
    /// Old rows may still hold this one.
    pub previous: Option<KeyedDigest>,
}

impl Digests {
    /// Whether a stored digest is of the same text.
    #[must_use]
    pub fn contain(&self, stored: &KeyedDigest) -> bool {
        let previous = self.previous.as_ref();
        self.current.matches(stored) || previous.is_some_and(|digest| digest.matches(stored))
    }
}

/// Digests `text`. `purpose` keeps a digest made for one thing from counting for another.
#[must_use]
pub fn digests(keys: &ServerKeys, purpose: &str, text: &Secret) -> Digests {
    Digests {
        current: digest(&keys.current, purpose, text),
        previous: keys.previous.as_ref().map(|key| digest(key, purpose, text)),
    }
}

fn digest(key: &ServerKey, purpose: &str, text: &Secret) -> KeyedDigest {
    let digest = keyed(key, purpose, text);
    stack::overwrite();
    digest
}

#[inline(never)]
fn keyed(key: &ServerKey, purpose: &str, text: &Secret) -> KeyedDigest {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.secret.expose().as_bytes()) else {
        unreachable!("HMAC takes a key of any length (RFC 2104)")
    };
    mac.update(purpose.as_bytes());
    mac.update(&[0]);
    mac.update(text.expose().as_bytes());
    KeyedDigest {
        key_id: key.id.clone(),
        hex: HEXLOWER.encode(&mac.finalize().into_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(id: &str) -> ServerKey {
        ServerKey::new(id, Secret::new(format!("the secret of {id}")))
    }

    #[test]
    fn a_rotated_key_keeps_the_old_passwords_working() {
        let text = Secret::new("abcd".into());
        let old = digests(&ServerKeys::only(key("1")), "app-password", &text).current;
        let keys = ServerKeys {
            current: key("2"),
            previous: Some(key("1")),
        };
        assert!(digests(&keys, "app-password", &text).contain(&old));
        assert!(!digests(&keys, "code", &text).contain(&old));
        assert!(!digests(&ServerKeys::only(key("2")), "app-password", &text).contain(&old));
    }

    #[test]
    fn debug_shows_no_digest() {
        let digest = digests(
            &ServerKeys::only(key("1")),
            "code",
            &Secret::new("1".into()),
        )
        .current;
        assert!(!format!("{digest:?}").contains(&digest.hex));
    }
}
