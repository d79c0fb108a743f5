//! The store of the browser tab and of tests: one [`State`] under one lock.

use super::{Changes, Ruling, State, Store, StoreError};
use crate::{
    operations,
    records::{
        AccountId, Aggregate, AttemptWindow, AttemptsId, ChallengeId, KeyedDigest, SessionView,
        TokenDigest,
    },
    rules::sign_in::PASSWORD_LIMIT,
};
use contract::{Problem, Timestamp};
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

    /// A unit of work is saved after it ran, so a panic in it does not spoil the state.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for MemoryStore {
    async fn change<T: Send>(
        &self,
        account: &AccountId,
        work: impl FnOnce(&mut Aggregate) -> Result<T, Problem> + Send,
    ) -> Ruling<T> {
        let mut state = self.lock();
        Ok(match state.load(account) {
            None => Err(Problem::new(contract::Code::NoSession)),
            Some(before) => {
                let mut after = before.clone();
                let outcome = work(&mut after);
                state.save(account, Changes::between(&before, after));
                outcome
            }
        })
    }

    async fn read<T: Send>(
        &self,
        account: &AccountId,
        look: impl FnOnce(&Aggregate) -> T + Send,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.lock().load(account).as_ref().map(look))
    }

    async fn session(&self, token: &TokenDigest) -> Result<Option<SessionView>, StoreError> {
        let state = self.lock();
        let mut sessions = state.sessions.iter();
        let session = sessions.find(|session| session.token == *token);
        Ok(session.and_then(|session| {
            let account = state.accounts.get(&session.account)?;
            Some(SessionView::of(session, account))
        }))
    }

    async fn account_of_challenge(
        &self,
        challenge: &ChallengeId,
    ) -> Result<Option<AccountId>, StoreError> {
        let state = self.lock();
        let mut sessions = state.sessions.iter();
        let session = sessions.find(|session| {
            let second = session.second_factor.as_ref();
            second.is_some_and(|second| second.challenge.id == *challenge)
        });
        Ok(session.map(|session| session.account.clone()))
    }

    async fn account_of_app_password(
        &self,
        digests: &[KeyedDigest],
    ) -> Result<Option<AccountId>, StoreError> {
        let state = self.lock();
        let mut rows = state.app_passwords.iter();
        let row = rows.find(|row| digests.iter().any(|digest| digest.matches(&row.digest)));
        Ok(row.map(|row| row.account.clone()))
    }

    async fn change_attempts<T: Send>(
        &self,
        id: &AttemptsId,
        work: impl FnOnce(&mut AttemptWindow) -> Result<T, Problem> + Send,
    ) -> Ruling<T> {
        let mut state = self.lock();
        let mut attempts = state.attempts.remove(id).unwrap_or_default();
        let outcome = work(&mut attempts);
        if !attempts.0.is_empty() {
            state.attempts.insert(id.clone(), attempts);
        }
        Ok(outcome)
    }

    async fn purge(&self, now: Timestamp) -> Result<(), StoreError> {
        let mut state = self.lock();
        let accounts: Vec<_> = state.accounts.keys().cloned().collect();
        for account in accounts {
            if let Some(before) = state.load(&account) {
                let mut after = before.clone();
                operations::purge(&mut after, now);
                state.save(&account, Changes::between(&before, after));
            }
        }
        state.attempts.retain(|_, attempts| {
            PASSWORD_LIMIT.forget(attempts, now);
            !attempts.0.is_empty()
        });
        Ok(())
    }
}
