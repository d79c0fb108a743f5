//! App passwords and the idempotency of making them.

use crate::rules::digest::KeyedDigest;
use contract::{AppPassword, AppPasswordId, Delivery, Timestamp};
use serde::{Deserialize, Serialize};

/// One app password. The password itself is nowhere.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AppPasswordRecord {
    /// For paths.
    pub id: String,
    /// The account's id.
    pub account: String,
    /// The name its owner gave.
    pub name: String,
    /// The name for comparing; unique per account.
    pub folded_name: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// How far its showing came.
    pub delivery: Delivery,
    /// What a mail application's password is compared with; unique, and a database's index.
    pub digest: KeyedDigest,
}

impl AppPasswordRecord {
    /// The row of the list.
    #[must_use]
    pub fn public(&self) -> AppPassword {
        AppPassword {
            id: AppPasswordId(self.id.clone()),
            name: self.name.clone(),
            created_at: self.created_at,
            delivery: self.delivery,
        }
    }
}

/// What an Idempotency-Key was used for, remembered for 10 minutes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct IdempotencyRecord {
    /// The account's id.
    pub account: String,
    /// What was made.
    pub made: Made,
    /// The row that was made.
    pub app_password: String,
    /// The newest attempt seen.
    pub attempt: u32,
    /// When the key was first used.
    pub first_used_at: Timestamp,
}

/// What a key is bound to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Made {
    /// The automatic first one; its name holds the time, so it cannot be compared.
    Initial,
    /// One with this folded name.
    Named(String),
}
