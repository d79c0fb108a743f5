//! The second factor at sign-in: starting a challenge, and what is said on the phone.

use super::{
    outgoing::{self, Outgoing, Seed},
    sessions::second_factor_mut,
};
use crate::{
    records::{
        AccountRecord, Aggregate, ChallengeId, ChallengeRecord, EventKind, Outcome, SecondFactor,
        SessionRecord, TokenDigest,
    },
    rules::{
        challenge::{resend_wait, status, view},
        methods,
    },
};
use contract::{Challenge, ChallengeStatus, Code, Method, Problem, Timestamp};
use std::collections::BTreeMap;

/// A challenge that was started.
#[derive(Clone, Debug)]
pub(super) struct Started {
    pub(super) second: SecondFactor,
    pub(super) outgoing: Option<Outgoing>,
}

/// The first challenge of a session.
pub(super) fn begin(
    account: &AccountRecord,
    method: Method,
    seed: Seed,
    now: Timestamp,
) -> Started {
    let mut second = SecondFactor {
        challenge: record(method, &seed, now),
        sent: BTreeMap::new(),
    };
    note_sending(&mut second, method, now);
    let outgoing = outgoing::challenge(account, method, &seed);
    Started { second, outgoing }
}

/// The challenge in progress, as the page sees it.
///
/// # Errors
/// `no_session` or `no_challenge`.
pub fn show(
    aggregate: &Aggregate,
    token: &TokenDigest,
    now: Timestamp,
) -> Result<Challenge, Problem> {
    let session = aggregate.session(token);
    let session = session.ok_or(Problem::new(Code::NoSession))?;
    let second = session.second_factor.as_ref();
    let second = second.ok_or(Problem::new(Code::NoChallenge))?;
    Ok(view(second, &aggregate.account, now))
}

/// Restarts the challenge, by the same method or another. The old code no longer counts.
///
/// # Errors
/// `no_session`, `no_challenge`, `method_unavailable`, or `resend_too_soon` within 30 seconds of the
/// last sending by this method.
pub fn restart(
    aggregate: &mut Aggregate,
    token: &TokenDigest,
    method: Method,
    seed: Seed,
    now: Timestamp,
) -> Result<(Challenge, Option<Outgoing>), Problem> {
    let available = methods::available(&aggregate.account).contains(&method);
    let second = second_factor_mut(&mut aggregate.sessions, token)?;
    if !available {
        return Err(Problem::new(Code::MethodUnavailable));
    }
    let wait = resend_wait(second, method, now);
    if wait > 0 {
        return Err(Problem {
            retry_after: Some(wait),
            ..Problem::new(Code::ResendTooSoon)
        });
    }
    second.challenge = record(method, &seed, now);
    note_sending(second, method, now);
    let outgoing = outgoing::challenge(&aggregate.account, method, &seed);
    Ok((show(aggregate, token, now)?, outgoing))
}

/// Notes that the messenger refused a challenge: it is over, and may be sent again at once.
pub fn undelivered(aggregate: &mut Aggregate, id: &ChallengeId) {
    if let Some(second) = find_mut(&mut aggregate.sessions, id) {
        second.challenge.undelivered = true;
        second.sent.remove(&second.challenge.method);
    }
}

/// Notes what the person said on the phone. False if no challenge with this id waits for it.
pub fn record_outcome(
    aggregate: &mut Aggregate,
    id: &ChallengeId,
    outcome: Outcome,
    now: Timestamp,
) -> bool {
    let account = &aggregate.account;
    let Some(second) = find_mut(&mut aggregate.sessions, id) else {
        return false;
    };
    let challenge = &mut second.challenge;
    let waits = !challenge.method.takes_code()
        && status(challenge, account, now) == ChallengeStatus::Waiting;
    if waits {
        challenge.outcome = Some(outcome);
        if outcome == Outcome::Declined {
            aggregate.note(now, None, EventKind::Declined);
        }
    }
    waits
}

fn find_mut<'a>(
    sessions: &'a mut [SessionRecord],
    id: &ChallengeId,
) -> Option<&'a mut SecondFactor> {
    let sessions = sessions.iter_mut();
    let mut factors = sessions.filter_map(|session| session.second_factor.as_mut());
    factors.find(|second| second.challenge.id == *id)
}

fn record(method: Method, seed: &Seed, now: Timestamp) -> ChallengeRecord {
    ChallengeRecord {
        id: seed.id.clone(),
        method,
        started_at: now,
        code: (method == Method::TextAuthenticationPhone).then(|| seed.digest.clone()),
        wrong: 0,
        outcome: None,
        undelivered: false,
    }
}

/// A code from the app is not sent, so it never waits.
fn note_sending(second: &mut SecondFactor, method: Method, now: Timestamp) {
    if method != Method::AppCode {
        second.sent.insert(method, now);
    }
}
