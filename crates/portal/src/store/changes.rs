//! What a unit of work changed, row by row: all that a database has to write.

use crate::records::{
    AccountId, AccountRecord, Aggregate, AppPasswordRecord, Event, IdempotencyRecord, SessionId,
    SessionRecord, TokenDigest, TrustedDeviceRecord,
};
use contract::AppPasswordId;

/// A row of an account, with the key that names it within the account.
pub trait Row: PartialEq + Clone {
    /// The key's type.
    type Key: PartialEq + Clone;

    /// The account it belongs to.
    fn account(&self) -> &AccountId;

    /// The key; it never changes.
    fn key(&self) -> &Self::Key;
}

impl Row for SessionRecord {
    type Key = SessionId;

    fn account(&self) -> &AccountId {
        &self.account
    }

    fn key(&self) -> &SessionId {
        &self.id
    }
}

impl Row for TrustedDeviceRecord {
    type Key = TokenDigest;

    fn account(&self) -> &AccountId {
        &self.account
    }

    fn key(&self) -> &TokenDigest {
        &self.token
    }
}

impl Row for AppPasswordRecord {
    type Key = AppPasswordId;

    fn account(&self) -> &AccountId {
        &self.account
    }

    fn key(&self) -> &AppPasswordId {
        &self.id
    }
}

impl Row for IdempotencyRecord {
    type Key = String;

    fn account(&self) -> &AccountId {
        &self.account
    }

    fn key(&self) -> &String {
        &self.key
    }
}

/// What changed among the rows of one kind.
#[derive(Clone, Debug)]
pub struct RowChanges<R: Row> {
    /// New or different: to insert, or to update by their key. New ones are in the order in which
    /// they were made.
    pub saved: Vec<R>,
    /// Gone: to delete.
    pub removed: Vec<R::Key>,
}

impl<R: Row> RowChanges<R> {
    fn between(before: &[R], after: Vec<R>) -> Self {
        let is_kept = |row: &&R| after.iter().any(|kept| kept.key() == row.key());
        let gone = before.iter().filter(|row| !is_kept(row));
        let removed = gone.map(|row| row.key().clone()).collect();
        let is_new = |row: &R| !before.contains(row);
        let saved = after.into_iter().filter(is_new).collect();
        Self { saved, removed }
    }
}

/// What a unit of work changed.
#[derive(Clone, Debug)]
pub struct Changes {
    /// The account, if it changed.
    pub account: Option<AccountRecord>,
    /// Its sessions.
    pub sessions: RowChanges<SessionRecord>,
    /// Its trusted devices.
    pub trusted_devices: RowChanges<TrustedDeviceRecord>,
    /// Its app passwords.
    pub app_passwords: RowChanges<AppPasswordRecord>,
    /// Its Idempotency-Keys.
    pub idempotency: RowChanges<IdempotencyRecord>,
    /// What happened, to append.
    pub events: Vec<Event>,
}

impl Changes {
    /// What is different after a unit of work.
    #[must_use]
    pub fn between(before: &Aggregate, after: Aggregate) -> Self {
        Self {
            account: (before.account != after.account).then_some(after.account),
            sessions: RowChanges::between(&before.sessions, after.sessions),
            trusted_devices: RowChanges::between(&before.trusted_devices, after.trusted_devices),
            app_passwords: RowChanges::between(&before.app_passwords, after.app_passwords),
            idempotency: RowChanges::between(&before.idempotency, after.idempotency),
            events: after.events,
        }
    }
}
