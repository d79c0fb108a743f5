//! What the portal says of its people, as the tests need it.

use contract::{
    Account, AppPassword, AppPasswordId, AppPasswordList, AuthenticatorSetUp, Challenge,
    ChallengeStatus, CreatedAppPassword, Creation, DeletedAppPassword, Delivery, Method,
    MethodOption, Phone, Secret, SecuritySettings, SessionState, Timestamp, VerificationStarted,
    limits,
};

/// A person.
pub fn account(name: &str, email: &str) -> Account {
    Account {
        name: name.into(),
        email: email.into(),
        administrator: false,
    }
}

/// Where everyone is who has passed.
pub fn signed_in() -> SessionState {
    SessionState::SignedIn(account("Sam Rivera", "sam@contoso.example"))
}

/// The options of an account that has set all of them up.
pub fn every_method() -> Vec<MethodOption> {
    let option = |method, hint: &str| MethodOption {
        method,
        hint: hint.into(),
    };
    vec![
        option(Method::AppNotification, ""),
        option(Method::CallAuthenticationPhone, "+1 ••• ••• 0134"),
        option(Method::TextAuthenticationPhone, "+1 ••• ••• 0134"),
        option(Method::CallOfficePhone, "+1 ••• ••• 0100"),
        option(Method::AppCode, ""),
        option(Method::CallAlternatePhone, "+1 ••• ••• 0177"),
    ]
}

/// A challenge that the portal has just begun, on an account with every method.
pub fn challenge(method: Method) -> Challenge {
    let options = every_method();
    let known = options.iter().find(|option| option.method == method);
    Challenge {
        method,
        hint: known.map(|option| option.hint.clone()).unwrap_or_default(),
        options,
        status: ChallengeStatus::Waiting,
        expires_in: if method.takes_code() {
            limits::CODE_SECONDS
        } else {
            limits::ANSWER_SECONDS
        },
        resend_in: if method == Method::AppCode {
            0
        } else {
            limits::RESEND_SECONDS
        },
        tries_left: limits::CODE_TRIES,
    }
}

/// A telephone number, as the portal keeps it.
pub fn phone(number: &str, extension: Option<&str>) -> Phone {
    Phone {
        number: number.into(),
        extension: extension.map(str::to_owned),
    }
}

/// The settings of an account that has set everything up and prefers text messages.
pub fn settings() -> SecuritySettings {
    SecuritySettings {
        preferred: Some(Method::TextAuthenticationPhone),
        available: every_method(),
        authentication_phone: Some(phone("+15555550134", None)),
        office_phone: Some(phone("+15555550100", Some("421"))),
        alternate_phone: Some(phone("+15555550177", None)),
        authenticator: true,
        trusted_devices: 1,
    }
}

/// The settings of an account that has an authentication phone and nothing else.
pub fn phone_only() -> SecuritySettings {
    let mut settings = settings();
    settings.available.retain(|option| {
        matches!(
            option.method,
            Method::CallAuthenticationPhone | Method::TextAuthenticationPhone
        )
    });
    SecuritySettings {
        office_phone: None,
        alternate_phone: None,
        authenticator: false,
        trusted_devices: 0,
        ..settings
    }
}

/// A code that is on its way to this number.
pub fn code_sent(number: &str) -> VerificationStarted {
    VerificationStarted {
        number: number.into(),
        expires_in: limits::CODE_SECONDS,
        resend_in: limits::RESEND_SECONDS,
    }
}

/// Where everyone is who has no second factor yet.
pub fn to_set_up() -> SessionState {
    SessionState::SetUpRequired(account("Sam Rivera", "sam@contoso.example"))
}

/// The key of an authenticator app, as Base32.
pub const AUTHENTICATOR_KEY: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// The same, as the portal gives it.
pub fn authenticator_key() -> AuthenticatorSetUp {
    let address = format!("otpauth://totp/Contoso:sam@contoso.example?secret={AUTHENTICATOR_KEY}");
    AuthenticatorSetUp {
        key: Secret::new(AUTHENTICATOR_KEY.to_owned()),
        address: Secret::new(address),
    }
}

/// The password of every app password that is made in a test.
pub const PASSWORD: &str = "abcdefghijklmnop";

/// An app password that was made a while ago, and kept.
pub fn app_password(name: &str) -> AppPassword {
    AppPassword {
        id: AppPasswordId(format!("id-of-{name}")),
        name: name.into(),
        created_at: Timestamp(1_446_000_000_000),
        delivery: Delivery::Closed,
    }
}

/// One that was made just now.
pub fn created(name: &str) -> CreatedAppPassword {
    CreatedAppPassword {
        item: AppPassword {
            created_at: Timestamp(1_478_077_200_000),
            delivery: Delivery::Made,
            ..app_password(name)
        },
        password: Secret::new(PASSWORD.to_owned()),
    }
}

/// One was deleted just now.
pub fn deleted() -> DeletedAppPassword {
    DeletedAppPassword {
        undo_seconds: limits::UNDO_SECONDS,
    }
}

/// The list of somebody with three.
pub fn app_passwords() -> AppPasswordList {
    list_of(&["9", "Android Type Mail App", "Initial app password"])
}

/// The list of somebody with these.
pub fn list_of(names: &[&str]) -> AppPasswordList {
    AppPasswordList {
        items: names.iter().map(|name| app_password(name)).collect(),
        limit: limits::APP_PASSWORDS_PER_USER,
        creation: Creation::Allowed,
        initial_due: false,
    }
}
