//! Everything that belongs to one account: what an operation is given and a store saves.

use super::{
    AccountRecord, AppPasswordRecord, Event, EventKind, IdempotencyRecord, SessionId,
    SessionRecord, TokenDigest, TrustedDeviceRecord,
};
use contract::{AppPasswordId, Timestamp};

/// One account with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Aggregate {
    /// The account.
    pub account: AccountRecord,
    /// Its sessions, from the right password on.
    pub sessions: Vec<SessionRecord>,
    /// The devices on which "Don't ask again for 14 days" was chosen.
    pub trusted_devices: Vec<TrustedDeviceRecord>,
    /// Its app passwords in the order in which they were made, deleted ones included.
    pub app_passwords: Vec<AppPasswordRecord>,
    /// The Idempotency-Keys that are remembered.
    pub idempotency: Vec<IdempotencyRecord>,
    /// What happened in this unit of work. A store gives it empty.
    pub events: Vec<Event>,
}

impl Aggregate {
    /// The session with this token.
    #[must_use]
    pub fn session(&self, token: &TokenDigest) -> Option<&SessionRecord> {
        self.sessions.iter().find(|session| session.token == *token)
    }

    /// The session with this token, to change it.
    pub fn session_mut(&mut self, token: &TokenDigest) -> Option<&mut SessionRecord> {
        let mut sessions = self.sessions.iter_mut();
        sessions.find(|session| session.token == *token)
    }

    /// The app password with this id, unless it is deleted.
    pub fn app_password_mut(&mut self, id: &AppPasswordId) -> Option<&mut AppPasswordRecord> {
        let mut rows = self.app_passwords.iter_mut();
        rows.find(|row| row.id == *id && row.is_active())
    }

    /// Writes an event.
    pub fn note(&mut self, at: Timestamp, session: Option<SessionId>, kind: EventKind) {
        self.events.push(Event {
            at,
            account: self.account.id.clone(),
            session,
            kind,
        });
    }
}
