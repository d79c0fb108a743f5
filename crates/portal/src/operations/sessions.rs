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

/// The session with this token, if it has not ended and may act.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        operations::{app_passwords, authenticator, phones, security},
        ports::PlainSealer,
        records::{AccountId, AccountRecord, SessionRecord},
    };
    use contract::{AppPasswordId, Delivery, Method, PhoneSlot, Secret};

    const NOW: Timestamp = Timestamp(0);

    fn token() -> TokenDigest {
        TokenDigest::from_hex("a token".to_owned())
    }

    fn aggregate(stage: Stage) -> Aggregate {
        let account = AccountRecord::new("alex@contoso.example", "Alex", Secret::default());
        Aggregate {
            account: account.authentication_phone("+15555550134"),
            sessions: vec![SessionRecord {
                id: SessionId::new("1"),
                token: token(),
                account: AccountId::of("alex@contoso.example"),
                opened_at: NOW,
                seen_at: NOW,
                stage,
                second_factor: None,
            }],
            trusted_devices: Vec::new(),
            app_passwords: Vec::new(),
            idempotency: Vec::new(),
            events: Vec::new(),
        }
    }

    /// What every operation that needs a signed-in session comes to.
    fn refusals(aggregate: &mut Aggregate) -> Vec<Option<Code>> {
        let (by, id) = (token(), AppPasswordId("x".to_owned()));
        let code = |problem: Problem| problem.code;
        vec![
            app_passwords::report_delivery(aggregate, &by, &id, Delivery::Shown, NOW)
                .err()
                .map(code),
            app_passwords::delete(aggregate, &by, &id, NOW)
                .err()
                .map(code),
            app_passwords::restore(aggregate, &by, &id, 40, NOW)
                .err()
                .map(code),
            phones::remove(aggregate, &by, PhoneSlot::Alternate, NOW)
                .err()
                .map(code),
            authenticator::remove(aggregate, &by, NOW).err().map(code),
            security::set_preferred(aggregate, &by, Method::AppCode, NOW)
                .err()
                .map(code),
            security::forget_trusted_devices(aggregate, &by, NOW)
                .err()
                .map(code),
        ]
    }

    #[test]
    fn a_session_that_ended_after_the_guard_saw_it_does_not_act() {
        let mut aggregate = aggregate(Stage::SignedIn);
        close(&mut aggregate, &token(), NOW);
        let before = aggregate.account.clone();
        let refused = refusals(&mut aggregate);
        assert!(
            refused.iter().all(|code| *code == Some(Code::NoSession)),
            "{refused:?}"
        );
        let key = Secret::new("GEZDGNBV".to_owned());
        let started = authenticator::start(&mut aggregate, &token(), &key, &PlainSealer, NOW);
        assert_eq!(started.unwrap_err().code, Code::NoSession);
        assert_eq!(aggregate.account, before);
    }

    #[test]
    fn the_password_alone_changes_nothing() {
        for stage in [Stage::SecondFactor, Stage::SetUp] {
            let mut aggregate = aggregate(stage);
            if stage == Stage::SetUp {
                aggregate.account.authentication_phone = None;
            }
            let refused = refusals(&mut aggregate);
            let expected = Some(Code::SecondFactorRequired);
            assert!(refused.iter().all(|code| *code == expected), "{refused:?}");
        }
    }
}
