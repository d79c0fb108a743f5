//! One account: who it is, its second factor, and its policy.

use super::{AccountId, AttemptWindow, ChallengeId, KeyedDigest, SealedKey};
use crate::text::email::clean;
use contract::{Account, Creation, Method, Phone, PhoneSlot, Secret};
use serde::{Deserialize, Serialize};

/// One account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountRecord {
    /// By which the account is found.
    pub id: AccountId,
    /// The e-mail address as it is shown.
    pub email: String,
    /// The person's name.
    pub name: String,
    /// Made by [`crate::PasswordHasher::hash`].
    pub password_hash: Secret,
    /// Administrators are advised against app passwords.
    pub administrator: bool,
    /// Whether new app passwords may be made.
    pub creation: Creation,
    /// Whether there ever was an app password; if not, the initial one is due.
    pub had_app_passwords: bool,
    /// "What's your preferred option?"
    pub preferred: Option<Method>,
    /// Verified, in E.164 form.
    pub authentication_phone: Option<String>,
    /// Set by the administrator.
    pub office_phone: Option<Phone>,
    /// Verified, in E.164 form.
    pub alternate_phone: Option<String>,
    /// The authenticator app in use.
    pub authenticator: Option<AuthenticatorRecord>,
    /// The key of an authenticator app that is not confirmed yet.
    pub pending_authenticator: Option<SealedKey>,
    /// A phone that is not confirmed yet.
    pub pending_phone: Option<PendingPhone>,
    /// Wrong codes from the app, across sessions.
    pub wrong_app_codes: AttemptWindow,
    /// Wrong text codes, across sessions.
    pub wrong_text_codes: AttemptWindow,
}

/// An authenticator app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthenticatorRecord {
    /// The shared key in Base32 without padding, sealed.
    pub key: SealedKey,
    /// The newest time step whose code was used; it and all before it no longer count.
    pub last_step: Option<i64>,
    /// The newest time step whose code was typed ahead of its time and named as that. It does not
    /// count when its time comes.
    pub told_step: Option<i64>,
}

/// A phone number that waits for its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingPhone {
    /// Binds the code's digest to this verification.
    pub id: ChallengeId,
    /// Which phone it is to be.
    pub slot: PhoneSlot,
    /// In E.164 form.
    pub number: String,
    /// The code.
    pub code: KeyedDigest,
    /// Wrong codes so far.
    pub wrong: u32,
    /// When codes were sent, to whatever number, the newest last.
    pub sent: AttemptWindow,
}

/// Builders, for imports and made-up data.
impl AccountRecord {
    /// An account with no second factor, not an administrator, that may make app passwords and
    /// has never had one. `password_hash` comes from [`crate::PasswordHasher::hash`].
    #[must_use]
    pub fn new(email: &str, name: &str, password_hash: Secret) -> Self {
        Self {
            id: AccountId::of(email),
            email: clean(email),
            name: name.to_owned(),
            password_hash,
            administrator: false,
            creation: Creation::Allowed,
            had_app_passwords: false,
            preferred: None,
            authentication_phone: None,
            office_phone: None,
            alternate_phone: None,
            authenticator: None,
            pending_authenticator: None,
            pending_phone: None,
            wrong_app_codes: AttemptWindow::default(),
            wrong_text_codes: AttemptWindow::default(),
        }
    }

    /// Makes it an administrator.
    #[must_use]
    pub fn administrator(mut self) -> Self {
        self.administrator = true;
        self
    }

    /// Forbids new app passwords.
    #[must_use]
    pub fn creation_forbidden(mut self) -> Self {
        self.creation = Creation::Forbidden;
        self
    }

    /// Says that it once had app passwords: the initial one is not due.
    #[must_use]
    pub fn had_app_passwords(mut self) -> Self {
        self.had_app_passwords = true;
        self
    }

    /// Gives it a verified authentication phone, in E.164 form.
    #[must_use]
    pub fn authentication_phone(mut self, number: &str) -> Self {
        self.authentication_phone = Some(number.to_owned());
        self
    }

    /// Gives it a verified alternate phone, in E.164 form.
    #[must_use]
    pub fn alternate_phone(mut self, number: &str) -> Self {
        self.alternate_phone = Some(number.to_owned());
        self
    }

    /// Gives it an office phone, in E.164 form, with its extension.
    #[must_use]
    pub fn office_phone(mut self, number: &str, extension: Option<&str>) -> Self {
        self.office_phone = Some(Phone {
            number: number.to_owned(),
            extension: extension.map(str::to_owned),
        });
        self
    }

    /// Gives it an authenticator app with this key in Base32 without padding, as
    /// [`crate::PlainSealer`] stores it: for made-up data.
    #[must_use]
    pub fn authenticator(mut self, key: Secret) -> Self {
        self.authenticator = Some(AuthenticatorRecord {
            key: SealedKey::new(key),
            last_step: None,
            told_step: None,
        });
        self
    }

    /// Sets the preferred option.
    #[must_use]
    pub fn preferred(mut self, method: Method) -> Self {
        self.preferred = Some(method);
        self
    }

    /// Whether any method of the second factor works.
    #[must_use]
    pub const fn has_second_factor(&self) -> bool {
        self.authenticator.is_some()
            || self.authentication_phone.is_some()
            || self.office_phone.is_some()
            || self.alternate_phone.is_some()
    }

    /// What the page may know of it.
    #[must_use]
    pub fn public(&self) -> Account {
        Account {
            name: self.name.clone(),
            email: self.email.clone(),
            administrator: self.administrator,
        }
    }
}
