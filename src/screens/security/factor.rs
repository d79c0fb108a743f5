//! What a person can answer with, and the words for it: the rows of "How would you like to
//! respond?" and the guide's list of preferred options.

use crate::words::{Argument, Text, common, security as words};
use contract::{Method, Phone, PhoneSlot, SecuritySettings};

/// One row of "How would you like to respond?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factor {
    /// A phone of the person's own, for texts and calls.
    AuthenticationPhone,
    /// Set by the administrator.
    OfficePhone,
    /// Another phone of the person's own, for calls.
    AlternatePhone,
    /// An app that shows codes and asks for approval.
    Authenticator,
}

impl Factor {
    /// In the order of the guide.
    pub const ALL: [Self; 4] = [
        Self::AuthenticationPhone,
        Self::OfficePhone,
        Self::AlternatePhone,
        Self::Authenticator,
    ];

    /// Within a sentence, and after the verb of a button.
    pub fn name(self) -> Text {
        match self {
            Self::AuthenticationPhone => words::phone_name(),
            Self::OfficePhone => words::office_name(),
            Self::AlternatePhone => words::alternate_name(),
            Self::Authenticator => words::app_name(),
        }
    }

    /// At the beginning of a line.
    pub fn title(self) -> Text {
        match self {
            Self::AuthenticationPhone => words::phone_title(),
            Self::OfficePhone => words::office_title(),
            Self::AlternatePhone => words::alternate_title(),
            Self::Authenticator => words::app_title(),
        }
    }

    /// The id of its heading, which takes the focus after a change.
    pub const fn id(self) -> &'static str {
        match self {
            Self::AuthenticationPhone => "factor-authentication-phone",
            Self::OfficePhone => "factor-office-phone",
            Self::AlternatePhone => "factor-alternate-phone",
            Self::Authenticator => "factor-authenticator",
        }
    }

    /// The phone that its owner may edit, if it is one.
    pub const fn slot(self) -> Option<PhoneSlot> {
        match self {
            Self::AuthenticationPhone => Some(PhoneSlot::Authentication),
            Self::AlternatePhone => Some(PhoneSlot::Alternate),
            Self::OfficePhone | Self::Authenticator => None,
        }
    }

    /// The row of a phone that its owner may edit.
    pub const fn of(slot: PhoneSlot) -> Self {
        match slot {
            PhoneSlot::Authentication => Self::AuthenticationPhone,
            PhoneSlot::Alternate => Self::AlternatePhone,
        }
    }

    /// What it can be used for.
    pub const fn serves(self, method: Method) -> bool {
        matches!(
            (self, method),
            (
                Self::AuthenticationPhone,
                Method::CallAuthenticationPhone | Method::TextAuthenticationPhone
            ) | (Self::OfficePhone, Method::CallOfficePhone)
                | (Self::AlternatePhone, Method::CallAlternatePhone)
                | (
                    Self::Authenticator,
                    Method::AppNotification | Method::AppCode
                )
        )
    }

    /// The number or "Set up", if it is set up.
    pub fn value(self, settings: &SecuritySettings) -> Option<Argument> {
        match self {
            Self::AuthenticationPhone => settings.authentication_phone.as_ref().map(number),
            Self::OfficePhone => settings.office_phone.as_ref().map(number),
            Self::AlternatePhone => settings.alternate_phone.as_ref().map(number),
            Self::Authenticator => settings.authenticator.then(|| words::is_set_up().into()),
        }
    }
}

fn number(phone: &Phone) -> Argument {
    match &phone.extension {
        None => (&phone.number).into(),
        Some(extension) => common::extension(&phone.number, extension).into(),
    }
}

/// A preferred option in the guide's words.
pub fn option_words(method: Method) -> Text {
    match method {
        Method::AppNotification => words::option_notify(),
        Method::CallAuthenticationPhone => words::option_call(),
        Method::TextAuthenticationPhone => words::option_text(),
        Method::CallOfficePhone => words::option_call_office(),
        Method::AppCode => words::option_app_code(),
        Method::CallAlternatePhone => words::option_call_alternate(),
    }
}

/// Why an option cannot be chosen.
pub fn why_not(method: Method) -> Text {
    match method {
        Method::AppNotification | Method::AppCode => words::why_not_app(),
        Method::CallAuthenticationPhone | Method::TextAuthenticationPhone => words::why_not_phone(),
        Method::CallOfficePhone => words::why_not_office(),
        Method::CallAlternatePhone => words::why_not_alternate(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn every_method_hangs_on_exactly_one_thing_that_can_be_removed() {
        for method in Method::PREFERABLE
            .into_iter()
            .chain([Method::CallAlternatePhone])
        {
            assert_eq!(
                Factor::ALL
                    .into_iter()
                    .filter(|factor| factor.serves(method))
                    .count(),
                1,
                "{method:?}"
            );
        }
    }
}
