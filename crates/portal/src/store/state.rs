//! All that the in-memory store holds, as one value that can be saved and loaded.

use super::{Changes, Row, RowChanges};
use crate::{
    records::{
        AccountId, AccountRecord, Aggregate, AppPasswordRecord, AttemptWindow, AttemptsId, Event,
        IdempotencyRecord, KeyedDigest, SessionRecord, TrustedDeviceRecord,
    },
    rules::name::fold,
};
use contract::{AppPasswordId, Delivery, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most events that are kept.
const EVENTS: usize = 50;

/// Accounts, sessions, app passwords. Made of builders for scenarios; saved as JSON by the
/// prototype.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct State {
    /// [`State::VERSION`] when it was made: a saved state of another version is thrown away.
    pub version: u32,
    /// By id.
    pub accounts: BTreeMap<AccountId, AccountRecord>,
    /// In the order in which they were opened.
    pub sessions: Vec<SessionRecord>,
    /// In the order in which they were trusted.
    pub trusted_devices: Vec<TrustedDeviceRecord>,
    /// In the order in which they were made.
    pub app_passwords: Vec<AppPasswordRecord>,
    /// In the order in which they were first used.
    pub idempotency: Vec<IdempotencyRecord>,
    /// Password tries.
    pub attempts: BTreeMap<AttemptsId, AttemptWindow>,
    /// The newest events, the newest last.
    pub events: Vec<Event>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            version: Self::VERSION,
            accounts: BTreeMap::new(),
            sessions: Vec::new(),
            trusted_devices: Vec::new(),
            app_passwords: Vec::new(),
            idempotency: Vec::new(),
            attempts: BTreeMap::new(),
            events: Vec::new(),
        }
    }
}

impl State {
    /// The shape of this type; another number for every change of it.
    pub const VERSION: u32 = 4;

    /// Adds an account.
    #[must_use]
    pub fn with_account(mut self, account: AccountRecord) -> Self {
        self.accounts.insert(account.id.clone(), account);
        self
    }

    /// Adds an app password that its owner has kept, and that no password opens: rows for a list.
    /// The account's first visit is over by that.
    #[must_use]
    pub fn with_app_password(self, email: &str, name: &str, created_at: Timestamp) -> Self {
        // no key has this name, so no password matches; unique, as a database asks
        let nobodys = KeyedDigest {
            key_id: String::new(),
            hex: self.app_passwords.len().to_string(),
        };
        self.with_working_app_password(email, name, created_at, nobodys)
    }

    /// Adds an app password that works; the digest comes from
    /// [`crate::ServerKeys::app_password_digest`].
    #[must_use]
    pub fn with_working_app_password(
        mut self,
        email: &str,
        name: &str,
        created_at: Timestamp,
        digest: KeyedDigest,
    ) -> Self {
        let account = AccountId::of(email);
        if let Some(account) = self.accounts.get_mut(&account) {
            account.had_app_passwords = true;
        }
        self.app_passwords.push(AppPasswordRecord {
            id: AppPasswordId(format!("made-up-{}", self.app_passwords.len() + 1)),
            account,
            name: name.to_owned(),
            folded_name: fold(name),
            created_at,
            delivery: Delivery::Closed,
            digest,
            deleted_at: None,
        });
        self
    }

    /// Sets how far the password of the newest row was delivered: [`Delivery::Shown`] gives "cannot be
    /// shown again: delete it or make another".
    #[must_use]
    pub fn with_delivery(mut self, delivery: Delivery) -> Self {
        if let Some(row) = self.app_passwords.last_mut() {
            row.delivery = delivery;
        }
        self
    }

    /// An account with all that belongs to it.
    pub(super) fn load(&self, account: &AccountId) -> Option<Aggregate> {
        Some(Aggregate {
            account: self.accounts.get(account)?.clone(),
            sessions: of_account(&self.sessions, account),
            trusted_devices: of_account(&self.trusted_devices, account),
            app_passwords: of_account(&self.app_passwords, account),
            idempotency: of_account(&self.idempotency, account),
            events: Vec::new(),
        })
    }

    /// Writes what changed of an account.
    pub(super) fn save(&mut self, account: &AccountId, changes: Changes) {
        if let Some(changed) = changes.account {
            self.accounts.insert(account.clone(), changed);
        }
        apply(&mut self.sessions, account, changes.sessions);
        apply(&mut self.trusted_devices, account, changes.trusted_devices);
        apply(&mut self.app_passwords, account, changes.app_passwords);
        apply(&mut self.idempotency, account, changes.idempotency);
        self.events.extend(changes.events);
        let too_many = self.events.len().saturating_sub(EVENTS);
        self.events.drain(..too_many);
    }
}

fn of_account<R: Row>(rows: &[R], account: &AccountId) -> Vec<R> {
    let own = rows.iter().filter(|row| row.account() == account);
    own.cloned().collect()
}

fn apply<R: Row>(rows: &mut Vec<R>, account: &AccountId, changes: RowChanges<R>) {
    rows.retain(|row| row.account() != account || !changes.removed.contains(row.key()));
    for saved in changes.saved {
        let same = |row: &&mut R| row.account() == account && row.key() == saved.key();
        match rows.iter_mut().find(same) {
            Some(row) => *row = saved,
            None => rows.push(saved),
        }
    }
}
