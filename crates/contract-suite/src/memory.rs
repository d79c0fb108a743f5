//! The backend of the memory store, in the same process.

use crate::{Api, Backend, Devices};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, Response},
};
use contract::Secret;
use futures::executor::block_on;
use portal::{
    ChallengeId, MailSignIn, MemoryStore, OutOfBandError, Outcome, Portal, Settings, State,
    records::Event,
};
use std::sync::{Arc, Mutex, PoisonError};
use tower::ServiceExt;

/// A portal over an empty memory store.
#[must_use]
pub fn over_memory(settings: Settings) -> Box<dyn Backend> {
    let devices = Devices::default();
    let portal = start(&devices, settings.clone(), State::default());
    Box::new(Memory {
        devices,
        settings,
        portal: Mutex::new(portal),
    })
}

struct Memory {
    devices: Devices,
    settings: Settings,
    portal: Mutex<Portal<MemoryStore>>,
}

fn start(devices: &Devices, settings: Settings, state: State) -> Portal<MemoryStore> {
    Portal::new(MemoryStore::new(state), devices.ports(), settings)
}

impl Memory {
    fn portal(&self) -> Portal<MemoryStore> {
        let portal = self.portal.lock();
        portal.unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn replace(&self, state: State) {
        let portal = self.portal.lock();
        *portal.unwrap_or_else(PoisonError::into_inner) =
            start(&self.devices, self.settings.clone(), state);
    }

    fn saved(&self) -> String {
        let state = self.portal().store().snapshot();
        serde_json::to_string(&state).expect("a state can be saved")
    }
}

impl Backend for Memory {
    fn api(&self) -> Api {
        let router = Router::new().nest("/api", self.portal().router());
        Arc::new(move |request: Request<String>| {
            let reply = block_on(router.clone().oneshot(request.map(Body::from)));
            let (parts, body) = reply.expect("a router always answers").into_parts();
            let bytes = block_on(to_bytes(body, usize::MAX)).expect("a reply is in memory");
            let text = String::from_utf8(bytes.to_vec()).expect("a reply is text");
            Response::from_parts(parts, text)
        })
    }

    fn seed(&self, state: State) {
        self.replace(state);
    }

    fn dump(&self) -> String {
        // what is printed for debugging must not hold more than what is saved
        format!("{}\n{:?}", self.saved(), self.portal().store().snapshot())
    }

    fn events(&self) -> Vec<Event> {
        self.portal().store().snapshot().events
    }

    fn restart(&mut self, settings: Settings) {
        self.settings = settings;
        let state = serde_json::from_str(&self.saved()).expect("a saved state can be read");
        self.replace(state);
    }

    fn purge(&self) {
        block_on(self.portal().purge()).expect("memory does not fail");
    }

    fn check_app_password(&self, email: &str, password: &Secret) -> MailSignIn {
        let portal = self.portal();
        block_on(portal.check_app_password(email, password)).expect("memory does not fail")
    }

    fn answer_out_of_band(
        &self,
        challenge: &ChallengeId,
        outcome: Outcome,
    ) -> Result<(), OutOfBandError> {
        block_on(self.portal().answer_out_of_band(challenge, outcome))
    }

    fn devices(&self) -> &Devices {
        &self.devices
    }
}
