//! How codes, calls and requests to approve reach people.

use super::BoxFuture;
use crate::records::ChallengeId;
use contract::Secret;

/// Sends messages to people: the on-screen phone of the prototype, a provider's webhook on a
/// server.
pub trait Messenger: Send + Sync {
    /// Hands the message over. It returns when the provider has taken it, not when a person reads
    /// it.
    fn deliver(&self, message: Message) -> BoxFuture<'_, Result<(), DeliveryError>>;
}

/// The provider did not take a message; the person is told that it was not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeliveryError;

/// One message to a person. `account` is always the e-mail address of the account it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A text message with a one-time code.
    TextCode {
        /// The number, in E.164 form.
        to: String,
        /// Six digits.
        code: Secret,
        /// Whose sign-in or set-up it is for.
        account: String,
    },
    /// A call.
    Call {
        /// The number, in E.164 form.
        to: String,
        /// Digits to dial once it is answered.
        extension: Option<String>,
        /// Whose sign-in or set-up it is for.
        account: String,
        /// What to do when it is answered.
        purpose: CallPurpose,
    },
    /// A request to approve in the authenticator app.
    AppNotification {
        /// Whose sign-in it is for.
        account: String,
        /// For [`crate::Portal::answer_out_of_band`].
        challenge: ChallengeId,
    },
}

/// What a call is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallPurpose {
    /// Ask for #, and report it.
    Approve {
        /// For [`crate::Portal::answer_out_of_band`].
        challenge: ChallengeId,
    },
    /// Read a code out.
    ReadCode(Secret),
}
