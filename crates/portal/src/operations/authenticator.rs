//! The authenticator app: set up, confirm, remove.

use super::{
    confirmation::{Confirmed, confirm as confirm_factor},
    security,
    sessions::{Access, require},
};
use crate::{
    ports::Sealer,
    records::{AccountRecord, Aggregate, AuthenticatorRecord, EventKind, Factor, TokenDigest},
    rules::{code, methods, totp},
};
use contract::{Code, Field, Problem, Secret, SecuritySettings, Timestamp};

/// Keeps the key of an authenticator app until it is confirmed, in place of an older one.
///
/// # Errors
/// `no_session` or `second_factor_required`.
pub fn start(
    aggregate: &mut Aggregate,
    by: &TokenDigest,
    key: &Secret,
    sealer: &dyn Sealer,
    now: Timestamp,
) -> Result<(), Problem> {
    require(aggregate, by, Access::SetUp, now)?;
    let account = &mut aggregate.account;
    account.pending_authenticator = Some(sealer.seal(&account.id, key));
    Ok(())
}

/// Makes the pending authenticator app the one in use. Its code is used up by that. Tries are not
/// counted: the person who sets up an app has seen its key.
///
/// # Errors
/// `no_session`, `second_factor_required`, `nothing_to_confirm`, `code_malformed`, `wrong_code` or
/// `clock_off`.
pub fn confirm(
    aggregate: &mut Aggregate,
    by: &TokenDigest,
    typed: &Secret,
    sealer: &dyn Sealer,
    next: TokenDigest,
    now: Timestamp,
) -> Result<Confirmed, Problem> {
    confirm_factor(aggregate, by, next, now, |aggregate| {
        judge(&mut aggregate.account, typed, sealer, now)?;
        Ok(Factor::Authenticator)
    })
}

fn judge(
    account: &mut AccountRecord,
    typed: &Secret,
    sealer: &dyn Sealer,
    now: Timestamp,
) -> Result<(), Problem> {
    let pending = account.pending_authenticator.as_ref();
    let pending = pending.ok_or(Problem::new(Code::NothingToConfirm))?;
    let code = code::parse(Some(typed))?;
    let key = sealer.open(&account.id, pending);
    let key = key.ok_or(Problem::new(Code::Internal))?;
    let step = match totp::verify(&key, &code, None, now) {
        totp::Verdict::Accepted { step } => step,
        totp::Verdict::ClockOff { .. } => return Err(Problem::about(Code::ClockOff, Field::Code)),
        totp::Verdict::Used | totp::Verdict::Wrong => {
            return Err(Problem::about(Code::WrongCode, Field::Code));
        }
    };
    let key = account.pending_authenticator.take();
    account.authenticator = key.map(|key| AuthenticatorRecord {
        key,
        last_step: Some(step),
        told_step: None,
    });
    methods::settle_preferred(account);
    Ok(())
}

/// Removes the authenticator app.
///
/// # Errors
/// `no_session`, `second_factor_required`, `not_found` if there is none, or `last_method` if no
/// second factor would be left.
pub fn remove(
    aggregate: &mut Aggregate,
    by: &TokenDigest,
    now: Timestamp,
) -> Result<SecuritySettings, Problem> {
    let session = require(aggregate, by, Access::SignedIn, now)?;
    let mut without = aggregate.account.clone();
    if without.authenticator.take().is_none() {
        return Err(Problem::new(Code::NotFound));
    }
    aggregate.account = methods::keep_one(without)?;
    let kind = EventKind::FactorRemoved(Factor::Authenticator);
    aggregate.note(now, Some(session), kind);
    Ok(security::show(aggregate, now))
}
