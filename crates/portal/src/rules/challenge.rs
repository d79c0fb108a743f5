//! A challenge of the second factor: how far it is, and what the page sees of it.
//!
//! Guessing stays limited however often a challenge is restarted:
//! - a code that was sent takes 5 tries, and 20 wrong text codes in 15 minutes, over all sessions
//!   of the account, stop text codes until the oldest is 15 minutes old;
//! - a code from the app is not sent, so 5 wrong ones in 5 minutes, over all sessions of the
//!   account, stop app codes until the oldest is 5 minutes old.
//!
//! Either way the account's other methods stay open.

use super::{
    methods,
    rate_limit::RateLimit,
    time::{passed, remaining},
};
use crate::records::{AccountRecord, ChallengeRecord, Outcome, SecondFactor};
use contract::{
    Challenge, ChallengeStatus, Code, Field, Method, Problem, Timestamp,
    limits::{ANSWER_SECONDS, CODE_SECONDS, CODE_TRIES, RESEND_SECONDS},
};

/// Wrong codes from the app, over all sessions of an account.
pub const APP_CODE_LIMIT: RateLimit = RateLimit {
    tries: CODE_TRIES,
    seconds: CODE_SECONDS,
};
/// Wrong text codes, over all sessions of an account.
pub const TEXT_CODE_LIMIT: RateLimit = RateLimit {
    tries: 20,
    seconds: 15 * 60,
};

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

/// Seconds until a method may be sent again; 0 means now.
#[must_use]
pub fn resend_wait(second: &SecondFactor, method: Method, now: Timestamp) -> u32 {
    let sent = second.sent.get(&method);
    sent.map_or(0, |sent| remaining(*sent, RESEND_SECONDS, now))
}

/// Tries left for the challenge's code.
#[must_use]
pub fn tries_left(challenge: &ChallengeRecord, account: &AccountRecord, now: Timestamp) -> u32 {
    match challenge.method {
        Method::AppCode => APP_CODE_LIMIT.left(&account.wrong_app_codes, now),
        Method::TextAuthenticationPhone => {
            let in_account = TEXT_CODE_LIMIT.left(&account.wrong_text_codes, now);
            CODE_TRIES.saturating_sub(challenge.wrong).min(in_account)
        }
        _ => CODE_TRIES,
    }
}

/// A challenge that is over, about the field of the code where there is one.
#[must_use]
pub fn refusal(challenge: &ChallengeRecord, code: Code) -> Problem {
    Problem {
        field: challenge.method.takes_code().then_some(Field::Code),
        ..Problem::new(code)
    }
}

/// No try is left; with the seconds to wait where a new sending does not help.
#[must_use]
pub fn exhausted(challenge: &ChallengeRecord, account: &AccountRecord, now: Timestamp) -> Problem {
    let wait = match challenge.method {
        Method::AppCode => APP_CODE_LIMIT.wait(&account.wrong_app_codes, now),
        _ => TEXT_CODE_LIMIT.wait(&account.wrong_text_codes, now),
    };
    Problem {
        retry_after: (wait > 0).then_some(wait),
        tries_left: Some(0),
        ..refusal(challenge, Code::CodeExhausted)
    }
}
