//! The encryption of authenticator keys at rest.

use crate::records::{AccountId, SealedKey};
use contract::Secret;

/// Encrypts the keys of authenticator apps before they are stored. On a server: authenticated
/// encryption (AEAD) under a key of its own, with the account's id as associated data, so that a
/// backup without that key opens nothing and a row moved to another account opens nothing either.
pub trait Sealer: Send + Sync {
    /// Encrypts a key in Base32.
    fn seal(&self, account: &AccountId, key: &Secret) -> SealedKey;

    /// Decrypts a key. None if this sealer did not make it, or made it for another account: the
    /// account's app codes are then refused.
    fn open(&self, account: &AccountId, sealed: &SealedKey) -> Option<Secret>;
}

/// Encrypts nothing. For the browser tab and for tests, whose made-up accounts protect nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainSealer;

impl Sealer for PlainSealer {
    fn seal(&self, _: &AccountId, key: &Secret) -> SealedKey {
        SealedKey::new(key.clone())
    }

    fn open(&self, _: &AccountId, sealed: &SealedKey) -> Option<Secret> {
        Some(sealed.text().clone())
    }
}
