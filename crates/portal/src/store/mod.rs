//! Where the portal keeps things. The methods of [`Store`] are whole business operations, each of
//! them atomic: with 39 app passwords in the list, 50 racing creates on several instances make
//! exactly one. The decisions themselves are functions in [`crate::rules`], which a store calls
//! between reading and writing, inside its transaction.

mod memory;
mod records;
mod state;

pub use memory::MemoryStore;
pub use records::{
    AccountRecord, AppPasswordRecord, AuthenticatorRecord, ChallengeRecord, IdempotencyRecord,
    Made, Outcome, PendingPhone, SecondFactor, SessionRecord, Stage, TrustedDeviceRecord,
};
pub use state::State;

use crate::rules::{
    app_passwords::NewAppPassword,
    challenge::{Answer, Seed},
    digest::Digests,
    security::NewVerification,
    token::TokenDigest,
};
use contract::{Delivery, Method, PhoneSlot, Problem, Secret, Timestamp};
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

/// What an operation comes to: done, refused by a rule, or failed. **A refusal is an outcome like
/// any other: what the rule wrote (a wrong code counted, say) is kept.**
pub type Ruled<T> = Result<Result<T, Problem>, StoreError>;

/// A session with its account, both as they were after one operation.
#[derive(Clone, Debug)]
pub struct SessionView {
    /// Under which the session is kept.
    pub token: TokenDigest,
    /// The session.
    pub session: SessionRecord,
    /// Its account.
    pub account: AccountRecord,
}

/// A session to open after the right password.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// The account's id.
    pub account: String,
    /// The digest of the new token.
    pub token: TokenDigest,
    /// The session that this browser had before, if any; it ends.
    pub replaces: Option<TokenDigest>,
    /// The digest of the browser's trusted-device token, if it sent one.
    pub trusted_device: Option<TokenDigest>,
    /// For the challenge, should there be one.
    pub seed: Seed,
}

/// The tokens that an answered challenge is exchanged for.
#[derive(Clone, Debug)]
pub struct NextTokens {
    /// The session goes on under this one; the old one ends.
    pub session: TokenDigest,
    /// Given when the person ticked "Don't ask again for 14 days".
    pub trusted_device: Option<TokenDigest>,
}

/// Everything the portal asks of a database. `account` is always an account's id.
pub trait Store: Send + Sync + 'static {
    /// The account with this id ([`contract::form::email::fold`]), if any.
    fn find_account(
        &self,
        id: &str,
    ) -> impl Future<Output = Result<Option<AccountRecord>, StoreError>> + Send;

    /// Counts one password try of an account-and-address, known or not
    /// ([`crate::rules::sign_in::count_try`]).
    fn record_attempt(&self, who: &str, now: Timestamp) -> impl Future<Output = Ruled<()>> + Send;

    /// Forgets the tries of an account-and-address.
    fn clear_attempts(&self, who: &str) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Opens a session: signed in if the device is trusted, else with its second factor begun,
    /// or to be set up if the account has none. Refuses with `wrong_credentials` if the account
    /// is gone.
    fn open_session(
        &self,
        new: NewSession,
        now: Timestamp,
    ) -> impl Future<Output = Ruled<SessionView>> + Send;

    /// The session under this token, marked as seen now; none if it ended or never was
    /// ([`crate::rules::session::is_alive`]).
    fn use_session(
        &self,
        token: &TokenDigest,
        now: Timestamp,
    ) -> impl Future<Output = Result<Option<SessionView>, StoreError>> + Send;

    /// Ends a session.
    fn close_session(
        &self,
        token: &TokenDigest,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Starts the challenge anew ([`crate::rules::challenge::restart`]).
    fn restart_challenge(
        &self,
        token: &TokenDigest,
        method: Method,
        seed: Seed,
        now: Timestamp,
    ) -> impl Future<Output = Ruled<SessionView>> + Send;

    /// Notes that a challenge could not be sent ([`crate::rules::challenge::undeliverable`]).
    fn report_undelivered(
        &self,
        token: &TokenDigest,
        challenge: &str,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Judges an answer ([`crate::rules::challenge::judge`]); if it is right, the session is
    /// signed in under its next token. A code is used once, however many answers race.
    fn answer_challenge(
        &self,
        token: &TokenDigest,
        answer: Answer,
        next: NextTokens,
        now: Timestamp,
    ) -> impl Future<Output = Ruled<SessionView>> + Send;

    /// What the person said on the phone. False if no challenge with this id waits for it.
    fn record_outcome(
        &self,
        challenge: &str,
        outcome: Outcome,
        now: Timestamp,
    ) -> impl Future<Output = Result<bool, StoreError>> + Send;

    /// Sets the preferred option ([`crate::rules::security::set_preferred`]).
    fn set_preferred(
        &self,
        account: &str,
        method: Method,
    ) -> impl Future<Output = Ruled<AccountRecord>> + Send;

    /// Begins to verify a phone ([`crate::rules::security::start_verification`]).
    fn start_verification(
        &self,
        account: &str,
        new: NewVerification,
        now: Timestamp,
    ) -> impl Future<Output = Ruled<()>> + Send;

    /// Ends a verification whose code could not be sent.
    fn cancel_verification(
        &self,
        account: &str,
        id: &str,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Makes a phone count ([`crate::rules::security::confirm_phone`]). A set-up session becomes
    /// signed in under the `next` token; any other session keeps its own.
    fn confirm_phone(
        &self,
        token: &TokenDigest,
        code: Digests,
        next: TokenDigest,
        now: Timestamp,
    ) -> impl Future<Output = Ruled<SessionView>> + Send;

    /// Removes a phone ([`crate::rules::security::remove_phone`]).
    fn remove_phone(
        &self,
        account: &str,
        slot: PhoneSlot,
    ) -> impl Future<Output = Ruled<AccountRecord>> + Send;

    /// Keeps the key of an authenticator app until it is confirmed, in place of an older one.
    fn start_authenticator(
        &self,
        account: &str,
        key: Secret,
    ) -> impl Future<Output = Ruled<()>> + Send;

    /// Makes an authenticator app count ([`crate::rules::security::confirm_authenticator`]);
    /// sessions go on as in [`Store::confirm_phone`].
    fn confirm_authenticator(
        &self,
        token: &TokenDigest,
        code: Secret,
        next: TokenDigest,
        now: Timestamp,
    ) -> impl Future<Output = Ruled<SessionView>> + Send;

    /// Removes the authenticator app ([`crate::rules::security::remove_authenticator`]).
    fn remove_authenticator(
        &self,
        account: &str,
    ) -> impl Future<Output = Ruled<AccountRecord>> + Send;

    /// How many devices are trusted now.
    fn count_trusted_devices(
        &self,
        account: &str,
        now: Timestamp,
    ) -> impl Future<Output = Result<u32, StoreError>> + Send;

    /// Trusts no device any more.
    fn forget_trusted_devices(
        &self,
        account: &str,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// All of an account's app passwords that are not deleted, newest first.
    fn app_passwords(
        &self,
        account: &str,
    ) -> impl Future<Output = Result<Vec<AppPasswordRecord>, StoreError>> + Send;

    /// One attempt to make an app password ([`crate::rules::app_passwords::decide`]): the row as
    /// it is now.
    fn create_if_below_limit(
        &self,
        account: &str,
        new: NewAppPassword,
        now: Timestamp,
    ) -> impl Future<Output = Ruled<AppPasswordRecord>> + Send;

    /// Moves a delivery forward, never back. False if the account has no such row.
    fn report_delivery(
        &self,
        account: &str,
        id: &str,
        delivery: Delivery,
    ) -> impl Future<Output = Result<bool, StoreError>> + Send;

    /// Deletes a row, and reports what it was; none if the account has no such row. The row is kept
    /// with its `deleted_at` until it [is gone for good](crate::rules::undo::is_gone); the next
    /// create, delete or restore removes it then.
    fn delete_and_report(
        &self,
        account: &str,
        id: &str,
        now: Timestamp,
    ) -> impl Future<Output = Result<Option<AppPasswordRecord>, StoreError>> + Send;

    /// Undoes a deletion ([`crate::rules::undo::check_restoration`]): the row as it was, in its old
    /// place in the list.
    fn restore_app_password(
        &self,
        account: &str,
        id: &str,
        limit: usize,
        now: Timestamp,
    ) -> impl Future<Output = Ruled<AppPasswordRecord>> + Send;

    /// The account's app password with one of these digests, by one look-up. Its delivery is
    /// closed, and its digest becomes the current one, so that an old key can retire.
    fn sign_in_with_app_password(
        &self,
        account: &str,
        password: Digests,
    ) -> impl Future<Output = Result<Option<AppPasswordRecord>, StoreError>> + Send;
}
