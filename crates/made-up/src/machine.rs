//! The portal over a world, for one request at a time.

use crate::{World, fault::Reply, ports::Lent};
use axum::{
    body::{Body, to_bytes},
    http::{Request, Response},
};
use contract::{AppTile, Secret, Timestamp};
use futures::FutureExt;
use portal::{
    ChallengeId, MailSignIn, MemoryStore, Outcome, Portal, ServerKey, ServerKeys, Settings,
};
use tower::ServiceExt;

/// What a made-up portal runs on.
#[derive(Clone)]
pub struct Machine {
    /// What an operator decides.
    pub settings: Settings,
    time: fn() -> Timestamp,
}

impl Machine {
    /// `time` tells the machine's own time.
    #[must_use]
    pub fn new(brand: &str, apps: Vec<AppTile>, time: fn() -> Timestamp) -> Self {
        // a made-up portal's key protects nothing
        let key = ServerKey::new("made-up", Secret::new("the key of a made-up portal".into()));
        let settings = Settings {
            apps,
            ..Settings::new(brand, ServerKeys::only(key))
        };
        Self { settings, time }
    }

    /// The machine's own time.
    #[must_use]
    pub fn time(&self) -> Timestamp {
        (self.time)()
    }

    /// The world's time.
    #[must_use]
    pub fn now(&self, world: &World) -> Timestamp {
        world.clock.at(self.time())
    }

    /// The portal's reply to one request, and what it changed. None if the portal waited for something,
    /// which nothing over memory does.
    pub fn answer(&self, world: &mut World, request: Request<Body>) -> Option<Reply> {
        self.with_portal(world, |portal| {
            let response = portal.router().oneshot(request).now_or_never()?.ok()?;
            let (head, body) = response.into_parts();
            let body = to_bytes(body, usize::MAX).now_or_never()?.ok()?;
            Some(Response::from_parts(head, body))
        })
    }

    /// What the mail server says to a user name and a password. None as for [`Machine::answer`].
    pub fn mail_sign_in(
        &self,
        world: &mut World,
        user: &str,
        password: &Secret,
    ) -> Option<MailSignIn> {
        self.with_portal(world, |portal| {
            let said = portal.check_app_password(user, password);
            said.now_or_never()?.ok()
        })
    }

    /// Reports what was pressed on the phone about a challenge, and puts the call and the request away.
    pub fn report(&self, world: &mut World, challenge: &ChallengeId, outcome: Outcome) {
        world.handset.call = None;
        world.handset.request = None;
        self.with_portal(world, |portal| {
            // an answer that comes too late is no answer
            let _ = portal.answer_out_of_band(challenge, outcome).now_or_never();
        });
    }

    /// Wires a portal over a world for as long as `work` takes, and puts what changed back.
    fn with_portal<R>(&self, world: &mut World, work: impl FnOnce(&Portal<MemoryStore>) -> R) -> R {
        let store = MemoryStore::new(std::mem::take(&mut world.portal));
        let handset = std::mem::take(&mut world.handset);
        let (lent, ports) = Lent::new(self.now(world), world.random, handset);
        let result = work(&Portal::new(store.clone(), ports, self.settings.clone()));
        world.portal = store.snapshot();
        (world.random, world.handset) = lent.take_back();
        result
    }
}
