//! App passwords: policy, limit, unique names, undo, and idempotency without keeping the secret.

use super::sessions::{Access, require};
use crate::{
    records::{
        AccountRecord, Aggregate, AppPasswordRecord, EventKind, IdempotencyRecord, KeyedDigest,
        TokenDigest, UsedFor,
    },
    rules::{
        initial::initial_name,
        name::Name,
        undo::{is_gone, seconds_left},
    },
};
use contract::{
    AppPassword, AppPasswordId, AppPasswordList, Code, Creation, DeletedAppPassword, Delivery,
    Field, Problem, Timestamp,
};
use std::cmp::Reverse;

/// One attempt to make an app password.
#[derive(Clone, Debug)]
pub struct NewAppPassword {
    /// What is asked for.
    pub requested: Requested,
    /// The id of the row, should it be a new one.
    pub id: AppPasswordId,
    /// The digest of the freshly generated password.
    pub digest: KeyedDigest,
    /// The Idempotency-Key.
    pub key: String,
    /// Which attempt with that key it is, from 1.
    pub attempt: u32,
    /// Most that this user may hold.
    pub limit: usize,
}

/// What is asked for.
#[derive(Clone, Debug)]
pub enum Requested {
    /// The automatic first one.
    Initial,
    /// One with this name, as typed.
    Named(String),
}

/// All that are not deleted, newest first.
#[must_use]
pub fn list(aggregate: &Aggregate, limit: usize) -> AppPasswordList {
    let newest_first = aggregate.app_passwords.iter().rev();
    let active = newest_first.filter(|row| row.is_active());
    let mut items: Vec<_> = active.map(AppPasswordRecord::public).collect();
    // Stable: of two made in the same instant, the later one stays first.
    items.sort_by_key(|row| Reverse(row.created_at));
    AppPasswordList {
        items,
        limit,
        creation: aggregate.account.creation,
        initial_due: initial_due(&aggregate.account),
    }
}

/// Whether the very first visit's initial one is to be made.
fn initial_due(account: &AccountRecord) -> bool {
    !account.had_app_passwords && account.creation == Creation::Allowed
}

/// Makes an app password. A retry with the same key replaces the password that the key made, if nobody
/// has seen it. Returns the row as it is now.
///
/// # Errors
/// `no_session` or `second_factor_required`; `creation_forbidden`; `name_empty`, `name_too_long` or
/// `name_forbidden_character`; for a known key `key_reused`, `not_found` (the row was deleted),
/// `stale_attempt` or `already_shown`; else `initial_not_due`, `limit_reached` or `name_taken`.
pub fn create(
    aggregate: &mut Aggregate,
    by: &TokenDigest,
    new: NewAppPassword,
    now: Timestamp,
) -> Result<AppPassword, Problem> {
    let session = require(aggregate, by, Access::SignedIn, now)?;
    if aggregate.account.creation == Creation::Forbidden {
        return Err(Problem::new(Code::CreationForbidden));
    }
    let name = match &new.requested {
        Requested::Initial => None,
        Requested::Named(typed) => Some(Name::parse(typed)?),
    };
    let used_for = name
        .as_ref()
        .map_or(UsedFor::Initial, |name| UsedFor::Named(name.folded.clone()));
    let mut keys = aggregate.idempotency.iter();
    let known = keys.position(|known| known.key == new.key);
    let (row, kind) = if let Some(known) = known {
        let row = replace(aggregate, known, &used_for, &new)?;
        (row.clone(), EventKind::AppPasswordReplaced(row.id))
    } else {
        let row = insert(aggregate, name, used_for, new, now)?;
        (row.clone(), EventKind::AppPasswordCreated(row.id))
    };
    aggregate.note(now, Some(session), kind);
    Ok(row)
}

fn insert(
    aggregate: &mut Aggregate,
    name: Option<Name>,
    used_for: UsedFor,
    new: NewAppPassword,
    now: Timestamp,
) -> Result<AppPassword, Problem> {
    let name = match name {
        Some(name) => name,
        None if initial_due(&aggregate.account) => Name::trusted(initial_name(now)),
        None => return Err(Problem::new(Code::InitialNotDue)),
    };
    check_room(aggregate, new.limit)?;
    if !is_free(aggregate, &name.folded) {
        return Err(Problem::about(Code::NameTaken, Field::Name));
    }
    let row = AppPasswordRecord {
        id: new.id,
        account: aggregate.account.id.clone(),
        name: name.text,
        folded_name: name.folded,
        created_at: now,
        delivery: Delivery::Made,
        digest: new.digest,
        deleted_at: None,
    };
    let shown = row.public();
    aggregate.account.had_app_passwords = true;
    aggregate.idempotency.push(IdempotencyRecord {
        key: new.key,
        account: row.account.clone(),
        used_for,
        app_password: row.id.clone(),
        attempt: new.attempt,
        first_used_at: now,
    });
    aggregate.app_passwords.push(row);
    Ok(shown)
}

fn replace(
    aggregate: &mut Aggregate,
    known: usize,
    used_for: &UsedFor,
    new: &NewAppPassword,
) -> Result<AppPassword, Problem> {
    let known = &mut aggregate.idempotency[known];
    if known.used_for != *used_for {
        return Err(Problem::new(Code::KeyReused));
    }
    let mut rows = aggregate.app_passwords.iter_mut();
    let row = rows.find(|row| row.id == known.app_password && row.is_active());
    let row = row.ok_or(Problem::new(Code::NotFound))?;
    if new.attempt <= known.attempt {
        return Err(Problem::new(Code::StaleAttempt));
    }
    if row.delivery >= Delivery::Shown {
        return Err(Problem::new(Code::AlreadyShown));
    }
    known.attempt = new.attempt;
    row.digest = new.digest.clone();
    Ok(row.public())
}

/// Moves a delivery forward, never back.
///
/// # Errors
/// `no_session`, `second_factor_required`, or `not_found`.
pub fn report_delivery(
    aggregate: &mut Aggregate,
    by: &TokenDigest,
    id: &AppPasswordId,
    delivery: Delivery,
    now: Timestamp,
) -> Result<(), Problem> {
    require(aggregate, by, Access::SignedIn, now)?;
    let row = aggregate.app_password_mut(id);
    let row = row.ok_or(Problem::new(Code::NotFound))?;
    row.delivery = row.delivery.max(delivery);
    Ok(())
}

/// Deletes one. It is refused from now on; its row is kept with its `deleted_at` for as long as that
/// can be undone ([`crate::rules::undo`]). Doing it again (a delete whose reply was lost) changes
/// nothing more.
///
/// # Errors
/// `no_session`, `second_factor_required`, or `not_found` (gone for good, or never there).
pub fn delete(
    aggregate: &mut Aggregate,
    by: &TokenDigest,
    id: &AppPasswordId,
    now: Timestamp,
) -> Result<DeletedAppPassword, Problem> {
    let session = require(aggregate, by, Access::SignedIn, now)?;
    let index = not_gone(aggregate, id, now)?;
    let row = &mut aggregate.app_passwords[index];
    let is_first = row.is_active();
    let deleted_at = *row.deleted_at.get_or_insert(now);
    if is_first {
        let kind = EventKind::AppPasswordDeleted(id.clone());
        aggregate.note(now, Some(session), kind);
    }
    Ok(DeletedAppPassword {
        undo_seconds: seconds_left(deleted_at, now),
    })
}

/// Undoes a deletion: the row as it was, in its old place in the list. One that is not deleted (an
/// undo whose reply was lost) is left as it is. Policy does not matter: it is about new ones.
///
/// # Errors
/// `no_session` or `second_factor_required`; `not_found` (gone for good, or never there);
/// `limit_reached` or `name_taken` when its place or its name was taken meanwhile. It stays deleted
/// then, and may be tried again in time.
pub fn restore(
    aggregate: &mut Aggregate,
    by: &TokenDigest,
    id: &AppPasswordId,
    limit: usize,
    now: Timestamp,
) -> Result<AppPassword, Problem> {
    let session = require(aggregate, by, Access::SignedIn, now)?;
    let index = not_gone(aggregate, id, now)?;
    let row = &aggregate.app_passwords[index];
    if row.is_active() {
        return Ok(row.public());
    }
    check_room(aggregate, limit)?;
    if !is_free(aggregate, &row.folded_name) {
        return Err(Problem::new(Code::NameTaken));
    }
    aggregate.app_passwords[index].deleted_at = None;
    let kind = EventKind::AppPasswordRestored(id.clone());
    aggregate.note(now, Some(session), kind);
    Ok(aggregate.app_passwords[index].public())
}

/// The place of a row that is there, or was deleted and can be brought back.
fn not_gone(aggregate: &Aggregate, id: &AppPasswordId, now: Timestamp) -> Result<usize, Problem> {
    let mut rows = aggregate.app_passwords.iter();
    let index = rows.position(|row| row.id == *id && !is_gone(row, now));
    index.ok_or(Problem::new(Code::NotFound))
}

fn check_room(aggregate: &Aggregate, limit: usize) -> Result<(), Problem> {
    let rows = aggregate.app_passwords.iter();
    if rows.filter(|row| row.is_active()).count() >= limit {
        return Err(Problem::new(Code::LimitReached));
    }
    Ok(())
}

/// Whether no app password has this folded name; deleted ones do not count.
fn is_free(aggregate: &Aggregate, folded_name: &str) -> bool {
    let mut rows = aggregate.app_passwords.iter();
    !rows.any(|row| row.is_active() && row.folded_name == folded_name)
}
