//! Deleting with ten seconds to undo. What was deleted is refused and out of sight from the first
//! moment; only its owner can bring it back, and only for as long as [`UNDO_SECONDS`].

use super::time::passed;
use crate::store::AppPasswordRecord;
use contract::{Code, Problem, Timestamp, limits::UNDO_SECONDS};

/// Whether a row was deleted so long ago that it is gone for good: a store removes it at its next
/// write.
#[must_use]
pub fn is_gone(row: &AppPasswordRecord, now: Timestamp) -> bool {
    row.deleted_at
        .is_some_and(|deleted_at| passed(deleted_at, UNDO_SECONDS, now))
}

/// Whether a row may be brought back. `rows` are all of the account's, those deleted within the last
/// ten seconds among them. One that is there (an undo whose reply was lost) is brought back too.
/// Policy does not matter: it is about new ones.
///
/// # Errors
/// `not_found` (gone for good, or never there), `limit_reached` or `name_taken` when its place or
/// its name was taken meanwhile. It stays deleted then, and may be tried again in time.
pub fn check_restoration(
    rows: &[&AppPasswordRecord],
    id: &str,
    limit: usize,
    now: Timestamp,
) -> Result<(), Problem> {
    let row = rows.iter().find(|row| row.id == id && !is_gone(row, now));
    let row = row.ok_or(Problem::new(Code::NotFound))?;
    if row.is_there() {
        return Ok(());
    }
    let there = || rows.iter().filter(|row| row.is_there());
    if there().count() >= limit {
        return Err(Problem::new(Code::LimitReached));
    }
    if there().any(|other| other.folded_name == row.folded_name) {
        return Err(Problem::new(Code::NameTaken));
    }
    Ok(())
}
