//! Making app passwords: policy, limit, unique names, and idempotency without keeping the secret.

use super::{digest::KeyedDigest, initial::initial_name, name::Name, time::passed};
use crate::store::{AccountRecord, AppPasswordRecord, IdempotencyRecord, Made};
use contract::{Code, Creation, Delivery, Field, Problem, Timestamp, limits::IDEMPOTENCY_SECONDS};

/// One attempt to make an app password.
#[derive(Clone, Debug)]
pub struct NewAppPassword {
    /// What is asked for.
    pub wanted: Wanted,
    /// The id of the row, should it be a new one.
    pub id: String,
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
pub enum Wanted {
    /// The automatic first one.
    Initial,
    /// One with a name.
    Named(Name),
}

impl Wanted {
    fn made(&self) -> Made {
        match self {
            Self::Initial => Made::Initial,
            Self::Named(name) => Made::Named(name.folded.clone()),
        }
    }
}

/// What a store is to do about an attempt.
#[derive(Clone, Debug)]
pub enum Decision {
    /// Insert this row, remember the key, and note that the account has had one.
    Insert(AppPasswordRecord),
    /// Give this row the new digest, and the key the new attempt number: the password that was
    /// never seen is gone.
    Replace {
        /// The row's id.
        id: String,
    },
}

/// Whether policy allows new ones.
///
/// # Errors
/// `creation_forbidden`.
pub fn check_policy(account: &AccountRecord) -> Result<(), Problem> {
    match account.creation {
        Creation::Allowed => Ok(()),
        Creation::Forbidden => Err(Problem::new(Code::CreationForbidden)),
    }
}

/// Whether the very first visit's initial one is to be made.
#[must_use]
pub fn initial_due(account: &AccountRecord) -> bool {
    !account.had_app_passwords && account.creation == Creation::Allowed
}

/// Whether a key is remembered still.
#[must_use]
pub fn is_remembered(known: &IdempotencyRecord, now: Timestamp) -> bool {
    !passed(known.first_used_at, IDEMPOTENCY_SECONDS, now)
}

/// Decides on one attempt. `rows` are all of the account's that are not deleted, `known` is what the key was used for
/// within the last 10 minutes, by whomever.
///
/// # Errors
/// `creation_forbidden`; for a known key `key_reused`, `not_found` (the row was deleted),
/// `stale_attempt` or `already_shown`; else `initial_not_due`, `limit_reached` or `name_taken`.
pub fn decide(
    account: &AccountRecord,
    rows: &[&AppPasswordRecord],
    known: Option<&IdempotencyRecord>,
    new: &NewAppPassword,
    now: Timestamp,
) -> Result<Decision, Problem> {
    check_policy(account)?;
    if let Some(known) = known {
        return replace(account, rows, known, new);
    }
    let name = match &new.wanted {
        Wanted::Initial if initial_due(account) => Name::trusted(initial_name(now)),
        Wanted::Initial => return Err(Problem::new(Code::InitialNotDue)),
        Wanted::Named(name) => name.clone(),
    };
    if rows.len() >= new.limit {
        return Err(Problem::new(Code::LimitReached));
    }
    if rows.iter().any(|row| row.folded_name == name.folded) {
        return Err(Problem::about(Code::NameTaken, Field::Name));
    }
    Ok(Decision::Insert(AppPasswordRecord {
        id: new.id.clone(),
        account: account.id.clone(),
        name: name.text,
        folded_name: name.folded,
        created_at: now,
        delivery: Delivery::Made,
        digest: new.digest.clone(),
        deleted_at: None,
    }))
}

fn replace(
    account: &AccountRecord,
    rows: &[&AppPasswordRecord],
    known: &IdempotencyRecord,
    new: &NewAppPassword,
) -> Result<Decision, Problem> {
    if known.account != account.id || known.made != new.wanted.made() {
        return Err(Problem::new(Code::KeyReused));
    }
    let Some(row) = rows.iter().find(|row| row.id == known.app_password) else {
        return Err(Problem::new(Code::NotFound));
    };
    if new.attempt <= known.attempt {
        return Err(Problem::new(Code::StaleAttempt));
    }
    if row.delivery >= Delivery::Shown {
        return Err(Problem::new(Code::AlreadyShown));
    }
    Ok(Decision::Replace { id: row.id.clone() })
}

/// What to remember of a key whose row was inserted.
#[must_use]
pub fn remember(
    row: &AppPasswordRecord,
    new: &NewAppPassword,
    now: Timestamp,
) -> IdempotencyRecord {
    IdempotencyRecord {
        account: row.account.clone(),
        made: new.wanted.made(),
        app_password: row.id.clone(),
        attempt: new.attempt,
        first_used_at: now,
    }
}
