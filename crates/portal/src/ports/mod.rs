//! What the rules cannot have of their own and are handed: the time, random bytes, a way to reach
//! people, and the slow hash of account passwords.

mod messenger;

pub use messenger::{CallPurpose, DeliveryError, Message, Messenger};

use contract::{Secret, Timestamp};
use std::{future::Future, pin::Pin, sync::Arc};

/// A future behind a port. `Send`, because axum's handlers are: nothing behind a port may await
/// JavaScript.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Tells the time. `SystemTime::now()` panics in a browser tab, and a scenario freezes its clock.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// The source of every password, code, token and id: the operating system's random source, except
/// in made-up scenarios.
pub trait Random: Send + Sync {
    /// Overwrites all of `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

/// The slow hash of account passwords (Argon2id on a server). A port, so that its cost stays out
/// of the browser tab.
pub trait PasswordHasher: Send + Sync {
    /// Makes the hash that goes into [`crate::AccountRecord::password_hash`], salt included.
    fn hash(&self, password: &Secret) -> Secret;

    /// Whether `password` is the one that was hashed. `None` means that there is no such account:
    /// take as long as for a real hash, then answer false, so that time does not tell which
    /// accounts exist.
    fn verify<'a>(&'a self, password: &'a Secret, hash: Option<&'a Secret>) -> Later<'a, bool>;
}

/// All ports together.
#[derive(Clone)]
pub struct Ports {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Random bytes.
    pub random: Arc<dyn Random>,
    /// Text messages, calls, notifications.
    pub messenger: Arc<dyn Messenger>,
    /// Account passwords.
    pub password_hasher: Arc<dyn PasswordHasher>,
}
