//! A portal with a clock that stands, seeded random bytes, a phone that collects, and browsers
//! with cookie jars.

use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, Method as Verb, Request, header},
};
use contract::{Code, Method, Problem, Secret, Timestamp, paths};
use futures::executor::block_on;
use portal::*;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering},
    },
};
use tower::ServiceExt;

pub const EMAIL: &str = "Alex@contoso.example";
pub const PASSWORD: &str = "network password";
pub const MOBILE: &str = "+15555550134";
/// "12345678901234567890" in Base32.
pub const APP_KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

pub struct FakeClock(AtomicI64);

impl Clock for FakeClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}

/// SplitMix64.
struct Seeded(AtomicU64);

impl Random for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let mut z = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::SeqCst);
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            *byte = z.to_be_bytes()[0];
        }
    }
}

#[derive(Default)]
pub struct Phone {
    messages: Mutex<Vec<Message>>,
    pub broken: AtomicBool,
}

impl Messenger for Phone {
    fn deliver(&self, message: Message) -> BoxFuture<'_, Result<(), DeliveryError>> {
        Box::pin(async move {
            if self.broken.load(Ordering::SeqCst) {
                return Err(DeliveryError);
            }
            self.messages.lock().unwrap().push(message);
            Ok(())
        })
    }
}

/// No hash at all, but one that counts how often it was asked.
#[derive(Default)]
pub struct Plain(pub AtomicU64);

impl PasswordHasher for Plain {
    fn hash<'a>(&'a self, password: &'a Secret) -> BoxFuture<'a, Secret> {
        Box::pin(async { plain(password) })
    }

    fn verify<'a>(
        &'a self,
        password: &'a Secret,
        hash: Option<&'a Secret>,
    ) -> BoxFuture<'a, PasswordCheck> {
        self.0.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move { PasswordCheck::of(hash == Some(&plain(password))) })
    }
}

fn plain(password: &Secret) -> Secret {
    Secret::new(format!("plain:{}", password.expose()))
}

pub struct World {
    pub portal: Portal<MemoryStore>,
    pub store: MemoryStore,
    pub phone: Arc<Phone>,
    pub hasher: Arc<Plain>,
    clock: Arc<FakeClock>,
}

pub fn account() -> AccountRecord {
    AccountRecord::new(EMAIL, "Alex Doe", plain(&Secret::new(PASSWORD.into())))
}

/// An account that signs in by text code.
pub fn text_account() -> AccountRecord {
    account()
        .authentication_phone(MOBILE)
        .preferred(Method::TextAuthenticationPhone)
}

pub fn app_account() -> AccountRecord {
    account()
        .authenticator(Secret::new(APP_KEY.into()))
        .preferred(Method::AppCode)
}

pub fn keys() -> ServerKeys {
    ServerKeys::only(ServerKey::new("1", Secret::new("key one".into())))
}

impl World {
    pub fn of(account: AccountRecord) -> Self {
        Self::new(State::default().with_account(account))
    }

    pub fn new(state: State) -> Self {
        Self::with_settings(state, Settings::new("Contoso", keys()))
    }

    pub fn with_settings(state: State, settings: Settings) -> Self {
        let clock = Arc::new(FakeClock(AtomicI64::new(date(2026, 1, 15).0)));
        let phone = Arc::new(Phone::default());
        let hasher = Arc::new(Plain::default());
        let ports = Ports {
            clock: clock.clone(),
            random: Arc::new(Seeded(AtomicU64::new(42))),
            messenger: phone.clone(),
            password_hasher: hasher.clone(),
            sealer: Arc::new(PlainSealer),
        };
        let store = MemoryStore::new(state);
        let portal = Portal::new(store.clone(), ports, settings);
        Self {
            portal,
            store,
            phone,
            hasher,
            clock,
        }
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub fn pass(&self, seconds: i64) {
        self.clock.0.fetch_add(seconds * 1000, Ordering::SeqCst);
    }

    pub fn browser(&self) -> Browser {
        Browser {
            api: axum::Router::new().nest("/api", self.portal.router()),
            jar: BTreeMap::new(),
            address: "192.0.2.1".into(),
        }
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
        self.phone.messages.lock().unwrap().clone()
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
            .unwrap()
            .expose()
            .to_owned()
    }

    pub fn mail(&self, password: &str) -> MailSignIn {
        let password = Secret::new(password.into());
        block_on(
            self.portal
                .check_app_password("alex@CONTOSO.example ", &password),
        )
        .unwrap()
    }

    pub fn press(&self, challenge: &ChallengeId, outcome: Outcome) -> Result<(), OutOfBandError> {
        block_on(self.portal.answer_out_of_band(challenge, outcome))
    }
}

/// Another six digits.
pub fn wrong(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}

#[derive(Clone)]
pub struct Browser {
    api: axum::Router,
    pub jar: BTreeMap<String, String>,
    pub address: String,
}

pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Value,
}

impl Browser {
    pub fn send(
        &mut self,
        verb: Verb,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Value>,
    ) -> Reply {
        let mut request = Request::builder().method(verb).uri(format!("/api{path}"));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        for (name, value) in &self.jar {
            request = request.header(header::COOKIE, format!("{name}={value}"));
        }
        let body = match body {
            Some(body) => {
                request = request.header(header::CONTENT_TYPE, "application/json");
                Body::from(body.to_string())
            }
            None => Body::empty(),
        };
        let request = request
            .extension(ClientAddress(self.address.clone()))
            .body(body)
            .unwrap();
        let response = block_on(self.api.clone().oneshot(request)).unwrap();
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            if value.is_empty() {
                self.jar.remove(name);
            } else {
                self.jar.insert(name.into(), value.into());
            }
        }
        let (parts, body) = response.into_parts();
        let bytes = block_on(to_bytes(body, usize::MAX)).unwrap();
        let body = if bytes.is_empty() {
            Value::Null
        } else {
            serde_json::from_slice(&bytes).unwrap()
        };
        Reply {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body,
        }
    }

    pub fn get(&mut self, path: &str) -> Reply {
        self.send(Verb::GET, path, &[], None)
    }

    pub fn post(&mut self, path: &str, body: Value) -> Reply {
        self.send(Verb::POST, path, &[], Some(body))
    }

    pub fn put(&mut self, path: &str, body: Value) -> Reply {
        self.send(Verb::PUT, path, &[], Some(body))
    }

    pub fn delete(&mut self, path: &str) -> Reply {
        self.send(Verb::DELETE, path, &[], None)
    }

    pub fn try_password(&mut self, email: &str, password: &str) -> Reply {
        self.post(
            paths::SESSION,
            json!({"email": email, "password": password}),
        )
    }

    pub fn sign_in(&mut self) -> Value {
        self.try_password(EMAIL, PASSWORD).ok()
    }

    pub fn state(&mut self) -> String {
        self.get(paths::SESSION).ok::<Value>()["state"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    pub fn select(&mut self, method: &str) -> Reply {
        self.post(paths::CHALLENGE, json!({"method": method}))
    }

    pub fn answer(&mut self, code: &str) -> Reply {
        self.post(paths::CHALLENGE_ANSWER, json!({"code": code}))
    }

    pub fn answer_nothing(&mut self) -> Reply {
        self.post(paths::CHALLENGE_ANSWER, json!({}))
    }

    pub fn create(&mut self, name: &str, key: &str, attempt: u32) -> Reply {
        let attempt = attempt.to_string();
        let headers = [
            (paths::IDEMPOTENCY_KEY, key),
            (paths::IDEMPOTENCY_ATTEMPT, &attempt),
        ];
        self.send(
            Verb::POST,
            paths::APP_PASSWORDS,
            &headers,
            Some(json!({"name": name})),
        )
    }

    pub fn create_initial(&mut self, key: &str, attempt: u32) -> Reply {
        let attempt = attempt.to_string();
        let headers = [
            (paths::IDEMPOTENCY_KEY, key),
            (paths::IDEMPOTENCY_ATTEMPT, &attempt),
        ];
        self.send(Verb::POST, paths::INITIAL_APP_PASSWORD, &headers, None)
    }
}

impl Reply {
    #[track_caller]
    pub fn ok<T: DeserializeOwned>(self) -> T {
        assert!(self.status < 300, "{} {}", self.status, self.body);
        serde_json::from_value(self.body).unwrap()
    }

    #[track_caller]
    pub fn problem(self) -> Problem {
        assert_eq!(
            self.headers[header::CONTENT_TYPE],
            "application/problem+json",
            "{}",
            self.body
        );
        let problem: Problem = serde_json::from_value(self.body).unwrap();
        let wait = self
            .headers
            .get(header::RETRY_AFTER)
            .map(|wait| wait.to_str().unwrap().parse().unwrap());
        assert_eq!(wait, problem.retry_after, "header and body say the same");
        problem
    }

    #[track_caller]
    pub fn refused(self, code: Code) -> Problem {
        assert_eq!(self.status, code.status(), "{}", self.body);
        let problem = self.problem();
        assert_eq!(problem.code, code);
        problem
    }
}
