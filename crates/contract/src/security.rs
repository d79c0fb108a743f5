//! Additional security verification: preferred option, phones, authenticator app, trusted devices.

use crate::{Method, MethodOption, Secret};
use serde::{Deserialize, Serialize};

/// Reply to `GET /security` and to everything that changes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecuritySettings {
    /// "What's your preferred option?"; none until a first method is set up.
    pub preferred: Option<Method>,
    /// Every method that works now, with masked hints.
    pub available: Vec<MethodOption>,
    /// The authentication phone, once a code sent to it was entered.
    pub authentication_phone: Option<Phone>,
    /// Set by the administrator, never here.
    pub office_phone: Option<Phone>,
    /// The alternate authentication phone, once verified.
    pub alternate_phone: Option<Phone>,
    /// Whether an authenticator app is set up.
    pub authenticator: bool,
    /// Devices on which "Don't ask again for 14 days" is in force.
    pub trusted_devices: u32,
}

/// A phone number in E.164 form (`+15555550134`) with its extension, if any.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    /// `+` and 7 to 15 digits (ITU-T E.164).
    pub number: String,
    /// Digits to dial after the call is answered; office phones only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<String>,
}

/// The two phones a person may edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhoneSlot {
    /// The authentication phone.
    Authentication,
    /// The alternate authentication phone.
    Alternate,
}

impl PhoneSlot {
    /// Its segment of a path.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Authentication => "authentication",
            Self::Alternate => "alternate",
        }
    }
}

/// Body of `PUT /security`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct UpdateSecurity {
    /// One of [`SecuritySettings::available`], and one of [`Method::PREFERABLE`].
    pub preferred: Method,
}

/// How a number is verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VerificationChannel {
    /// A text message with the code.
    Text,
    /// A call that reads the code out.
    Call,
}

/// Body of `POST /security/phones/verification`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StartPhoneVerification {
    /// Which phone.
    pub slot: PhoneSlot,
    /// As typed; [`crate::form::phone`] says what is accepted.
    pub number: String,
    /// How the code travels.
    pub channel: VerificationChannel,
}

/// Reply to starting a phone verification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerificationStarted {
    /// The number the code went to, in E.164 form.
    pub number: String,
    /// Seconds until the code expires.
    pub expires_in: u32,
    /// Seconds until another may be sent.
    pub resend_in: u32,
}

/// Body of both confirmations: the code that proves a phone or an authenticator app.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ConfirmCode {
    /// Six digits, spaces allowed.
    pub code: Secret,
}

/// Reply to `POST /security/authenticator`; sent with `Cache-Control: no-store`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AuthenticatorSetUp {
    /// The shared key in Base32 without padding (RFC 4648), for typing in by hand.
    pub key: Secret,
    /// The same as an `otpauth://totp/…` address, for the QR code.
    pub address: Secret,
}
