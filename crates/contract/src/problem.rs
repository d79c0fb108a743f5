//! Errors on the wire: RFC 9457 `application/problem+json` with a stable code.

use serde::{Deserialize, Deserializer, Serialize};

/// The media type of every error reply (RFC 9457).
pub const MEDIA_TYPE: &str = "application/problem+json";

/// The body of an error reply. It carries a code, never a sentence for people: the page words it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// What went wrong; stable.
    pub code: Code,
    /// The field it is about, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
    /// Seconds to wait before another try makes sense.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
    /// Tries left with this code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tries_left: Option<u32>,
    /// Names the request in the operator's logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

impl Problem {
    /// A problem with nothing but its code.
    #[must_use]
    pub const fn new(code: Code) -> Self {
        Self {
            code,
            field: None,
            retry_after: None,
            tries_left: None,
            request_id: None,
        }
    }

    /// The same, about one field.
    #[must_use]
    pub fn about(code: Code, field: Field) -> Self {
        Self {
            field: Some(field),
            ..Self::new(code)
        }
    }
}

macro_rules! codes {
    ($( $(#[$doc:meta])* $name:ident = $wire:literal, $status:literal; )*) => {
        /// Every problem the portal can name, with its HTTP status.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Code {
            $( $(#[$doc])* $name, )*
            /// A code this page is too old to know.
            Unknown,
        }

        impl Code {
            /// All that this build knows, for tests that walk them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its name on the wire.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $wire,)* Self::Unknown => "unknown" }
            }

            /// The HTTP status it is sent with.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self { $(Self::$name => $status,)* Self::Unknown => 500 }
            }

            /// From its name on the wire.
            #[must_use]
            pub fn from_wire(wire: &str) -> Self {
                match wire { $($wire => Self::$name,)* _ => Self::Unknown }
            }
        }
    };
}

codes! {
    /// The request was not understood.
    Malformed = "malformed", 400;
    /// No session, or it ended.
    NoSession = "no_session", 401;
    /// The session has not passed its second factor (or set one up) yet.
    SecondFactorRequired = "second_factor_required", 403;
    /// A request from another site.
    CrossOrigin = "cross_origin", 403;
    /// Policy forbids new app passwords.
    CreationForbidden = "creation_forbidden", 403;
    /// There is nothing at this path, or it is gone already.
    NotFound = "not_found", 404;
    /// The user holds as many as allowed.
    LimitReached = "limit_reached", 409;
    /// There is an app password or has been one: the initial one is not due.
    InitialNotDue = "initial_not_due", 409;
    /// The password made with this key was shown; it cannot be shown again.
    AlreadyShown = "already_shown", 409;
    /// A newer attempt with this key was seen.
    StaleAttempt = "stale_attempt", 409;
    /// Another account is signed in than the page believes ([`crate::paths::ACCOUNT`]).
    OtherAccount = "other_account", 409;
    /// The key was used for another name.
    KeyReused = "key_reused", 409;
    /// The last working method of the second factor cannot be removed.
    LastMethod = "last_method", 409;
    /// No second factor is in progress.
    NoChallenge = "no_challenge", 409;
    /// No verification or set-up is in progress.
    NothingToConfirm = "nothing_to_confirm", 409;
    /// The account does not have this method, or it cannot be preferred.
    MethodUnavailable = "method_unavailable", 409;
    /// E-mail or password: never says which.
    WrongCredentials = "wrong_credentials", 422;
    /// E-mail or password was left empty.
    CredentialsMissing = "credentials_missing", 422;
    /// The code is not the right one.
    WrongCode = "wrong_code", 422;
    /// The code has been used before (RFC 6238: once).
    CodeUsed = "code_used", 422;
    /// The code from the app was right minutes ago, or will be: the phone's clock is wrong.
    ClockOff = "clock_off", 422;
    /// The code is older than 5 minutes, or the call was not answered within 60 seconds.
    CodeExpired = "code_expired", 422;
    /// Five wrong codes.
    CodeExhausted = "code_exhausted", 422;
    /// The code is not six digits.
    CodeMalformed = "code_malformed", 422;
    /// The call is not answered, or the request not approved, yet.
    NotYetApproved = "not_yet_approved", 422;
    /// The request was denied on the phone.
    Declined = "declined", 422;
    /// The name is empty, or shows nothing.
    NameEmpty = "name_empty", 422;
    /// The name is longer than 64 Unicode scalar values.
    NameTooLong = "name_too_long", 422;
    /// The name holds a control or bidirectional-override character.
    NameForbiddenCharacter = "name_forbidden_character", 422;
    /// Another of the user's app passwords has this name (letter case aside).
    NameTaken = "name_taken", 422;
    /// Not a telephone number.
    PhoneInvalid = "phone_invalid", 422;
    /// Too many sign-in attempts; `retry_after` says how long.
    TooManyTries = "too_many_tries", 429;
    /// A code was sent moments ago; `retry_after` says how long.
    ResendTooSoon = "resend_too_soon", 429;
    /// The portal failed.
    Internal = "internal", 500;
    /// The portal cannot answer for now.
    Unavailable = "unavailable", 503;
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::from_wire(&String::deserialize(deserializer)?))
    }
}

/// The field of a form that a problem is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// E-mail of the sign-in form.
    Email,
    /// Password of the sign-in form.
    Password,
    /// A one-time code.
    Code,
    /// The name of an app password.
    Name,
    /// A phone number.
    Phone,
    /// A field this page is too old to know.
    #[serde(other)]
    Other,
}

impl Field {
    /// From its name on the wire.
    #[must_use]
    pub fn from_wire(wire: &str) -> Self {
        match wire {
            "email" => Self::Email,
            "password" => Self::Password,
            "code" => Self::Code,
            "name" => Self::Name,
            "phone" => Self::Phone,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_survives_the_wire_and_an_unknown_one_is_not_an_error() {
        for code in Code::ALL {
            let wire = serde_json::to_string(code).unwrap();
            assert_eq!(serde_json::from_str::<Code>(&wire).unwrap(), *code);
        }
        for field in [
            Field::Email,
            Field::Password,
            Field::Code,
            Field::Name,
            Field::Phone,
        ] {
            let wire = serde_json::to_string(&field).unwrap();
            assert_eq!(Field::from_wire(wire.trim_matches('"')), field);
        }
        let problem: Problem =
            serde_json::from_str(r#"{"code":"from_the_future","field":"moon"}"#).unwrap();
        assert_eq!(
            (problem.code, problem.field),
            (Code::Unknown, Some(Field::Other))
        );
    }
}
