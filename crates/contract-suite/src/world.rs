//! A portal under test with the people of the cases.

use crate::{Backend, Hasher, backend, browser::Browser};
use contract::{Method, Secret, Timestamp};
use portal::{
    AccountRecord, CallPurpose, ChallengeId, Clock, MailSignIn, Message, OutOfBandError, Outcome,
    ServerKey, ServerKeys, Settings, State, code_now,
};
use serde_json::Value;

pub const EMAIL: &str = "Alex@contoso.example";
pub const PASSWORD: &str = "network password";
pub const MOBILE: &str = "+15555550134";
/// "12345678901234567890" in Base32.
pub const APP_KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

pub fn account() -> AccountRecord {
    AccountRecord::new(EMAIL, "Alex Doe", Hasher::hashed(PASSWORD))
}

/// An account that signs in by text code.
pub fn text_account() -> AccountRecord {
    account()
        .authentication_phone(MOBILE)
        .preferred(Method::TextAuthenticationPhone)
}

/// Gives an account the authenticator app of the cases.
pub fn with_app(account: AccountRecord) -> AccountRecord {
    let sealed = crate::devices::sealed(&account.id, APP_KEY);
    account.authenticator(sealed.text().clone())
}

pub fn app_account() -> AccountRecord {
    with_app(account()).preferred(Method::AppCode)
}

pub fn keys() -> ServerKeys {
    ServerKeys::only(ServerKey::new("1", Secret::new("key one".into())))
}

pub fn settings() -> Settings {
    Settings::new("Contoso", keys())
}

pub struct World {
    pub backend: Box<dyn Backend>,
}

impl World {
    pub fn of(account: AccountRecord) -> Self {
        Self::new(State::default().with_account(account))
    }

    pub fn new(state: State) -> Self {
        Self::with_settings(state, settings())
    }

    pub fn with_settings(state: State, settings: Settings) -> Self {
        let backend = backend::start(settings);
        backend.seed(state);
        Self { backend }
    }

    pub fn restart(&mut self) {
        self.backend.restart(settings());
    }

    pub fn now(&self) -> Timestamp {
        self.backend.devices().clock.now()
    }

    pub fn pass(&self, seconds: i64) {
        self.backend.advance(seconds);
    }

    pub fn browser(&self) -> Browser {
        Browser::new(self.backend.api())
    }

    /// The same browser after a restart of the portal.
    pub fn reconnected(&self, browser: Browser) -> Browser {
        let mut reconnected = self.browser();
        reconnected.jar = browser.jar;
        reconnected
    }

    /// Signed in by text code; the account must prefer that.
    pub fn signed_in(&self) -> Browser {
        let mut browser = self.browser();
        browser.sign_in();
        let code = self.code();
        browser.answer(&code).ok::<Value>();
        browser
    }

    pub fn messages(&self) -> Vec<Message> {
        self.backend.phone().messages()
    }

    /// The newest code sent.
    pub fn code(&self) -> String {
        match self.messages().pop() {
            Some(
                Message::TextCode { code, .. }
                | Message::Call {
                    purpose: CallPurpose::ReadCode(code),
                    ..
                },
            ) => code.expose().to_owned(),
            other => panic!("no code was sent: {other:?}"),
        }
    }

    /// The challenge of the newest call or notification.
    pub fn ringing(&self) -> ChallengeId {
        match self.messages().pop() {
            Some(
                Message::AppNotification { challenge, .. }
                | Message::Call {
                    purpose: CallPurpose::Approve { challenge },
                    ..
                },
            ) => challenge,
            other => panic!("nothing rings: {other:?}"),
        }
    }

    pub fn app_code(&self) -> String {
        code_now(&Secret::new(APP_KEY.into()), self.now())
            .expect("the key is Base32")
            .expose()
            .to_owned()
    }

    pub fn mail(&self, password: &str) -> MailSignIn {
        let password = Secret::new(password.into());
        let email = "alex@CONTOSO.example ";
        self.backend.check_app_password(email, &password)
    }

    pub fn press(&self, challenge: &ChallengeId, outcome: Outcome) -> Result<(), OutOfBandError> {
        self.backend.answer_out_of_band(challenge, outcome)
    }
}

impl Browser {
    pub fn sign_in(&mut self) -> Value {
        self.try_password(EMAIL, PASSWORD).ok()
    }
}

/// Another six digits.
pub fn wrong(code: &str) -> String {
    let number: u32 = code.parse().expect("six digits");
    format!("{:06}", (number + 1) % 1_000_000)
}
