//! Additional security verification: the settings, the preferred option, trusted devices.

use super::sessions::{Access, require};
use crate::{
    records::{Aggregate, EventKind, TokenDigest},
    rules::{methods, session::is_trusted},
};
use contract::{Code, Method, Phone, Problem, SecuritySettings, Timestamp};

/// The settings as the page sees them.
#[must_use]
pub fn show(aggregate: &Aggregate, now: Timestamp) -> SecuritySettings {
    let account = &aggregate.account;
    let plain = |number: &Option<String>| {
        number.clone().map(|number| Phone {
            number,
            extension: None,
        })
    };
    let devices = aggregate.trusted_devices.iter();
    let trusted = devices.filter(|device| is_trusted(device, now)).count();
    SecuritySettings {
        preferred: account.preferred,
        available: methods::options(account),
        authentication_phone: plain(&account.authentication_phone),
        office_phone: account.office_phone.clone(),
        alternate_phone: plain(&account.alternate_phone),
        authenticator: account.authenticator.is_some(),
        trusted_devices: u32::try_from(trusted).unwrap_or(u32::MAX),
    }
}

/// Sets the preferred option.
///
/// # Errors
/// `no_session`, `second_factor_required`, or `method_unavailable` unless it works now and is one of
/// the guide's five.
pub fn set_preferred(
    aggregate: &mut Aggregate,
    by: &TokenDigest,
    method: Method,
    now: Timestamp,
) -> Result<SecuritySettings, Problem> {
    let session = require(aggregate, by, Access::SignedIn, now)?;
    let available = methods::available(&aggregate.account);
    if !Method::PREFERABLE.contains(&method) || !available.contains(&method) {
        return Err(Problem::new(Code::MethodUnavailable));
    }
    aggregate.account.preferred = Some(method);
    aggregate.note(now, Some(session), EventKind::PreferredChanged(method));
    Ok(show(aggregate, now))
}

/// Trusts no device any more.
///
/// # Errors
/// `no_session` or `second_factor_required`.
pub fn forget_trusted_devices(
    aggregate: &mut Aggregate,
    by: &TokenDigest,
    now: Timestamp,
) -> Result<SecuritySettings, Problem> {
    let session = require(aggregate, by, Access::SignedIn, now)?;
    aggregate.trusted_devices.clear();
    aggregate.note(now, Some(session), EventKind::TrustedDevicesForgotten);
    Ok(show(aggregate, now))
}
