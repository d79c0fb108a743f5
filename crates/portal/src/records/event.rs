//! What happened to an account. An operation writes events into the [`crate::Aggregate`]; a store
//! saves them in the same transaction or drops them.

use super::{AccountId, SessionId};
use contract::{AppPasswordId, Code, Method, PhoneSlot, Timestamp};
use serde::{Deserialize, Serialize};

/// One event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When it happened.
    pub at: Timestamp,
    /// The account it happened to.
    pub account: AccountId,
    /// The session that did it, if one did.
    pub session: Option<SessionId>,
    /// What happened.
    pub kind: EventKind,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// A session was signed in.
    SignedIn(Proof),
    /// A session was ended by its owner.
    SignedOut,
    /// A code or an approval was refused, at sign-in or while a factor was being set up.
    CodeRefused(Code),
    /// A sign-in was denied on the phone.
    Declined,
    /// An app password was created.
    AppPasswordCreated(AppPasswordId),
    /// A retry replaced an app password that nobody had seen.
    AppPasswordReplaced(AppPasswordId),
    /// An app password was deleted.
    AppPasswordDeleted(AppPasswordId),
    /// A deletion was undone.
    AppPasswordRestored(AppPasswordId),
    /// A factor was set up or replaced.
    FactorAdded(Factor),
    /// A factor was removed.
    FactorRemoved(Factor),
    /// Another preferred option was chosen.
    PreferredChanged(Method),
    /// No device is trusted any more.
    TrustedDevicesForgotten,
}

/// How a session was signed in, beyond the password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// By a second factor.
    SecondFactor(Method),
    /// By a trusted device.
    TrustedDevice,
    /// By setting up the account's first factor.
    SetUp,
}

/// A factor that its owner may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Factor {
    /// A phone.
    Phone(PhoneSlot),
    /// The authenticator app.
    Authenticator,
}
