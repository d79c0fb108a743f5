//! App passwords and the idempotency of making them.

use super::{AccountId, KeyedDigest};
use contract::{AppPassword, AppPasswordId, Delivery, Timestamp};
use serde::{Deserialize, Serialize};

/// One app password. The password itself is not stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppPasswordRecord {
    /// For paths.
    pub id: AppPasswordId,
    /// The account.
    pub account: AccountId,
    /// The name its owner gave.
    pub name: String,
    /// The name for comparing; unique among an account's rows that are not deleted.
    pub folded_name: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// How far its password was delivered.
    pub delivery: Delivery,
    /// What a mail application's password is compared with; unique, and a database's index.
    pub digest: KeyedDigest,
    /// When its owner deleted it, if that can still be undone ([`crate::rules::undo`]). Such a row
    /// counts for nothing but the undo: no list, no limit, no sign-in.
    pub deleted_at: Option<Timestamp>,
}

impl AppPasswordRecord {
    /// Whether it is not deleted.
    #[must_use]
    pub const fn is_active(&self) -> bool {
        self.deleted_at.is_none()
    }

    /// The row of the list.
    #[must_use]
    pub fn public(&self) -> AppPassword {
        AppPassword {
            id: self.id.clone(),
            name: self.name.clone(),
            created_at: self.created_at,
            delivery: self.delivery,
        }
    }
}

/// What an Idempotency-Key was used for, remembered for 10 minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdempotencyRecord {
    /// The key; unique within the account.
    pub key: String,
    /// The account.
    pub account: AccountId,
    /// What it was used for.
    pub used_for: UsedFor,
    /// The row that was made.
    pub app_password: AppPasswordId,
    /// The newest attempt seen.
    pub attempt: u32,
    /// When the key was first used.
    pub first_used_at: Timestamp,
}

/// What a key is bound to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UsedFor {
    /// The automatic first one; its name holds the time, so it cannot be compared.
    Initial,
    /// One with this folded name.
    Named(String),
}
