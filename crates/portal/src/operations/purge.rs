//! Removes what is over.

use crate::{
    records::{Aggregate, IdempotencyRecord},
    rules::{
        session::{is_alive, is_trusted},
        time::passed,
        undo::is_gone,
    },
};
use contract::{Timestamp, limits::IDEMPOTENCY_SECONDS};

/// Removes an account's sessions, trusted devices, deleted app passwords and Idempotency-Keys whose
/// time is over.
pub fn purge(aggregate: &mut Aggregate, now: Timestamp) {
    let has_second_factor = aggregate.account.has_second_factor();
    aggregate
        .sessions
        .retain(|session| is_alive(session, has_second_factor, now));
    aggregate
        .trusted_devices
        .retain(|device| is_trusted(device, now));
    aggregate.app_passwords.retain(|row| !is_gone(row, now));
    aggregate
        .idempotency
        .retain(|known| is_remembered(known, now));
}

fn is_remembered(known: &IdempotencyRecord, now: Timestamp) -> bool {
    !passed(known.first_used_at, IDEMPOTENCY_SECONDS, now)
}
