//! Sessions, their second factor, and trusted devices. All are kept under the hash of a token.

use crate::rules::digest::KeyedDigest;
use contract::{Method, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A session, from the right password on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SessionRecord {
    /// The account's id.
    pub account: String,
    /// When the password was given: the absolute expiry counts from here.
    pub opened_at: Timestamp,
    /// The newest request: the idle expiry counts from here.
    pub seen_at: Timestamp,
    /// How far it is.
    pub stage: Stage,
}

/// How far a session is.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The second factor is outstanding.
    SecondFactor(SecondFactor),
    /// The account has no second factor yet.
    SetUp,
    /// Everything is open.
    SignedIn,
}

/// The second factor of one session.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SecondFactor {
    /// The challenge in progress.
    pub challenge: ChallengeRecord,
    /// When each method was last sent, for the 30 seconds between two sendings.
    pub sent: BTreeMap<Method, Timestamp>,
}

/// One challenge: one sending, or the wait for a code from the app.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ChallengeRecord {
    /// Random; named by the phone's answer.
    pub id: String,
    /// The way in use.
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

/// A device on which "Don't ask again for 14 days" was chosen.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TrustedDeviceRecord {
    /// The account's id.
    pub account: String,
    /// When it was chosen.
    pub trusted_at: Timestamp,
}
