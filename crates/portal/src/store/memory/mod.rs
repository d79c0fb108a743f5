//! The store of the browser tab and of tests: one [`State`] under one lock, so that every
//! operation is atomic.

mod app_passwords;
mod second_factor;
mod security;
mod sessions;

use super::{
    AccountRecord, AppPasswordRecord, NewSession, NextTokens, Outcome, Ruled, SessionView, State,
    Store, StoreError,
};
use crate::rules::{
    app_passwords::NewAppPassword,
    challenge::{Answer, Seed},
    digest::Digests,
    security as rules,
    token::TokenDigest,
};
use contract::{Delivery, Method, PhoneSlot, Secret, Timestamp};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Cheap to clone; all clones are one store.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore(Arc<Mutex<State>>);

impl MemoryStore {
    /// Takes a state over.
    #[must_use]
    pub fn new(state: State) -> Self {
        Self(Arc::new(Mutex::new(state)))
    }

    /// All that is held now.
    #[must_use]
    pub fn snapshot(&self) -> State {
        self.lock().clone()
    }

    /// No operation leaves a state half written, so a panic elsewhere does not spoil it.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for MemoryStore {
    async fn find_account(&self, id: &str) -> Result<Option<AccountRecord>, StoreError> {
        Ok(self.lock().accounts.get(id).cloned())
    }

    async fn record_attempt(&self, who: &str, now: Timestamp) -> Ruled<()> {
        Ok(self.lock().record_attempt(who, now))
    }

    async fn clear_attempts(&self, who: &str) -> Result<(), StoreError> {
        self.lock().attempts.remove(who);
        Ok(())
    }

    async fn open_session(&self, new: NewSession, now: Timestamp) -> Ruled<SessionView> {
        Ok(self.lock().open_session(new, now))
    }

    async fn use_session(
        &self,
        token: &TokenDigest,
        now: Timestamp,
    ) -> Result<Option<SessionView>, StoreError> {
        Ok(self.lock().use_session(token, now))
    }

    async fn close_session(&self, token: &TokenDigest) -> Result<(), StoreError> {
        self.lock().sessions.remove(token);
        Ok(())
    }

    async fn restart_challenge(
        &self,
        token: &TokenDigest,
        method: Method,
        seed: Seed,
        now: Timestamp,
    ) -> Ruled<SessionView> {
        Ok(self.lock().restart_challenge(token, method, seed, now))
    }

    async fn report_undelivered(
        &self,
        token: &TokenDigest,
        challenge: &str,
    ) -> Result<(), StoreError> {
        self.lock().report_undelivered(token, challenge);
        Ok(())
    }

    async fn answer_challenge(
        &self,
        token: &TokenDigest,
        answer: Answer,
        next: NextTokens,
        now: Timestamp,
    ) -> Ruled<SessionView> {
        Ok(self.lock().answer_challenge(token, &answer, next, now))
    }

    async fn record_outcome(
        &self,
        challenge: &str,
        outcome: Outcome,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        Ok(self.lock().record_outcome(challenge, outcome, now))
    }

    async fn set_preferred(&self, account: &str, method: Method) -> Ruled<AccountRecord> {
        Ok(self
            .lock()
            .change(account, |account| rules::set_preferred(account, method)))
    }

    async fn start_verification(
        &self,
        account: &str,
        new: rules::NewVerification,
        now: Timestamp,
    ) -> Ruled<()> {
        let mut state = self.lock();
        let changed = state.change(account, |account| {
            rules::start_verification(account, new, now)
        });
        Ok(changed.map(|_| ()))
    }

    async fn cancel_verification(&self, account: &str, id: &str) -> Result<(), StoreError> {
        if let Some(account) = self.lock().accounts.get_mut(account) {
            rules::undeliverable(account, id);
        }
        Ok(())
    }

    async fn confirm_phone(
        &self,
        token: &TokenDigest,
        code: Digests,
        next: TokenDigest,
        now: Timestamp,
    ) -> Ruled<SessionView> {
        let confirm = |account: &mut AccountRecord| rules::confirm_phone(account, &code, now);
        Ok(self.lock().confirm(token, &next, now, confirm))
    }

    async fn remove_phone(&self, account: &str, slot: PhoneSlot) -> Ruled<AccountRecord> {
        Ok(self
            .lock()
            .change(account, |account| rules::remove_phone(account, slot)))
    }

    async fn start_authenticator(&self, account: &str, key: Secret) -> Ruled<()> {
        let mut state = self.lock();
        let changed = state.change(account, |account| {
            account.pending_authenticator = Some(key);
            Ok(())
        });
        Ok(changed.map(|_| ()))
    }

    async fn confirm_authenticator(
        &self,
        token: &TokenDigest,
        code: Secret,
        next: TokenDigest,
        now: Timestamp,
    ) -> Ruled<SessionView> {
        let confirm =
            |account: &mut AccountRecord| rules::confirm_authenticator(account, &code, now);
        Ok(self.lock().confirm(token, &next, now, confirm))
    }

    async fn remove_authenticator(&self, account: &str) -> Ruled<AccountRecord> {
        Ok(self.lock().change(account, rules::remove_authenticator))
    }

    async fn count_trusted_devices(
        &self,
        account: &str,
        now: Timestamp,
    ) -> Result<u32, StoreError> {
        Ok(self.lock().count_trusted_devices(account, now))
    }

    async fn forget_trusted_devices(&self, account: &str) -> Result<(), StoreError> {
        self.lock()
            .trusted_devices
            .retain(|_, device| device.account != account);
        Ok(())
    }

    async fn app_passwords(&self, account: &str) -> Result<Vec<AppPasswordRecord>, StoreError> {
        Ok(self.lock().list_app_passwords(account))
    }

    async fn create_if_below_limit(
        &self,
        account: &str,
        new: NewAppPassword,
        now: Timestamp,
    ) -> Ruled<AppPasswordRecord> {
        Ok(self.lock().create_if_below_limit(account, &new, now))
    }

    async fn report_delivery(
        &self,
        account: &str,
        id: &str,
        delivery: Delivery,
    ) -> Result<bool, StoreError> {
        Ok(self.lock().report_delivery(account, id, delivery))
    }

    async fn delete_and_report(
        &self,
        account: &str,
        id: &str,
        now: Timestamp,
    ) -> Result<Option<AppPasswordRecord>, StoreError> {
        Ok(self.lock().delete_and_report(account, id, now))
    }

    async fn restore_app_password(
        &self,
        account: &str,
        id: &str,
        limit: usize,
        now: Timestamp,
    ) -> Ruled<AppPasswordRecord> {
        Ok(self.lock().restore_app_password(account, id, limit, now))
    }

    async fn sign_in_with_app_password(
        &self,
        account: &str,
        password: Digests,
    ) -> Result<Option<AppPasswordRecord>, StoreError> {
        Ok(self.lock().sign_in_with_app_password(account, password))
    }
}
