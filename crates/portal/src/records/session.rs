//! Sessions, their second factor, and trusted devices. All are found by the digest of a token.

use super::{AccountId, AccountRecord, ChallengeId, KeyedDigest, SessionId, TokenDigest};
use contract::{Account, Method, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A session, from the right password on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRecord {
    /// Stays the same when the token is rotated.
    pub id: SessionId,
    /// The digest of the token in the cookie; unique, and a database's index.
    pub token: TokenDigest,
    /// The account.
    pub account: AccountId,
    /// When the password was given: the absolute expiry counts from here.
    pub opened_at: Timestamp,
    /// The newest request, to the minute: the idle expiry counts from here.
    pub seen_at: Timestamp,
    /// How far it is.
    pub stage: Stage,
    /// The second factor in progress: always while the stage is [`Stage::SecondFactor`].
    pub second_factor: Option<SecondFactor>,
}

/// How far a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The second factor is outstanding.
    SecondFactor,
    /// The account has no second factor yet.
    SetUp,
    /// Everything is open.
    SignedIn,
}

/// What a request needs to know of its session and account: one indexed look-up, and no secret.
#[derive(Clone, Debug)]
pub struct SessionView {
    /// The session's id.
    pub id: SessionId,
    /// The digest of its token.
    pub token: TokenDigest,
    /// The account's id.
    pub account: AccountId,
    /// When the password was given.
    pub opened_at: Timestamp,
    /// The newest request, to the minute.
    pub seen_at: Timestamp,
    /// How far it is.
    pub stage: Stage,
    /// Who is signed in.
    pub person: Account,
    /// Whether the account has a second factor.
    pub has_second_factor: bool,
}

impl SessionView {
    /// The view of a session of this account.
    #[must_use]
    pub fn of(session: &SessionRecord, account: &AccountRecord) -> Self {
        Self {
            id: session.id.clone(),
            token: session.token.clone(),
            account: session.account.clone(),
            opened_at: session.opened_at,
            seen_at: session.seen_at,
            stage: session.stage,
            person: account.public(),
            has_second_factor: account.has_second_factor(),
        }
    }
}

/// A second factor in progress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactor {
    /// The current challenge.
    pub challenge: ChallengeRecord,
    /// When each method was last sent, for the 30 seconds between two sendings.
    pub sent: BTreeMap<Method, Timestamp>,
}

/// One challenge: one sending, or the wait for a code from the app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChallengeRecord {
    /// Named by the phone's answer; unique, and a database's index.
    pub id: ChallengeId,
    /// The method in use.
    pub method: Method,
    /// When it began.
    pub started_at: Timestamp,
    /// The code that was sent, for methods that send one.
    pub code: Option<KeyedDigest>,
    /// Wrong codes so far.
    pub wrong: u32,
    /// What the person said on the phone.
    pub outcome: Option<Outcome>,
    /// Whether the messenger refused it: then it counts as expired.
    pub undelivered: bool,
}

/// What the person said on the phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Answered with #, or approved.
    Approved,
    /// Denied.
    Declined,
}

/// A browser in which one person chose "Don't ask again for 14 days".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrustedDeviceRecord {
    /// The digest of one of the tokens in the browser's cookie; unique, and a database's index.
    pub token: TokenDigest,
    /// The account.
    pub account: AccountId,
    /// When it was chosen.
    pub trusted_at: Timestamp,
}
