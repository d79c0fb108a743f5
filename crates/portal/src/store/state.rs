//! All that the in-memory store holds, as one value that can be saved and loaded.

use super::{
    AccountRecord, AppPasswordRecord, IdempotencyRecord, SessionRecord, TrustedDeviceRecord,
};
use crate::rules::{digest::KeyedDigest, guesses::Guesses, name::fold, token::TokenDigest};
use contract::{Delivery, Timestamp, form};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Accounts, sessions, app passwords. Made of builders for scenarios; saved as JSON by the
/// prototype.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct State {
    /// [`State::VERSION`] when it was made: a saved state of another version is thrown away.
    pub version: u32,
    /// By id.
    pub accounts: BTreeMap<String, AccountRecord>,
    /// By the digest of their token.
    pub sessions: BTreeMap<TokenDigest, SessionRecord>,
    /// By the digest of their token.
    pub trusted_devices: BTreeMap<TokenDigest, TrustedDeviceRecord>,
    /// In the order in which they were made.
    pub app_passwords: Vec<AppPasswordRecord>,
    /// By Idempotency-Key.
    pub idempotency: BTreeMap<String, IdempotencyRecord>,
    /// Password tries, by account and address.
    pub attempts: BTreeMap<String, Guesses>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            version: Self::VERSION,
            accounts: BTreeMap::new(),
            sessions: BTreeMap::new(),
            trusted_devices: BTreeMap::new(),
            app_passwords: Vec::new(),
            idempotency: BTreeMap::new(),
            attempts: BTreeMap::new(),
        }
    }
}

impl State {
    /// The shape of this type; another number for every change of it.
    pub const VERSION: u32 = 2;

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
        let nobodys = KeyedDigest {
            key_id: String::new(),
            hex: String::new(),
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
        let account = form::email::fold(email);
        if let Some(account) = self.accounts.get_mut(&account) {
            account.had_app_passwords = true;
        }
        self.app_passwords.push(AppPasswordRecord {
            id: format!("made-up-{}", self.app_passwords.len() + 1),
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

    /// Sets how far the showing of the newest row came: [`Delivery::Shown`] gives "cannot be
    /// shown again: delete it or make another".
    #[must_use]
    pub fn with_delivery(mut self, delivery: Delivery) -> Self {
        if let Some(row) = self.app_passwords.last_mut() {
            row.delivery = delivery;
        }
        self
    }
}
