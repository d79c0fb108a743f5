//! What the cases ask of a portal under test.

use crate::{Devices, Phone};
use axum::http::{Request, Response};
use contract::Secret;
use portal::{ChallengeId, MailSignIn, OutOfBandError, Outcome, Settings, State, records::Event};
use std::sync::{Arc, OnceLock};

/// Sends one request, with [`portal::ClientAddress`] among its extensions, and waits for the reply.
/// Called from several threads at once.
pub type Api = Arc<dyn Fn(Request<String>) -> Response<String> + Send + Sync>;

/// Makes a backend whose store is empty.
pub type Start = fn(Settings) -> Box<dyn Backend>;

/// A portal under test.
pub trait Backend: Send + Sync {
    /// The HTTP API, with the paths of [`contract::paths`] under `/api`.
    fn api(&self) -> Api;

    /// Fills the empty store.
    fn seed(&self, state: State);

    /// Everything that is stored, as text: what a thief of the database would read.
    fn dump(&self) -> String;

    /// The newest events, the newest last; at least ten.
    fn events(&self) -> Vec<Event>;

    /// Starts the portal anew over the same stored data, as after a crash.
    fn restart(&mut self, settings: Settings);

    /// Asks the portal to remove what is over.
    fn purge(&self);

    /// What a mail server asks.
    fn check_app_password(&self, email: &str, password: &Secret) -> MailSignIn;

    /// What a provider of calls and notifications reports.
    ///
    /// # Errors
    /// As [`portal::Portal::answer_out_of_band`].
    fn answer_out_of_band(
        &self,
        challenge: &ChallengeId,
        outcome: Outcome,
    ) -> Result<(), OutOfBandError>;

    /// The clock, the phone and the hasher that this portal was handed.
    fn devices(&self) -> &Devices;

    /// Moves the portal's clock by so many seconds.
    fn advance(&self, seconds: i64) {
        self.devices().clock.advance(seconds);
    }

    /// The phone that messages reach.
    fn phone(&self) -> &Phone {
        &self.devices().phone
    }
}

static START: OnceLock<Start> = OnceLock::new();

/// Says what the cases of this process run over.
pub(crate) fn choose(start: Start) {
    assert!(START.set(start).is_ok(), "one backend for each process");
}

/// A backend whose store is empty.
pub(crate) fn start(settings: Settings) -> Box<dyn Backend> {
    let start = START.get().expect("cases run in `run`");
    start(settings)
}
