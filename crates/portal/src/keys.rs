//! The server's keys for digests of app passwords and codes.

use contract::Secret;

/// The current server key and the one before it. Losing the current key ends every app password:
/// back it up.
#[derive(Clone, Debug)]
pub struct ServerKeys {
    /// New digests are made with this one.
    pub current: ServerKey,
    /// Digests made with this one are still accepted, so that keys can be rotated.
    pub previous: Option<ServerKey>,
}

impl ServerKeys {
    /// One key and none before it.
    #[must_use]
    pub const fn only(current: ServerKey) -> Self {
        Self {
            current,
            previous: None,
        }
    }
}

/// A key of HMAC-SHA-256 with its name. Rows carry the name, never the key.
#[derive(Clone, Debug)]
pub struct ServerKey {
    /// The key's name; another for every key ever used.
    pub id: String,
    /// The key: 32 random bytes in any text form. Its bytes are used as they are.
    pub secret: Secret,
}

impl ServerKey {
    /// A key and its name.
    #[must_use]
    pub fn new(id: impl Into<String>, secret: Secret) -> Self {
        Self {
            id: id.into(),
            secret,
        }
    }
}
