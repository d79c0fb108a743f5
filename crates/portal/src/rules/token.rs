//! Session and trusted-device tokens, and ids: random, and only their hash is stored.

use crate::{ports::Random, records::TokenDigest};
use contract::Secret;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use sha2::{Digest, Sha256};
use zeroize::Zeroize;

/// The digest of the token in a cookie. 256 random bits need neither key nor salt.
#[must_use]
pub fn digest(token: &Secret) -> TokenDigest {
    TokenDigest::from_hex(HEXLOWER.encode(&Sha256::digest(token.expose().as_bytes())))
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
