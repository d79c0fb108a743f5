//! How long a session lasts.

use super::{methods, time::passed};
use crate::store::{AccountRecord, SessionRecord, Stage, TrustedDeviceRecord};
use contract::{
    Timestamp,
    limits::{SESSION_ABSOLUTE_SECONDS, SESSION_IDLE_SECONDS, TRUSTED_DEVICE_DAYS},
};

/// Seconds in which "Don't ask again" holds.
pub const TRUSTED_DEVICE_SECONDS: u32 = TRUSTED_DEVICE_DAYS * 24 * 60 * 60;

/// Whether 30 minutes idle or 12 hours altogether are over.
#[must_use]
pub fn is_over(session: &SessionRecord, now: Timestamp) -> bool {
    passed(session.seen_at, SESSION_IDLE_SECONDS, now)
        || passed(session.opened_at, SESSION_ABSOLUTE_SECONDS, now)
}

/// Whether a session may go on. One that is to set up the first second factor ends when the
/// account has one: it knows the password only, and the owner may have been quicker than a thief.
#[must_use]
pub fn is_alive(session: &SessionRecord, account: &AccountRecord, now: Timestamp) -> bool {
    let overtaken =
        matches!(session.stage, Stage::SetUp) && !methods::available(account).is_empty();
    !is_over(session, now) && !overtaken
}

/// Whether a device is trusted still.
#[must_use]
pub fn is_trusted(device: &TrustedDeviceRecord, account: &str, now: Timestamp) -> bool {
    device.account == account && !passed(device.trusted_at, TRUSTED_DEVICE_SECONDS, now)
}
