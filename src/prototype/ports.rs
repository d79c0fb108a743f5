//! What the portal is handed inside the tab: a clock that stands still during one request, a random
//! source that may be seeded, the on-screen phone, and a password hash that costs nothing.

use super::handset::Handset;
use contract::{Secret, Timestamp};
use portal::{
    BoxFuture, Clock, DeliveryError, Message, Messenger, PasswordCheck, PasswordHasher,
    PlainSealer, Ports, Random,
};
use std::sync::{Arc, Mutex, PoisonError};

/// The moment at which a request came.
struct Moment(Timestamp);

impl Clock for Moment {
    fn now(&self) -> Timestamp {
        self.0
    }
}

/// The browser's random source, or a sequence that is the same each time.
pub struct TabRandom(Mutex<Option<u64>>);

impl TabRandom {
    /// The state to go on from.
    pub fn seed(&self) -> Option<u64> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Random for TabRandom {
    fn fill(&self, bytes: &mut [u8]) {
        let mut seed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match seed.as_mut() {
            Some(state) => bytes.fill_with(|| next_byte(state)),
            None => fill_for_real(bytes),
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, and good enough for made-up data.
fn next_byte(state: &mut u64) -> u8 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (mixed >> 56) as u8
}

fn fill_for_real(bytes: &mut [u8]) {
    if let Ok(crypto) = leptos::prelude::window().crypto() {
        // Fails only for more than 65,536 bytes.
        let _ = crypto.get_random_values_with_u8_array(bytes);
    }
}

/// The phone during one request.
#[derive(Clone)]
pub struct Delivery(Arc<Mutex<Handset>>, Timestamp);

impl Delivery {
    /// The phone after the request.
    pub fn take(&self) -> Handset {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Messenger for Delivery {
    fn deliver(&self, message: Message) -> BoxFuture<'_, Result<(), DeliveryError>> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .receive(message, self.1);
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

/// The ports of one request, with the two whose state goes back into the world.
pub fn ports(
    now: Timestamp,
    seed: Option<u64>,
    handset: Handset,
) -> (Ports, Arc<TabRandom>, Delivery) {
    let random = Arc::new(TabRandom(Mutex::new(seed)));
    let delivery = Delivery(Arc::new(Mutex::new(handset)), now);
    let ports = Ports {
        clock: Arc::new(Moment(now)),
        random: Arc::clone(&random) as Arc<dyn Random>,
        messenger: Arc::new(delivery.clone()),
        password_hasher: Arc::new(NoHash),
        // made-up keys protect nothing
        sealer: Arc::new(PlainSealer),
    };
    (ports, random, delivery)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seeded_source_gives_the_same_each_time_and_goes_on_where_it_was() {
        let draw = |seed| {
            let random = TabRandom(Mutex::new(Some(seed)));
            let mut bytes = [0; 32];
            random.fill(&mut bytes);
            (bytes, random.seed())
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7).0, draw(8).0);
        assert_ne!(draw(7).1, Some(7));
    }
}
