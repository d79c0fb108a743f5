//! The slow hash of account passwords.

use super::BoxFuture;
use contract::Secret;

/// The slow hash of account passwords (Argon2id on a server). A port, so that its cost stays out of
/// the browser tab; a future, so that a server can run it on a thread of its own.
pub trait PasswordHasher: Send + Sync {
    /// Makes the hash that is stored in [`crate::AccountRecord::password_hash`], salt included.
    fn hash<'a>(&'a self, password: &'a Secret) -> BoxFuture<'a, Secret>;

    /// Whether `password` is the one that was hashed. `None` means that there is no such account:
    /// take as long as for a real hash, then answer [`PasswordCheck::WRONG`], so that time does not
    /// tell which accounts exist.
    fn verify<'a>(
        &'a self,
        password: &'a Secret,
        hash: Option<&'a Secret>,
    ) -> BoxFuture<'a, PasswordCheck>;
}

/// What a hash says of a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordCheck {
    /// Whether it is the one that was hashed.
    pub right: bool,
    /// Whether the hash was made with weaker parameters than today's. The portal then hashes a right
    /// password again and stores the new hash.
    pub needs_rehash: bool,
}

impl PasswordCheck {
    /// The right password, hashed as today.
    pub const RIGHT: Self = Self {
        right: true,
        needs_rehash: false,
    };
    /// Another password, or no such account.
    pub const WRONG: Self = Self {
        right: false,
        needs_rehash: false,
    };

    /// [`Self::RIGHT`] or [`Self::WRONG`].
    #[must_use]
    pub const fn of(right: bool) -> Self {
        if right { Self::RIGHT } else { Self::WRONG }
    }
}
