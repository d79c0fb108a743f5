//! Changing phones, the authenticator app and the preferred option.

use super::{
    code,
    digest::{Digests, KeyedDigest},
    guesses::Allowance,
    methods,
    time::{passed, remaining},
    totp,
};
use crate::store::{AccountRecord, AuthenticatorRecord, PendingPhone};
use contract::{
    Code, Field, Method, Phone, PhoneSlot, Problem, Secret, SecuritySettings, Timestamp,
    limits::{CODE_SECONDS, CODE_TRIES, RESEND_SECONDS},
};

/// Codes sent to numbers that are being set up, whatever the numbers: an account cannot be made
/// to ring strangers all day.
const SENDINGS: Allowance = Allowance {
    tries: 5,
    seconds: CODE_SECONDS,
};

/// A verification to begin.
#[derive(Clone, Debug)]
pub struct NewVerification {
    /// Random; the code's digest is bound to it.
    pub id: String,
    /// Which phone.
    pub slot: PhoneSlot,
    /// In E.164 form.
    pub number: String,
    /// The code's digest.
    pub code: KeyedDigest,
}

/// The settings as the page sees them.
#[must_use]
pub fn view(account: &AccountRecord, trusted_devices: u32) -> SecuritySettings {
    let plain = |number: &Option<String>| {
        number.clone().map(|number| Phone {
            number,
            extension: None,
        })
    };
    SecuritySettings {
        preferred: account.preferred,
        available: methods::options(account),
        authentication_phone: plain(&account.authentication_phone),
        office_phone: account.office_phone.clone(),
        alternate_phone: plain(&account.alternate_phone),
        authenticator: account.authenticator.is_some(),
        trusted_devices,
    }
}

/// Sets the preferred option.
///
/// # Errors
/// `method_unavailable` unless it works now and is one of the guide's five.
pub fn set_preferred(account: &mut AccountRecord, method: Method) -> Result<(), Problem> {
    if !Method::PREFERABLE.contains(&method) || !methods::available(account).contains(&method) {
        return Err(Problem::new(Code::MethodUnavailable));
    }
    account.preferred = Some(method);
    Ok(())
}

/// Begins to verify a number. A corrected number need not wait; the same one waits 30 seconds,
/// and five codes in five minutes are the most.
///
/// # Errors
/// `resend_too_soon` with the seconds to wait.
pub fn start_verification(
    account: &mut AccountRecord,
    new: NewVerification,
    now: Timestamp,
) -> Result<(), Problem> {
    let mut sent = Vec::new();
    if let Some(pending) = &account.pending_phone {
        let wait = verification_wait(pending, &new.number, now);
        if wait > 0 {
            return Err(Problem {
                retry_after: Some(wait),
                ..Problem::new(Code::ResendTooSoon)
            });
        }
        sent.extend(
            pending
                .sent
                .iter()
                .filter(|moment| !passed(**moment, SENDINGS.seconds, now)),
        );
    }
    sent.push(now);
    account.pending_phone = Some(PendingPhone {
        id: new.id,
        slot: new.slot,
        number: new.number,
        code: new.code,
        wrong: 0,
        sent,
    });
    Ok(())
}

fn verification_wait(pending: &PendingPhone, number: &str, now: Timestamp) -> u32 {
    let last = pending.sent.last().filter(|_| pending.number == number);
    let resend = last.map_or(0, |moment| remaining(*moment, RESEND_SECONDS, now));
    let counted = pending
        .sent
        .iter()
        .map(|moment| remaining(*moment, SENDINGS.seconds, now));
    let counted: Vec<u32> = counted.filter(|wait| *wait > 0).collect();
    let full = counted.len() >= SENDINGS.tries as usize;
    let flood = counted.into_iter().min().filter(|_| full).unwrap_or(0);
    resend.max(flood)
}

/// Ends a verification whose code the messenger did not take.
pub fn undeliverable(account: &mut AccountRecord, id: &str) {
    account.pending_phone.take_if(|pending| pending.id == id);
}

/// Makes the number count, if the code is right. What is written must be kept either way.
///
/// # Errors
/// `nothing_to_confirm`, `code_expired`, `code_exhausted` or `wrong_code`.
pub fn confirm_phone(
    account: &mut AccountRecord,
    digests: &Digests,
    now: Timestamp,
) -> Result<(), Problem> {
    let Some(pending) = account.pending_phone.as_mut() else {
        return Err(Problem::new(Code::NothingToConfirm));
    };
    let about = |code| Problem::about(code, Field::Code);
    if pending
        .sent
        .last()
        .is_none_or(|sent| passed(*sent, CODE_SECONDS, now))
    {
        return Err(about(Code::CodeExpired));
    }
    if pending.wrong >= CODE_TRIES {
        return Err(about(Code::CodeExhausted));
    }
    if !digests.contain(&pending.code) {
        pending.wrong += 1;
        return match CODE_TRIES - pending.wrong {
            0 => Err(Problem {
                tries_left: Some(0),
                ..about(Code::CodeExhausted)
            }),
            left => Err(Problem {
                tries_left: Some(left),
                ..about(Code::WrongCode)
            }),
        };
    }
    let (slot, number) = (pending.slot, std::mem::take(&mut pending.number));
    account.pending_phone = None;
    *methods::slot(account, slot) = Some(number);
    methods::settle_preferred(account);
    Ok(())
}

/// Removes a phone.
///
/// # Errors
/// `not_found` if there is none, `last_method` if no second factor would be left.
pub fn remove_phone(account: &mut AccountRecord, slot: PhoneSlot) -> Result<(), Problem> {
    let mut without = account.clone();
    if methods::slot(&mut without, slot).take().is_none() {
        return Err(Problem::new(Code::NotFound));
    }
    keep_if_one_is_left(account, without)
}

/// Makes the pending authenticator app the one in use. Its code is used up by that.
///
/// # Errors
/// `nothing_to_confirm` or `wrong_code`. Tries are not counted: who sets up an app has seen its
/// key.
pub fn confirm_authenticator(
    account: &mut AccountRecord,
    typed: &Secret,
    now: Timestamp,
) -> Result<(), Problem> {
    let Some(key) = account.pending_authenticator.clone() else {
        return Err(Problem::new(Code::NothingToConfirm));
    };
    let totp::Verdict::Accepted { step } =
        totp::verify(&key, &code::parse(Some(typed))?, None, now)
    else {
        return Err(Problem::about(Code::WrongCode, Field::Code));
    };
    account.pending_authenticator = None;
    account.authenticator = Some(AuthenticatorRecord {
        key,
        last_step: Some(step),
    });
    methods::settle_preferred(account);
    Ok(())
}

/// Removes the authenticator app.
///
/// # Errors
/// `not_found` if there is none, `last_method` if no second factor would be left.
pub fn remove_authenticator(account: &mut AccountRecord) -> Result<(), Problem> {
    let mut without = account.clone();
    if without.authenticator.take().is_none() {
        return Err(Problem::new(Code::NotFound));
    }
    keep_if_one_is_left(account, without)
}

fn keep_if_one_is_left(
    account: &mut AccountRecord,
    mut without: AccountRecord,
) -> Result<(), Problem> {
    if methods::available(&without).is_empty() {
        return Err(Problem::new(Code::LastMethod));
    }
    methods::settle_preferred(&mut without);
    *account = without;
    Ok(())
}
