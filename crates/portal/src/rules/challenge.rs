//! The second factor at sign-in: starting a challenge, how far it is, and judging an answer.
//!
//! Guessing stays limited however often a challenge is started anew:
//! - a code that was sent takes 5 tries, and 20 wrong text codes in 15 minutes, over all sessions
//!   of the account, stop text codes until the oldest is 15 minutes old;
//! - there is no new sending for a code from the app, so 5 wrong ones in 5 minutes, over all
//!   sessions of the account, stop app codes until the oldest is 5 minutes old.
//!
//! Either way the account's other ways stay open.

use super::{
    digest::{Digests, KeyedDigest},
    guesses::Allowance,
    methods,
    time::{passed, remaining},
    totp,
};
use crate::store::{AccountRecord, ChallengeRecord, Outcome, SecondFactor};
use contract::{
    Challenge, ChallengeStatus, Code, Field, Method, Problem, Secret, Timestamp,
    limits::{ANSWER_SECONDS, CODE_SECONDS, CODE_TRIES, RESEND_SECONDS},
};

/// Wrong codes from the app, over all sessions of an account.
pub const APP_CODE_ALLOWANCE: Allowance = Allowance {
    tries: CODE_TRIES,
    seconds: CODE_SECONDS,
};
/// Wrong text codes, over all sessions of an account.
pub const TEXT_CODE_ALLOWANCE: Allowance = Allowance {
    tries: 20,
    seconds: 15 * 60,
};

/// What the portal brings to a new challenge: its id, and the code in case one is sent.
#[derive(Clone, Debug)]
pub struct Seed {
    /// Random.
    pub id: String,
    /// The digest of a random code, bound to the id.
    pub code: KeyedDigest,
}

/// An answer, as the store judges it.
#[derive(Clone, Debug)]
pub enum Answer {
    /// A code of six digits: its digests for a code that was sent, itself for one from the app.
    Code {
        /// Bound to the challenge's id.
        digests: Digests,
        /// Six digits.
        code: Secret,
    },
    /// "I have answered the call", "I have approved".
    Nothing,
}

/// Begins the first challenge of a session.
#[must_use]
pub fn open(method: Method, seed: Seed, now: Timestamp) -> SecondFactor {
    let mut second = SecondFactor {
        challenge: record(method, seed, now),
        sent: std::collections::BTreeMap::new(),
    };
    note_sending(&mut second, method, now);
    second
}

/// Starts anew, by the same way or another. The old code no longer counts.
///
/// # Errors
/// `method_unavailable`, or `resend_too_soon` within 30 seconds of the last sending by this way.
pub fn restart(
    second: &mut SecondFactor,
    account: &AccountRecord,
    method: Method,
    seed: Seed,
    now: Timestamp,
) -> Result<(), Problem> {
    if !methods::available(account).contains(&method) {
        return Err(Problem::new(Code::MethodUnavailable));
    }
    let wait = resend_wait(second, method, now);
    if wait > 0 {
        return Err(Problem {
            retry_after: Some(wait),
            ..Problem::new(Code::ResendTooSoon)
        });
    }
    second.challenge = record(method, seed, now);
    note_sending(second, method, now);
    Ok(())
}

/// Notes that the messenger refused: the challenge is over, and may be sent again at once.
pub fn undeliverable(second: &mut SecondFactor, id: &str) {
    if second.challenge.id == id {
        second.challenge.undelivered = true;
        second.sent.remove(&second.challenge.method);
    }
}

/// How far a challenge is.
#[must_use]
pub fn status(
    challenge: &ChallengeRecord,
    account: &AccountRecord,
    now: Timestamp,
) -> ChallengeStatus {
    let started_at = challenge.started_at;
    if challenge.undelivered {
        return ChallengeStatus::Expired;
    }
    if challenge.method.takes_code() {
        let sent = challenge.method != Method::AppCode;
        return if tries_left(challenge, account, now) == 0 {
            ChallengeStatus::Exhausted
        } else if sent && passed(started_at, CODE_SECONDS, now) {
            ChallengeStatus::Expired
        } else {
            ChallengeStatus::Waiting
        };
    }
    match challenge.outcome {
        Some(Outcome::Declined) => ChallengeStatus::Declined,
        // The person was in time; the page may be slow to say so, but not for ever.
        Some(Outcome::Approved) if !passed(started_at, CODE_SECONDS, now) => {
            ChallengeStatus::Approved
        }
        None if !passed(started_at, ANSWER_SECONDS, now) => ChallengeStatus::Waiting,
        _ => ChallengeStatus::Expired,
    }
}

/// The challenge as the page sees it.
#[must_use]
pub fn view(second: &SecondFactor, account: &AccountRecord, now: Timestamp) -> Challenge {
    let challenge = &second.challenge;
    let method = challenge.method;
    let seconds = match method {
        Method::AppCode => 0,
        Method::TextAuthenticationPhone => CODE_SECONDS,
        _ => ANSWER_SECONDS,
    };
    let status = status(challenge, account, now);
    let over = status == ChallengeStatus::Expired;
    Challenge {
        method,
        hint: methods::hint(account, method),
        options: methods::options(account),
        status,
        expires_in: if over {
            0
        } else {
            remaining(challenge.started_at, seconds, now)
        },
        resend_in: resend_wait(second, method, now),
        tries_left: tries_left(challenge, account, now),
    }
}

/// Judges an answer. What is written to either record must be kept, whatever the verdict.
///
/// # Errors
/// `wrong_code`, `code_used`, `code_expired`, `code_exhausted`, `code_malformed` (no code where
/// one is needed), `not_yet_approved` or `declined`.
pub fn judge(
    second: &mut SecondFactor,
    account: &mut AccountRecord,
    answer: &Answer,
    now: Timestamp,
) -> Result<(), Problem> {
    match status(&second.challenge, account, now) {
        ChallengeStatus::Approved => return Ok(()),
        ChallengeStatus::Declined => return Err(Problem::new(Code::Declined)),
        ChallengeStatus::Expired => return Err(refusal(&second.challenge, Code::CodeExpired)),
        ChallengeStatus::Exhausted => return Err(exhausted(&second.challenge, account, now)),
        ChallengeStatus::Waiting => {}
    }
    if !second.challenge.method.takes_code() {
        return Err(Problem::new(Code::NotYetApproved));
    }
    let Answer::Code { digests, code } = answer else {
        return Err(Problem::about(Code::CodeMalformed, Field::Code));
    };
    let right = match second.challenge.method {
        Method::AppCode => judge_app_code(account, code, now)?,
        _ => second
            .challenge
            .code
            .as_ref()
            .is_some_and(|sent| digests.contain(sent)),
    };
    if right {
        account.app_code_guesses.clear();
        account.text_code_guesses.clear();
        return Ok(());
    }
    let app = second.challenge.method == Method::AppCode;
    if app {
        account.app_code_guesses.add(APP_CODE_ALLOWANCE, now);
    } else {
        account.text_code_guesses.add(TEXT_CODE_ALLOWANCE, now);
        second.challenge.wrong += 1;
    }
    match tries_left(&second.challenge, account, now) {
        0 => Err(exhausted(&second.challenge, account, now)),
        left => Err(Problem {
            tries_left: Some(left),
            ..Problem::about(Code::WrongCode, Field::Code)
        }),
    }
}

fn judge_app_code(
    account: &mut AccountRecord,
    code: &Secret,
    now: Timestamp,
) -> Result<bool, Problem> {
    let Some(authenticator) = account.authenticator.as_mut() else {
        return Err(Problem::new(Code::MethodUnavailable));
    };
    match totp::verify(&authenticator.key, code, authenticator.last_step, now) {
        totp::Verdict::Accepted { step } => {
            authenticator.last_step = Some(step);
            Ok(true)
        }
        totp::Verdict::Used => Err(Problem::about(Code::CodeUsed, Field::Code)),
        totp::Verdict::Wrong => Ok(false),
    }
}

fn record(method: Method, seed: Seed, now: Timestamp) -> ChallengeRecord {
    ChallengeRecord {
        id: seed.id,
        method,
        started_at: now,
        code: (method == Method::TextAuthenticationPhone).then_some(seed.code),
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

fn resend_wait(second: &SecondFactor, method: Method, now: Timestamp) -> u32 {
    second
        .sent
        .get(&method)
        .map_or(0, |sent| remaining(*sent, RESEND_SECONDS, now))
}

fn tries_left(challenge: &ChallengeRecord, account: &AccountRecord, now: Timestamp) -> u32 {
    match challenge.method {
        Method::AppCode => account.app_code_guesses.left(APP_CODE_ALLOWANCE, now),
        Method::TextAuthenticationPhone => {
            let in_account = account.text_code_guesses.left(TEXT_CODE_ALLOWANCE, now);
            CODE_TRIES.saturating_sub(challenge.wrong).min(in_account)
        }
        _ => CODE_TRIES,
    }
}

fn refusal(challenge: &ChallengeRecord, code: Code) -> Problem {
    Problem {
        field: challenge.method.takes_code().then_some(Field::Code),
        ..Problem::new(code)
    }
}

/// With the seconds to wait where a new sending does not help.
fn exhausted(challenge: &ChallengeRecord, account: &AccountRecord, now: Timestamp) -> Problem {
    let wait = match challenge.method {
        Method::AppCode => account.app_code_guesses.wait(APP_CODE_ALLOWANCE, now),
        _ => account.text_code_guesses.wait(TEXT_CODE_ALLOWANCE, now),
    };
    Problem {
        retry_after: (wait > 0).then_some(wait),
        tries_left: Some(0),
        ..refusal(challenge, Code::CodeExhausted)
    }
}
