//! An answer to a challenge of the second factor: judged, counted, and exchanged for tokens.

use super::sessions::{promote, second_factor_mut, state};
use crate::{
    keys::ServerKeys,
    ports::Sealer,
    records::{
        AccountRecord, Aggregate, EventKind, Proof, SecondFactor, TokenDigest, TrustedDeviceRecord,
    },
    rules::{
        challenge::{APP_CODE_LIMIT, TEXT_CODE_LIMIT, exhausted, refusal, status, tries_left},
        code, totp,
    },
};
use contract::{ChallengeStatus, Code, Field, Method, Problem, Secret, SessionState, Timestamp};

/// What an answer is judged with.
pub struct Judge<'a> {
    /// For the digest of a code that was sent.
    pub keys: &'a ServerKeys,
    /// For the key of the authenticator app.
    pub sealer: &'a dyn Sealer,
}

/// The tokens that an answered challenge is exchanged for.
#[derive(Clone, Debug)]
pub struct NextTokens {
    /// The session goes on under this one; the old one ends.
    pub session: TokenDigest,
    /// Given when the person ticked "Don't ask again for 14 days".
    pub trust: Option<NewTrust>,
}

/// A browser to trust.
#[derive(Clone, Debug)]
pub struct NewTrust {
    /// Random, so that nobody can plant it.
    pub token: TokenDigest,
    /// What the browser's cookie holds: tokens of this person and of others.
    pub known: Vec<TokenDigest>,
}

/// A challenge that was answered.
#[derive(Clone, Debug)]
pub struct Answered {
    /// Where the visitor is now.
    pub state: SessionState,
    /// Tokens of this person that the new one replaces: one browser is one trusted device.
    pub ended_trust: Vec<TokenDigest>,
}

/// Judges an answer; if it is right, the session is signed in under its next token. A code is used
/// once, however many answers race.
///
/// # Errors
/// `no_session`, `no_challenge`, `code_malformed` (that is not a try), `wrong_code`, `clock_off`,
/// `code_used`, `code_expired`, `code_exhausted`, `not_yet_approved` or `declined`.
pub fn answer(
    aggregate: &mut Aggregate,
    token: &TokenDigest,
    typed: Option<&Secret>,
    judge: &Judge<'_>,
    next: NextTokens,
    now: Timestamp,
) -> Result<Answered, Problem> {
    let second = second_factor_mut(&mut aggregate.sessions, token)?;
    let method = second.challenge.method;
    let code = if method.takes_code() {
        Some(code::parse(typed)?)
    } else {
        None
    };
    let account = &mut aggregate.account;
    let verdict = judge_answer(second, account, code.as_ref(), judge, now);
    if let Err(problem) = verdict {
        let session = aggregate.session(token).map(|session| session.id.clone());
        aggregate.note(now, session, EventKind::CodeRefused(problem.code));
        return Err(problem);
    }
    let trust = next.trust.map(|trust| renew_trust(aggregate, trust, now));
    let proof = Proof::SecondFactor(method);
    promote(aggregate, token, next.session.clone(), proof, now)?;
    Ok(Answered {
        state: state(aggregate, &next.session, now),
        ended_trust: trust.unwrap_or_default(),
    })
}

/// Trusts a browser under a new token. Returns the tokens that end by that.
fn renew_trust(aggregate: &mut Aggregate, new: NewTrust, now: Timestamp) -> Vec<TokenDigest> {
    let devices = &mut aggregate.trusted_devices;
    let ended = devices.extract_if(.., |device| new.known.contains(&device.token));
    let ended = ended.map(|device| device.token).collect();
    devices.push(TrustedDeviceRecord {
        token: new.token,
        account: aggregate.account.id.clone(),
        trusted_at: now,
    });
    ended
}

/// Judges an answer, and counts it if it is wrong.
fn judge_answer(
    second: &mut SecondFactor,
    account: &mut AccountRecord,
    code: Option<&Secret>,
    judge: &Judge<'_>,
    now: Timestamp,
) -> Result<(), Problem> {
    let challenge = &mut second.challenge;
    match status(challenge, account, now) {
        ChallengeStatus::Approved => return Ok(()),
        ChallengeStatus::Declined => return Err(Problem::new(Code::Declined)),
        ChallengeStatus::Expired => return Err(refusal(challenge, Code::CodeExpired)),
        ChallengeStatus::Exhausted => return Err(exhausted(challenge, account, now)),
        ChallengeStatus::Waiting => {}
    }
    let Some(code) = code else {
        return Err(Problem::new(Code::NotYetApproved));
    };
    let app = challenge.method == Method::AppCode;
    let refused = if app {
        judge_app_code(account, code, judge.sealer, now)?
    } else {
        let digests = code::digests(judge.keys, &challenge.id, code);
        let sent = challenge.code.as_ref();
        let right = sent.is_some_and(|sent| digests.contain(sent));
        (!right).then_some(Code::WrongCode)
    };
    let Some(refused) = refused else {
        account.wrong_app_codes.0.clear();
        account.wrong_text_codes.0.clear();
        return Ok(());
    };
    if app {
        APP_CODE_LIMIT.add(&mut account.wrong_app_codes, now);
    } else {
        TEXT_CODE_LIMIT.add(&mut account.wrong_text_codes, now);
        challenge.wrong += 1;
    }
    match tries_left(challenge, account, now) {
        0 => Err(exhausted(challenge, account, now)),
        left => Err(Problem {
            tries_left: Some(left),
            ..Problem::about(refused, Field::Code)
        }),
    }
}

/// Why a code from the app counts as a wrong try; none if it is right.
///
/// That a code is right at another time helps nobody who guesses: it costs a try like any other, a
/// code whose time is over never counts again, and one that was named ahead of its time does not
/// count when its time comes.
fn judge_app_code(
    account: &mut AccountRecord,
    code: &Secret,
    sealer: &dyn Sealer,
    now: Timestamp,
) -> Result<Option<Code>, Problem> {
    let Some(authenticator) = account.authenticator.as_mut() else {
        return Err(Problem::new(Code::MethodUnavailable));
    };
    let key = sealer.open(&account.id, &authenticator.key);
    let key = key.ok_or(Problem::new(Code::Internal))?;
    let used = Problem::about(Code::CodeUsed, Field::Code);
    match totp::verify(&key, code, authenticator.last_step, now) {
        totp::Verdict::Accepted { step } if authenticator.told_step == Some(step) => Err(used),
        totp::Verdict::Accepted { step } => {
            authenticator.last_step = Some(step);
            Ok(None)
        }
        totp::Verdict::Used => Err(used),
        totp::Verdict::ClockOff { ahead } => {
            authenticator.told_step = ahead.or(authenticator.told_step);
            Ok(Some(Code::ClockOff))
        }
        totp::Verdict::Wrong => Ok(Some(Code::WrongCode)),
    }
}
