//! Digests, as they are stored. [`crate::rules`] makes them.

use serde::{Deserialize, Serialize};
use std::fmt;
use subtle::ConstantTimeEq;

/// HMAC-SHA-256 of a secret under a server key, and the name of that key. `==` is for finding what
/// changed; a secret is judged with [`KeyedDigest::matches`].
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// SHA-256 of a session or trusted-device token, in hexadecimal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TokenDigest(String);

impl TokenDigest {
    /// From a column of a database.
    #[must_use]
    pub const fn from_hex(hex: String) -> Self {
        Self(hex)
    }

    /// For a column of a database.
    #[must_use]
    pub fn as_hex(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for TokenDigest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TokenDigest(hidden)")
    }
}
