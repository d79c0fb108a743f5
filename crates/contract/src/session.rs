//! Signing in: password, second factor, and what the page knows of the session.

use crate::Secret;
use serde::{Deserialize, Serialize};

/// Body of `POST /session`: step 1 of the guide.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SignIn {
    /// The account's e-mail address, as typed.
    pub email: String,
    /// The network password.
    pub password: Secret,
}

/// How far a visitor is signed in. `GET /session` always answers 200 with one of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", content = "value", rename_all = "snake_case")]
pub enum SessionState {
    /// No session, or one that ended.
    SignedOut,
    /// The password was right; the second factor is outstanding.
    SecondFactor(Challenge),
    /// The password was right, and the account has no second factor yet: only the endpoints that
    /// set one up answer.
    SetUpRequired(Account),
    /// Everything answers.
    SignedIn(Account),
}

/// Every reply that says where a visitor is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SessionReply {
    /// Where.
    #[serde(flatten)]
    pub state: SessionState,
    /// Seconds until the session ends however busy it is; 0 if there is none. Left alone, it ends after
    /// [`crate::limits::SESSION_IDLE_SECONDS`].
    pub ends_in: u32,
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The person's name, as the account menu shows it.
    pub name: String,
    /// The e-mail address, also the user name in a mail application.
    pub email: String,
    /// Administrators are advised against app passwords (note in the guide).
    pub administrator: bool,
}

/// A method to prove who you are beyond the password; the first five are the guide's
/// "What's your preferred option?" in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Notify me through app: approve on the phone.
    AppNotification,
    /// Call my authentication phone: answer, press #.
    CallAuthenticationPhone,
    /// Text code to my authentication phone.
    TextAuthenticationPhone,
    /// Call my office phone.
    CallOfficePhone,
    /// Use verification code from app (RFC 6238).
    AppCode,
    /// Call my alternate authentication phone: never preferred, only "another way".
    CallAlternatePhone,
}

impl Method {
    /// The guide's five, in the order of its list.
    pub const PREFERABLE: [Self; 5] = [
        Self::AppNotification,
        Self::CallAuthenticationPhone,
        Self::TextAuthenticationPhone,
        Self::CallOfficePhone,
        Self::AppCode,
    ];

    /// Whether the person types a code (text or authenticator app).
    #[must_use]
    pub const fn takes_code(self) -> bool {
        matches!(self, Self::TextAuthenticationPhone | Self::AppCode)
    }

    /// Whether the person answers a ringing phone.
    #[must_use]
    pub const fn is_call(self) -> bool {
        matches!(
            self,
            Self::CallAuthenticationPhone | Self::CallOfficePhone | Self::CallAlternatePhone
        )
    }
}

/// One method that this account can use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MethodOption {
    /// Which method.
    pub method: Method,
    /// Where it goes, masked to its last digits (`+1 ••• ••• 0134`); empty for the app.
    pub hint: String,
}

/// The second factor in progress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// The method in use.
    pub method: Method,
    /// Where it went, masked; empty for the app.
    pub hint: String,
    /// All of the account's methods, the one in use included.
    pub options: Vec<MethodOption>,
    /// How far it is.
    pub status: ChallengeStatus,
    /// Seconds until the code or the call expires; 0 for a code from the app, which does not.
    pub expires_in: u32,
    /// Seconds until it may be sent again; 0 means now.
    pub resend_in: u32,
    /// Tries left for this code.
    pub tries_left: u32,
}

/// How far a second factor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChallengeStatus {
    /// A code is expected, or the phone rings, or the approval is open.
    Waiting,
    /// The call was answered with #, or the request was approved: answer to go on.
    Approved,
    /// The person pressed deny on the phone.
    Declined,
    /// Nobody answered within 60 seconds, or the code is older than 5 minutes.
    Expired,
    /// Five wrong codes: ask for a new one.
    Exhausted,
}

/// Body of `POST /session/challenge`: start, resend or "Sign in another way".
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SelectMethod {
    /// One of the challenge's options.
    pub method: Method,
}

/// Body of `POST /session/challenge/answer`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AnswerChallenge {
    /// The code typed, spaces allowed; none for a call or an approval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Secret>,
    /// "Don't ask again for 14 days" on this device.
    #[serde(default)]
    pub remember_device: bool,
}
