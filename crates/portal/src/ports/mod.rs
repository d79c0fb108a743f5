//! What the portal cannot have of its own and is handed: the time, random bytes, a way to reach
//! people, the slow hash of account passwords, and the encryption of authenticator keys.

mod messenger;
mod password_hasher;
mod sealer;

pub use messenger::{CallPurpose, DeliveryError, Message, Messenger};
pub use password_hasher::{PasswordCheck, PasswordHasher};
pub use sealer::{PlainSealer, Sealer};

use contract::Timestamp;
use std::{future::Future, pin::Pin, sync::Arc};

/// A future behind a port. `Send`, because axum's handlers are: nothing behind a port may await
/// JavaScript.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

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
    /// Authenticator keys at rest.
    pub sealer: Arc<dyn Sealer>,
}
