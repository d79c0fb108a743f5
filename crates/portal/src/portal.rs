//! The portal: operations, ports and a store, wired together.

use crate::{
    operations::{self, Outgoing, Seed, challenge, mail, sessions},
    ports::Ports,
    records::{AccountId, Aggregate, ChallengeId, Outcome, SessionView, TokenDigest},
    rules::{
        password,
        session::{is_view_alive, touch_is_due},
    },
    settings::Settings,
    store::{Ruling, Store, StoreError},
};
use contract::{Problem, Secret, Timestamp};
use std::sync::Arc;

/// Cheap to clone; all clones are one portal.
pub struct Portal<S: Store>(Arc<Inner<S>>);

struct Inner<S> {
    store: S,
    ports: Ports,
    settings: Settings,
}

impl<S: Store> Clone for Portal<S> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

/// What a mail server is told about a user name and a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailSignIn {
    /// Let in.
    Accepted {
        /// The name of the app password, for the log and the list.
        name: String,
    },
    /// Not let in, for whatever reason: the account's own password is always refused here.
    Refused,
}

/// Why a phone's answer did not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutOfBandError {
    /// No call or approval with this id is waiting: answered already, over, or never asked for.
    NotWaiting,
    /// The store failed.
    Store(StoreError),
}

impl<S: Store> Portal<S> {
    /// Wires a portal.
    #[must_use]
    pub fn new(store: S, ports: Ports, settings: Settings) -> Self {
        Self(Arc::new(Inner {
            store,
            ports,
            settings,
        }))
    }

    /// What a person said on the phone: # pressed, or approved, or denied. The challenge's id was
    /// in the [`crate::Message`].
    ///
    /// # Errors
    /// [`OutOfBandError::NotWaiting`] if the minute is over or it was answered before.
    pub async fn answer_out_of_band(
        &self,
        id: &ChallengeId,
        outcome: Outcome,
    ) -> Result<(), OutOfBandError> {
        let account = self.store().account_of_challenge(id).await;
        let account = account.map_err(OutOfBandError::Store)?;
        let account = account.ok_or(OutOfBandError::NotWaiting)?;
        let counted = self.change(&account, |aggregate, now| {
            Ok(challenge::record_outcome(aggregate, id, outcome, now))
        });
        match counted.await.map_err(OutOfBandError::Store)? {
            Ok(true) => Ok(()),
            Ok(false) | Err(_) => Err(OutOfBandError::NotWaiting),
        }
    }

    /// Whether a mail application may sign in with this user name and password. One look-up, no
    /// cache: a deleted app password is refused at once. Never limited by the tries of the
    /// portal's own sign-in: 75 random bits cannot be guessed.
    ///
    /// # Errors
    /// When the store fails. Answer "temporarily unavailable" then, never "wrong password".
    pub async fn check_app_password(
        &self,
        email: &str,
        password: &Secret,
    ) -> Result<MailSignIn, StoreError> {
        if password::normalise(password).is_empty() {
            return Ok(MailSignIn::Refused);
        }
        let digests = password::digests(&self.settings().keys, password);
        let account = self.store().account_of_app_password(digests.all()).await?;
        let Some(account) = account.filter(|account| *account == AccountId::of(email)) else {
            return Ok(MailSignIn::Refused);
        };
        let name = self.change(&account, |aggregate, _| {
            Ok(mail::sign_in(aggregate, &digests))
        });
        Ok(match name.await? {
            Ok(Some(name)) => MailSignIn::Accepted { name },
            Ok(None) | Err(_) => MailSignIn::Refused,
        })
    }

    /// Removes what is over: ended sessions, expired trust, deleted app passwords, attempts that no
    /// longer count. To be called every minute or so.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn purge(&self) -> Result<(), StoreError> {
        self.store().purge(self.now()).await
    }

    /// The store it was made with.
    pub fn store(&self) -> &S {
        &self.0.store
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.0.settings
    }

    pub(crate) fn ports(&self) -> &Ports {
        &self.0.ports
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.0.ports.clock.now()
    }

    /// A fresh challenge id and code.
    pub(crate) fn seed(&self) -> Seed {
        Seed::new(self.ports().random.as_ref(), &self.settings().keys)
    }

    /// Runs an operation as one unit of work, over an account from which what is over was removed.
    pub(crate) async fn change<T: Send>(
        &self,
        account: &AccountId,
        operation: impl FnOnce(&mut Aggregate, Timestamp) -> Result<T, Problem> + Send,
    ) -> Ruling<T> {
        let now = self.now();
        let work = |aggregate: &mut Aggregate| {
            operations::purge(aggregate, now);
            operation(aggregate, now)
        };
        self.store().change(account, work).await
    }

    /// The session with this token, if it has not ended. Refreshes the idle timeout, at most once a minute.
    pub(crate) async fn use_session(
        &self,
        token: &TokenDigest,
    ) -> Result<Option<SessionView>, StoreError> {
        let Some(view) = self.store().session(token).await? else {
            return Ok(None);
        };
        if !is_view_alive(&view, self.now()) {
            // The purge that begins each unit of work removes it, so that no clock brings it back.
            let removed = self.change(&view.account, |_, _| Ok(()));
            let _ = removed.await?;
            return Ok(None);
        }
        if touch_is_due(view.seen_at, self.now()) {
            let touched = self.change(&view.account, |aggregate, now| {
                sessions::touch(aggregate, token, now);
                Ok(())
            });
            let _ = touched.await?;
        }
        Ok(Some(view))
    }

    /// Ends the session with this token, if there is one.
    pub(crate) async fn close_session(&self, token: &TokenDigest) -> Result<(), StoreError> {
        if let Some(view) = self.store().session(token).await? {
            let closed = self.change(&view.account, |aggregate, now| {
                sessions::close(aggregate, token, now);
                Ok(())
            });
            let _ = closed.await?;
        }
        Ok(())
    }

    /// Delivers what an operation left to send. If the messenger refuses, `undo` is saved.
    pub(crate) async fn deliver(
        &self,
        account: &AccountId,
        outgoing: Outgoing,
        undo: impl FnOnce(&mut Aggregate, &ChallengeId) + Send,
    ) -> Result<bool, StoreError> {
        let Outgoing { id, message } = outgoing;
        if self.ports().messenger.deliver(message).await.is_ok() {
            return Ok(true);
        }
        let undone = self.change(account, |aggregate, _| {
            undo(aggregate, &id);
            Ok(())
        });
        let _ = undone.await?;
        Ok(false)
    }
}
