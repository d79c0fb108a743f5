//! Session and trusted-device tokens, and ids: random, and only their hash is stored.

use crate::ports::Random;
use contract::Secret;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use zeroize::Zeroize;

/// SHA-256 of a token, in hexadecimal. 256 random bits need neither key nor salt.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TokenDigest(String);

impl TokenDigest {
    /// The digest of the token in a cookie.
    #[must_use]
    pub fn of(token: &Secret) -> Self {
        Self(HEXLOWER.encode(&Sha256::digest(token.expose().as_bytes())))
    }

    /// In hexadecimal, for a column of a database.
    #[must_use]
    pub fn as_hex(&self) -> &str {
        &self.0
    }

    /// From a column of a database.
    #[must_use]
    pub const fn from_hex(hex: String) -> Self {
        Self(hex)
    }
}

impl fmt::Debug for TokenDigest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TokenDigest(hidden)")
    }
}

/// A new token of 256 random bits, fit for a cookie.
#[must_use]
pub fn generate(random: &dyn Random) -> Secret {
    let mut bytes = [0; 32];
    random.fill(&mut bytes);
    let token = Secret::new(BASE64URL_NOPAD.encode(&bytes));
    bytes.zeroize();
    token
}

/// A new id of 128 random bits, in hexadecimal.
#[must_use]
pub fn id(random: &dyn Random) -> String {
    let mut bytes = [0; 16];
    random.fill(&mut bytes);
    HEXLOWER.encode(&bytes)
}
