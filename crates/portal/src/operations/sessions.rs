//! Sessions: which may act, where one is, and how it goes on.

use crate::{
    records::{
        Aggregate, EventKind, Proof, SecondFactor, SessionId, SessionRecord, Stage, TokenDigest,
    },
    rules::{challenge, session::is_alive},
};
use contract::{Code, Problem, SessionState, Timestamp};

/// What an operation asks of the session that wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Signed in, or about to set up the account's first factor.
    SetUp,
    /// Signed in.
    SignedIn,
}

impl Access {
    /// Whether a session at this stage may act.
    ///
    /// # Errors
    /// `second_factor_required`.
    pub fn check(self, stage: Stage) -> Result<(), Problem> {
        match (self, stage) {
            (_, Stage::SignedIn) | (Self::SetUp, Stage::SetUp) => Ok(()),
            _ => Err(Problem::new(Code::SecondFactorRequired)),
        }
    }
}

/// The session with this token, if it lasts and may act.
///
/// # Errors
/// `no_session` or `second_factor_required`.
pub fn require(
    aggregate: &Aggregate,
    token: &TokenDigest,
    access: Access,
    now: Timestamp,
) -> Result<SessionId, Problem> {
    let session = aggregate.session(token);
    let has_second_factor = aggregate.account.has_second_factor();
    let session = session.filter(|session| is_alive(session, has_second_factor, now));
    let session = session.ok_or(Problem::new(Code::NoSession))?;
    access.check(session.stage)?;
    Ok(session.id.clone())
}

/// Where a visitor with this token is.
#[must_use]
pub fn state(aggregate: &Aggregate, token: &TokenDigest, now: Timestamp) -> SessionState {
    let account = &aggregate.account;
    let Some(session) = aggregate.session(token) else {
        return SessionState::SignedOut;
    };
    match (session.stage, &session.second_factor) {
        (Stage::SecondFactor, Some(second)) => {
            SessionState::SecondFactor(challenge::view(second, account, now))
        }
        (Stage::SecondFactor, None) => SessionState::SignedOut,
        (Stage::SetUp, _) => SessionState::SetUpRequired(account.public()),
        (Stage::SignedIn, _) => SessionState::SignedIn(account.public()),
    }
}

/// Refreshes the idle timeout.
pub fn touch(aggregate: &mut Aggregate, token: &TokenDigest, now: Timestamp) {
    if let Some(session) = aggregate.session_mut(token) {
        session.seen_at = now;
    }
}

/// Ends a session. Doing it twice changes nothing more.
pub fn close(aggregate: &mut Aggregate, token: &TokenDigest, now: Timestamp) {
    let Some(id) = aggregate.session(token).map(|session| session.id.clone()) else {
        return;
    };
    aggregate.sessions.retain(|session| session.id != id);
    aggregate.note(now, Some(id), EventKind::SignedOut);
}

/// Signs a session in under its next token. The old token ends (this prevents session fixation).
///
/// # Errors
/// `no_session`.
pub fn promote(
    aggregate: &mut Aggregate,
    token: &TokenDigest,
    next: TokenDigest,
    proof: Proof,
    now: Timestamp,
) -> Result<(), Problem> {
    let session = aggregate.session_mut(token);
    let session = session.ok_or(Problem::new(Code::NoSession))?;
    session.token = next;
    session.stage = Stage::SignedIn;
    session.second_factor = None;
    let id = session.id.clone();
    aggregate.note(now, Some(id), EventKind::SignedIn(proof));
    Ok(())
}

/// The second factor in progress of the session with this token, to change it.
///
/// # Errors
/// `no_session` or `no_challenge`.
pub(super) fn second_factor_mut<'a>(
    sessions: &'a mut [SessionRecord],
    token: &TokenDigest,
) -> Result<&'a mut SecondFactor, Problem> {
    let session = sessions
        .iter_mut()
        .find(|session| session.token == *token)
        .ok_or(Problem::new(Code::NoSession))?;
    let second = session.second_factor.as_mut();
    second.ok_or(Problem::new(Code::NoChallenge))
}
