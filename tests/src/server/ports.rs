//! What the portal under test is handed: a clock that can be moved, the machine's random source, the
//! made-up phone, and a password hash that costs nothing.

use super::{handset::Handset, locked};
use contract::{Secret, Timestamp};
use portal::{
    BoxFuture, Clock, DeliveryError, Message, Messenger, PasswordCheck, PasswordHasher,
    PlainSealer, Ports, Random,
};
use std::{
    io::Read,
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};

/// The portal's time.
#[derive(Default)]
pub(super) struct Time {
    /// Milliseconds that it is ahead.
    pub(super) ahead: AtomicI64,
    /// The moment at which it stands still, if it does.
    pub(super) frozen: Option<Timestamp>,
}

struct Ahead(Arc<Time>);

pub(super) fn now(time: &Time) -> Timestamp {
    let ahead = time.ahead.load(Ordering::SeqCst);
    if let Some(moment) = time.frozen {
        return Timestamp(moment.0 + ahead);
    }
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let now = i64::try_from(since.as_millis()).unwrap_or(i64::MAX);
    Timestamp(now + ahead)
}

impl Clock for Ahead {
    fn now(&self) -> Timestamp {
        now(&self.0)
    }
}

struct Machine;

impl Random for Machine {
    fn fill(&self, bytes: &mut [u8]) {
        let read = std::fs::File::open("/dev/urandom").and_then(|mut file| file.read_exact(bytes));
        assert!(read.is_ok(), "the machine has no random source: {read:?}");
    }
}

struct Phone(Arc<Mutex<Handset>>, Arc<Time>);

impl Messenger for Phone {
    fn deliver(&self, message: Message) -> BoxFuture<'_, Result<(), DeliveryError>> {
        locked(&self.0).receive(message, now(&self.1));
        Box::pin(std::future::ready(Ok(())))
    }
}

struct NoHash;

impl PasswordHasher for NoHash {
    fn hash<'a>(&'a self, password: &'a Secret) -> BoxFuture<'a, Secret> {
        Box::pin(std::future::ready(password.clone()))
    }

    fn verify<'a>(
        &'a self,
        password: &'a Secret,
        hash: Option<&'a Secret>,
    ) -> BoxFuture<'a, PasswordCheck> {
        let check = PasswordCheck::of(hash == Some(password));
        Box::pin(std::future::ready(check))
    }
}

pub(super) fn ports(handset: Arc<Mutex<Handset>>, time: Arc<Time>) -> Ports {
    Ports {
        clock: Arc::new(Ahead(Arc::clone(&time))),
        random: Arc::new(Machine),
        messenger: Arc::new(Phone(handset, time)),
        password_hasher: Arc::new(NoHash),
        // made-up keys protect nothing
        sealer: Arc::new(PlainSealer),
    }
}
