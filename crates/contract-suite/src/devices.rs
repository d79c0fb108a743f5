//! The ports of a portal under test: a clock that stands, seeded random bytes, a phone that collects,
//! a hash that costs nothing, and a sealer that shows whether it was used.

use contract::{Secret, Timestamp};
use portal::{
    AccountId, BoxFuture, Clock, DeliveryError, Message, Messenger, PasswordCheck, PasswordHasher,
    Ports, Random, SealedKey, Sealer, date,
};
use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering},
};

/// What a [`crate::Backend`] hands its portal.
#[derive(Clone)]
pub struct Devices {
    /// The clock.
    pub clock: Arc<FakeClock>,
    /// The phone.
    pub phone: Arc<Phone>,
    /// The hash of account passwords.
    pub hasher: Arc<Hasher>,
    random: Arc<Seeded>,
}

impl Default for Devices {
    fn default() -> Self {
        Self {
            clock: Arc::new(FakeClock(AtomicI64::new(date(2026, 1, 15).0))),
            phone: Arc::default(),
            hasher: Arc::default(),
            random: Arc::new(Seeded(Mutex::new(fastrand::Rng::with_seed(42)))),
        }
    }
}

impl Devices {
    /// As ports of a portal.
    #[must_use]
    pub fn ports(&self) -> Ports {
        Ports {
            clock: self.clock.clone(),
            random: self.random.clone(),
            messenger: self.phone.clone(),
            password_hasher: self.hasher.clone(),
            sealer: Arc::new(Marked),
        }
    }
}

/// Stands still unless it is moved.
pub struct FakeClock(AtomicI64);

impl FakeClock {
    /// Moves by so many seconds.
    pub fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1000, Ordering::SeqCst);
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}

struct Seeded(Mutex<fastrand::Rng>);

impl Random for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        let mut random = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        random.fill(bytes);
    }
}

/// Collects messages.
#[derive(Default)]
pub struct Phone {
    messages: Mutex<Vec<Message>>,
    /// Whether the provider refuses every message.
    pub broken: AtomicBool,
}

impl Phone {
    /// All messages so far, the newest last.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        let messages = self.messages.lock();
        messages.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Messenger for Phone {
    fn deliver(&self, message: Message) -> BoxFuture<'_, Result<(), DeliveryError>> {
        Box::pin(async move {
            if self.broken.load(Ordering::SeqCst) {
                return Err(DeliveryError);
            }
            let messages = self.messages.lock();
            let mut messages = messages.unwrap_or_else(PoisonError::into_inner);
            messages.push(message);
            Ok(())
        })
    }
}

/// No hash at all, but one that counts how often it was asked. A hash that begins with `weak:` is to
/// be made anew.
#[derive(Default)]
pub struct Hasher {
    /// How often a password was verified.
    pub verified: AtomicU64,
}

impl Hasher {
    /// What is stored for this password.
    #[must_use]
    pub fn hashed(password: &str) -> Secret {
        Secret::new(format!("plain:{password}"))
    }

    /// What was stored for this password when hashes were weaker.
    #[must_use]
    pub fn weakly_hashed(password: &str) -> Secret {
        Secret::new(format!("weak:{password}"))
    }
}

impl PasswordHasher for Hasher {
    fn hash<'a>(&'a self, password: &'a Secret) -> BoxFuture<'a, Secret> {
        Box::pin(async { Self::hashed(password.expose()) })
    }

    fn verify<'a>(
        &'a self,
        password: &'a Secret,
        hash: Option<&'a Secret>,
    ) -> BoxFuture<'a, PasswordCheck> {
        self.verified.fetch_add(1, Ordering::SeqCst);
        let password = password.expose();
        let weak = hash == Some(&Self::weakly_hashed(password));
        let check = PasswordCheck {
            right: weak || hash == Some(&Self::hashed(password)),
            needs_rehash: weak,
        };
        Box::pin(async move { check })
    }
}

/// Encrypts nothing, but turns the key around and binds it to its account.
struct Marked;

impl Sealer for Marked {
    fn seal(&self, account: &AccountId, key: &Secret) -> SealedKey {
        let turned: String = key.expose().chars().rev().collect();
        SealedKey::new(Secret::new(format!("{}:{turned}", account.as_str())))
    }

    fn open(&self, account: &AccountId, sealed: &SealedKey) -> Option<Secret> {
        let text = sealed.text().expose().strip_prefix(account.as_str())?;
        let turned = text.strip_prefix(':')?;
        Some(Secret::new(turned.chars().rev().collect()))
    }
}

/// A key of an authenticator app as this portal stores it.
pub(crate) fn sealed(account: &AccountId, key: &str) -> SealedKey {
    Marked.seal(account, &Secret::new(key.to_owned()))
}
