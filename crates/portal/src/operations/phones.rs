//! Phones: a number counts only after a code sent to it was entered.

use super::{
    confirmation::{Confirmed, confirm as confirm_factor},
    outgoing::{Outgoing, Seed, verification},
    security,
    sessions::{Access, require},
};
use crate::{
    keys::ServerKeys,
    records::{
        AccountRecord, Aggregate, AttemptWindow, ChallengeId, EventKind, Factor, PendingPhone,
        TokenDigest,
    },
    rules::{
        code, methods,
        rate_limit::RateLimit,
        time::{passed, remaining},
    },
};
use contract::{
    Code, Field, PhoneSlot, Problem, Secret, SecuritySettings, Timestamp, VerificationChannel,
    limits::{CODE_SECONDS, CODE_TRIES, RESEND_SECONDS},
};

/// Codes sent to numbers that are being set up, whatever the numbers: an account cannot be made to
/// ring strangers all day.
const SENDINGS: RateLimit = RateLimit {
    tries: 5,
    seconds: CODE_SECONDS,
};

/// A verification to begin.
#[derive(Clone, Debug)]
pub struct NewVerification {
    /// Which phone.
    pub slot: PhoneSlot,
    /// In E.164 form.
    pub number: String,
    /// How the code travels.
    pub channel: VerificationChannel,
    /// The code.
    pub seed: Seed,
}

/// Begins to verify a number: the message with the code. A corrected number need not wait; the same
/// one waits 30 seconds, and five codes in five minutes are the most.
///
/// # Errors
/// `no_session`, `second_factor_required`, or `resend_too_soon` with the seconds to wait.
pub fn start(
    aggregate: &mut Aggregate,
    by: &TokenDigest,
    new: NewVerification,
    now: Timestamp,
) -> Result<Outgoing, Problem> {
    require(aggregate, by, Access::SetUp, now)?;
    let account = &mut aggregate.account;
    let mut sent = AttemptWindow::default();
    if let Some(pending) = &account.pending_phone {
        let wait = wait(pending, &new.number, now);
        if wait > 0 {
            return Err(Problem {
                retry_after: Some(wait),
                ..Problem::new(Code::ResendTooSoon)
            });
        }
        sent.clone_from(&pending.sent);
    }
    SENDINGS.add(&mut sent, now);
    account.pending_phone = Some(PendingPhone {
        id: new.seed.id.clone(),
        slot: new.slot,
        number: new.number.clone(),
        code: new.seed.digest.clone(),
        wrong: 0,
        sent,
    });
    Ok(verification(account, new.number, new.channel, new.seed))
}

fn wait(pending: &PendingPhone, number: &str, now: Timestamp) -> u32 {
    let last = pending.sent.0.last();
    let last = last.filter(|_| pending.number == number);
    let resend = last.map_or(0, |moment| remaining(*moment, RESEND_SECONDS, now));
    resend.max(SENDINGS.wait(&pending.sent, now))
}

/// Ends a verification whose code the messenger did not take.
pub fn cancel(aggregate: &mut Aggregate, id: &ChallengeId) {
    let pending = &mut aggregate.account.pending_phone;
    pending.take_if(|pending| pending.id == *id);
}

/// Makes the number count, if the code is right. A set-up session is signed in by that, under the
/// token `next`.
///
/// # Errors
/// `no_session`, `second_factor_required`, `nothing_to_confirm`, `code_malformed` (that is not a
/// try), `code_expired`, `code_exhausted` or `wrong_code`.
pub fn confirm(
    aggregate: &mut Aggregate,
    by: &TokenDigest,
    typed: &Secret,
    keys: &ServerKeys,
    next: TokenDigest,
    now: Timestamp,
) -> Result<Confirmed, Problem> {
    confirm_factor(aggregate, by, next, now, |aggregate| {
        judge(&mut aggregate.account, typed, keys, now).map(Factor::Phone)
    })
}

fn judge(
    account: &mut AccountRecord,
    typed: &Secret,
    keys: &ServerKeys,
    now: Timestamp,
) -> Result<PhoneSlot, Problem> {
    let pending = account.pending_phone.as_mut();
    let pending = pending.ok_or(Problem::new(Code::NothingToConfirm))?;
    let code = code::parse(Some(typed))?;
    let about = |code| Problem::about(code, Field::Code);
    let sent = pending.sent.0.last();
    if sent.is_none_or(|sent| passed(*sent, CODE_SECONDS, now)) {
        return Err(about(Code::CodeExpired));
    }
    if pending.wrong >= CODE_TRIES {
        return Err(about(Code::CodeExhausted));
    }
    if !code::digests(keys, &pending.id, &code).contain(&pending.code) {
        pending.wrong += 1;
        let left = CODE_TRIES - pending.wrong;
        let code = if left == 0 {
            Code::CodeExhausted
        } else {
            Code::WrongCode
        };
        return Err(Problem {
            tries_left: Some(left),
            ..about(code)
        });
    }
    let (slot, number) = (pending.slot, std::mem::take(&mut pending.number));
    account.pending_phone = None;
    *methods::slot(account, slot) = Some(number);
    methods::settle_preferred(account);
    Ok(slot)
}

/// Removes a phone.
///
/// # Errors
/// `no_session`, `second_factor_required`, `not_found` if there is none, or `last_method` if no
/// second factor would be left.
pub fn remove(
    aggregate: &mut Aggregate,
    by: &TokenDigest,
    slot: PhoneSlot,
    now: Timestamp,
) -> Result<SecuritySettings, Problem> {
    let session = require(aggregate, by, Access::SignedIn, now)?;
    let mut without = aggregate.account.clone();
    if methods::slot(&mut without, slot).take().is_none() {
        return Err(Problem::new(Code::NotFound));
    }
    aggregate.account = methods::keep_one(without)?;
    let kind = EventKind::FactorRemoved(Factor::Phone(slot));
    aggregate.note(now, Some(session), kind);
    Ok(security::show(aggregate, now))
}
