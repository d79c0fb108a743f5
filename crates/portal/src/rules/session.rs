//! How long a session and a trusted device last.

use super::time::{passed, remaining};
use crate::records::{SessionRecord, SessionView, Stage, TrustedDeviceRecord};
use contract::{
    Timestamp,
    limits::{
        SESSION_ABSOLUTE_SECONDS, SESSION_IDLE_SECONDS, SESSION_TOUCH_SECONDS, TRUSTED_DEVICE_DAYS,
    },
};

/// Seconds in which "Don't ask again" holds.
pub const TRUSTED_DEVICE_SECONDS: u32 = TRUSTED_DEVICE_DAYS * 24 * 60 * 60;

/// Whether a session may go on: neither idle for 30 minutes nor open for 12 hours.
///
/// A session that is to set up the first second factor ends when the account has one: it knows the
/// password only, and the owner may have been quicker than a thief.
#[must_use]
pub fn is_alive(session: &SessionRecord, has_second_factor: bool, now: Timestamp) -> bool {
    let times = (session.seen_at, session.opened_at);
    lasts(times, session.stage, has_second_factor, now)
}

/// The same of what a request knows of its session.
#[must_use]
pub fn is_view_alive(view: &SessionView, now: Timestamp) -> bool {
    let times = (view.seen_at, view.opened_at);
    lasts(times, view.stage, view.has_second_factor, now)
}

fn lasts(
    (seen_at, opened_at): (Timestamp, Timestamp),
    stage: Stage,
    has_second_factor: bool,
    now: Timestamp,
) -> bool {
    let overtaken = stage == Stage::SetUp && has_second_factor;
    !overtaken
        && !passed(seen_at, SESSION_IDLE_SECONDS, now)
        && !passed(opened_at, SESSION_ABSOLUTE_SECONDS, now)
}

/// Seconds until a session ends however busy it is.
#[must_use]
pub fn ends_in(opened_at: Timestamp, now: Timestamp) -> u32 {
    remaining(opened_at, SESSION_ABSOLUTE_SECONDS, now)
}

/// Whether a request is to be written as the newest one.
#[must_use]
pub fn touch_is_due(seen_at: Timestamp, now: Timestamp) -> bool {
    passed(seen_at, SESSION_TOUCH_SECONDS, now)
}

/// Whether a device is still trusted.
#[must_use]
pub fn is_trusted(device: &TrustedDeviceRecord, now: Timestamp) -> bool {
    !passed(device.trusted_at, TRUSTED_DEVICE_SECONDS, now)
}
