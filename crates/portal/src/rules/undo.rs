//! Deleting with two minutes to undo. What was deleted is refused and out of sight from the first
//! moment; only its owner can bring it back, and only for as long as [`UNDO_SECONDS`].

use super::time::remaining;
use crate::records::AppPasswordRecord;
use contract::{Timestamp, limits::UNDO_SECONDS};

/// Seconds for which what was deleted then can be brought back.
#[must_use]
pub fn seconds_left(deleted_at: Timestamp, now: Timestamp) -> u32 {
    remaining(deleted_at, UNDO_SECONDS, now)
}

/// Whether a row was deleted so long ago that it is gone for good: the account's next change, or the
/// next purge, removes it.
#[must_use]
pub fn is_gone(row: &AppPasswordRecord, now: Timestamp) -> bool {
    row.deleted_at
        .is_some_and(|deleted_at| seconds_left(deleted_at, now) == 0)
}
