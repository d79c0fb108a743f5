//! Counted attempts: wrong codes of an account, and password tries that belong to no account.

use contract::Timestamp;
use serde::{Deserialize, Serialize};

/// Timestamps of recent attempts, the newest last. [`crate::rules::rate_limit`] says which count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AttemptWindow(pub Vec<Timestamp>);

/// What attempts are counted for: a keyed digest, so that what was typed is not stored and every row
/// has the same size.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AttemptsId(String);

impl AttemptsId {
    /// From a column of a database, or from a digest.
    #[must_use]
    pub const fn new(hex: String) -> Self {
        Self(hex)
    }

    /// For a column of a database.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
