//! The key of an authenticator app at rest.

use contract::Secret;
use serde::{Deserialize, Serialize};

/// A key of an authenticator app as [`crate::Sealer::seal`] left it. Only the sealer that made it
/// opens it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SealedKey(Secret);

impl SealedKey {
    /// What a sealer stores, as text.
    #[must_use]
    pub const fn new(text: Secret) -> Self {
        Self(text)
    }

    /// What a sealer stored.
    #[must_use]
    pub const fn text(&self) -> &Secret {
        &self.0
    }
}
