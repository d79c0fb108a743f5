//! What the portal is handed for one request: a clock that stands still, a seeded random source, the
//! made-up phone, and a password hash that costs nothing.

use crate::{Handset, random};
use contract::{Secret, Timestamp};
use portal::{
    BoxFuture, Clock, DeliveryError, Message, Messenger, PasswordCheck, PasswordHasher,
    PlainSealer, Ports, Random,
};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The moment at which a request came.
struct Moment(Timestamp);

impl Clock for Moment {
    fn now(&self) -> Timestamp {
        self.0
    }
}

struct Sequence(Mutex<u64>);

impl Random for Sequence {
    fn fill(&self, bytes: &mut [u8]) {
        random::fill(&mut locked(&self.0), bytes);
    }
}

struct Delivery(Mutex<Handset>, Timestamp);

impl Messenger for Delivery {
    fn deliver(&self, message: Message) -> BoxFuture<'_, Result<(), DeliveryError>> {
        locked(&self.0).receive(message, self.1);
        Box::pin(std::future::ready(Ok(())))
    }
}

/// Compares as it is: the made-up passwords protect nothing.
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

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The ports of one request, and the two whose state goes back into the world.
pub(crate) struct Lent {
    random: Arc<Sequence>,
    delivery: Arc<Delivery>,
}

impl Lent {
    pub(crate) fn new(now: Timestamp, random: u64, handset: Handset) -> (Self, Ports) {
        let random = Arc::new(Sequence(Mutex::new(random)));
        let delivery = Arc::new(Delivery(Mutex::new(handset), now));
        let ports = Ports {
            clock: Arc::new(Moment(now)),
            random: Arc::clone(&random) as Arc<dyn Random>,
            messenger: Arc::clone(&delivery) as Arc<dyn Messenger>,
            password_hasher: Arc::new(NoHash),
            // made-up keys protect nothing
            sealer: Arc::new(PlainSealer),
        };
        (Self { random, delivery }, ports)
    }

    pub(crate) fn take_back(&self) -> (u64, Handset) {
        let random = *locked(&self.random.0);
        (random, std::mem::take(&mut *locked(&self.delivery.0)))
    }
}
