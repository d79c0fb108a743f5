//! HMAC-SHA-256 under a server key: what the store keeps in place of app passwords and codes.
//! No slow hash is needed for 75 random bits (docs/decisions.md, 7), and six digits are safe only
//! while the key is.

use super::stack;
use crate::{
    keys::{ServerKey, ServerKeys},
    records::KeyedDigest,
};
use contract::Secret;
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The digests of one text under every server key, the current one first.
#[derive(Clone, Debug)]
pub struct Digests(Vec<KeyedDigest>);

impl Digests {
    /// Under the current key: new rows keep this one.
    #[must_use]
    pub fn current(&self) -> &KeyedDigest {
        &self.0[0]
    }

    /// Under every key, for a look-up.
    #[must_use]
    pub fn all(&self) -> &[KeyedDigest] {
        &self.0
    }

    /// Whether a stored digest is of the same text.
    #[must_use]
    pub fn contain(&self, stored: &KeyedDigest) -> bool {
        self.0.iter().any(|digest| digest.matches(stored))
    }
}

/// Digests `text`. `purpose` keeps a digest made for one thing from counting for another.
#[must_use]
pub fn digests(keys: &ServerKeys, purpose: &str, text: &Secret) -> Digests {
    let keys = std::iter::once(&keys.current).chain(&keys.previous);
    Digests(keys.map(|key| digest(key, purpose, text)).collect())
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
        let old = digests(&ServerKeys::only(key("1")), "app-password", &text);
        let old = old.current();
        let keys = ServerKeys {
            current: key("2"),
            previous: Some(key("1")),
        };
        assert!(digests(&keys, "app-password", &text).contain(old));
        assert!(!digests(&keys, "code", &text).contain(old));
        assert!(!digests(&ServerKeys::only(key("2")), "app-password", &text).contain(old));
    }

    #[test]
    fn debug_shows_no_digest() {
        let digests = digests(
            &ServerKeys::only(key("1")),
            "code",
            &Secret::new("1".into()),
        );
        let digest = digests.current();
        assert!(!format!("{digest:?}").contains(&digest.hex));
    }
}
