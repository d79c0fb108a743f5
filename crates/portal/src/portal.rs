//! The portal: rules, ports and a store, wired together.

use crate::{
    http,
    ports::{DeliveryError, Message, Ports},
    rules::password,
    settings::Settings,
    store::{Outcome, Store, StoreError},
};
use contract::{Secret, Timestamp, form};
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

    /// The HTTP API, with the paths of [`contract::paths`] at its root; nest it under `/api`.
    /// Add [`crate::ClientAddress`] as a request extension where the client's address is known.
    pub fn router(&self) -> axum::Router {
        http::router(self.clone())
    }

    /// What a person said on the phone: # pressed, or approved, or denied. The challenge's id was
    /// in the [`Message`].
    ///
    /// # Errors
    /// [`OutOfBandError::NotWaiting`] if the minute is over or somebody answered before.
    pub async fn answer_out_of_band(
        &self,
        challenge_id: &str,
        outcome: Outcome,
    ) -> Result<(), OutOfBandError> {
        match self
            .store()
            .record_outcome(challenge_id, outcome, self.now())
            .await
        {
            Ok(true) => Ok(()),
            Ok(false) => Err(OutOfBandError::NotWaiting),
            Err(error) => Err(OutOfBandError::Store(error)),
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
        let row = self
            .store()
            .sign_in_with_app_password(&form::email::fold(email), digests)
            .await?;
        Ok(row.map_or(MailSignIn::Refused, |row| MailSignIn::Accepted {
            name: row.name,
        }))
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

    pub(crate) async fn deliver(&self, message: Message) -> Result<(), DeliveryError> {
        self.0.ports.messenger.deliver(message).await
    }
}
