//! Opening a session after the right password.

use super::{
    challenge::{self, Started},
    outgoing::{Outgoing, Seed},
    sessions,
};
use crate::{
    records::{Aggregate, EventKind, Proof, SessionId, SessionRecord, Stage, TokenDigest},
    rules::{methods, session::is_trusted},
};
use contract::{SessionState, Timestamp};

/// A session to open.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// Random.
    pub id: SessionId,
    /// The digest of the new token.
    pub token: TokenDigest,
    /// The digests of the trusted-device tokens that the browser sent, whoever they are of.
    pub trusted_device: Vec<TokenDigest>,
    /// For the challenge, should there be one.
    pub seed: Seed,
}

/// A session that was opened.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Where the visitor is now.
    pub state: SessionState,
    /// What to deliver.
    pub outgoing: Option<Outgoing>,
}

/// Opens a session: signed in if the device is trusted, else with its second factor begun, or to be
/// set up if the account has none.
pub fn open(aggregate: &mut Aggregate, new: NewSession, now: Timestamp) -> Opened {
    let mut devices = aggregate.trusted_devices.iter();
    let trusted =
        devices.any(|device| new.trusted_device.contains(&device.token) && is_trusted(device, now));
    let mut started = None;
    let stage = match methods::first_choice(&aggregate.account) {
        None => Stage::SetUp,
        Some(_) if trusted => Stage::SignedIn,
        Some(method) => {
            started = Some(challenge::begin(&aggregate.account, method, new.seed, now));
            Stage::SecondFactor
        }
    };
    let (second_factor, outgoing) = match started {
        Some(Started { second, outgoing }) => (Some(second), outgoing),
        None => (None, None),
    };
    aggregate.sessions.push(SessionRecord {
        id: new.id.clone(),
        token: new.token.clone(),
        account: aggregate.account.id.clone(),
        opened_at: now,
        seen_at: now,
        stage,
        second_factor,
    });
    if stage == Stage::SignedIn {
        let kind = EventKind::SignedIn(Proof::TrustedDevice);
        aggregate.note(now, Some(new.id), kind);
    }
    Opened {
        state: sessions::state(aggregate, &new.token, now),
        outgoing,
    }
}
