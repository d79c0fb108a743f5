//! Where the portal keeps things. A [`Store`] is a unit of work over one account: it loads the
//! [`Aggregate`] under a lock, runs a closure, and saves what changed. It knows no rule; those are
//! [`crate::operations`].

mod changes;
mod memory;
mod state;

pub use changes::{Changes, Row, RowChanges};
pub use memory::MemoryStore;
pub use state::State;

use crate::records::{
    AccountId, Aggregate, AttemptWindow, AttemptsId, ChallengeId, KeyedDigest, SessionView,
    TokenDigest,
};
use contract::{Problem, Timestamp};
use std::{fmt, future::Future};

/// A store failed. The text is for the operator's log and holds no secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// It cannot be reached for now.
    Unavailable(String),
    /// It answered something that makes no sense.
    Broken(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unavailable(reason) => write!(formatter, "store unavailable: {reason}"),
            Self::Broken(reason) => write!(formatter, "store broken: {reason}"),
        }
    }
}

impl std::error::Error for StoreError {}

/// What a unit of work comes to: a value, a refusal, or a failed store. **A refusal is an outcome
/// like a value: what was written before it is saved** (a wrong code was counted, say). Only a
/// [`StoreError`] rolls back.
pub type Ruling<T> = Result<Result<T, Problem>, StoreError>;

/// What the portal asks of a database.
///
/// # For an implementer
/// - [`change`](Store::change) begins a transaction, locks the account's row first and alone (no unit
///   of work holds two accounts, so there is one lock order), loads the rest, runs `work`, saves
///   [`Changes::between`] the two, and **commits whatever `work` returned**.
/// - Unique indexes: the token of a session, the token of a trusted device, the id of a challenge, the
///   digest of an app password, `(account, folded_name)` of app passwords that are not deleted, and
///   `(account, key)` of an Idempotency-Key.
/// - Rows are loaded in the order in which they were made.
/// - A row that cannot be read is [`StoreError::Broken`], never "no such row".
pub trait Store: Send + Sync + 'static {
    /// Runs `work` over an account, alone, and saves what it changed, events included. An account that
    /// is gone is `no_session`.
    fn change<T: Send>(
        &self,
        account: &AccountId,
        work: impl FnOnce(&mut Aggregate) -> Result<T, Problem> + Send,
    ) -> impl Future<Output = Ruling<T>> + Send;

    /// Looks at an account without a lock; none if there is no such account.
    fn read<T: Send>(
        &self,
        account: &AccountId,
        look: impl FnOnce(&Aggregate) -> T + Send,
    ) -> impl Future<Output = Result<Option<T>, StoreError>> + Send;

    /// The session with this token, dead or alive: what every signed-in request looks up.
    fn session(
        &self,
        token: &TokenDigest,
    ) -> impl Future<Output = Result<Option<SessionView>, StoreError>> + Send;

    /// The account with a challenge of this id.
    fn account_of_challenge(
        &self,
        challenge: &ChallengeId,
    ) -> impl Future<Output = Result<Option<AccountId>, StoreError>> + Send;

    /// The account with an app password that has one of these digests.
    fn account_of_app_password(
        &self,
        digests: &[KeyedDigest],
    ) -> impl Future<Output = Result<Option<AccountId>, StoreError>> + Send;

    /// Runs `work` over the attempts counted under an id that belongs to no account, alone, and saves
    /// what it changed. An empty window is no row.
    fn change_attempts<T: Send>(
        &self,
        id: &AttemptsId,
        work: impl FnOnce(&mut AttemptWindow) -> Result<T, Problem> + Send,
    ) -> impl Future<Output = Ruling<T>> + Send;

    /// Removes what is over in every account ([`crate::operations::purge`]) and every attempt that no
    /// longer counts ([`crate::rules::sign_in::PASSWORD_LIMIT`]).
    fn purge(&self, now: Timestamp) -> impl Future<Output = Result<(), StoreError>> + Send;
}
