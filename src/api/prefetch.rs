//! Asks for the list of app passwords together with the first request of the page. Somebody signed in
//! who opens the list needs two answers, who they are and the list; the second is on its way while the
//! screens are still being fetched, which saves a round trip.

use super::transport::{Answer, Request, Transport, TransportError, Verb};
use contract::paths;
use futures::channel::oneshot;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};

/// A transport that prefetches the list, once.
pub struct Prefetch<T> {
    transport: T,
    wanted: Cell<bool>,
    list: RefCell<Option<Answer>>,
}

impl<T: Transport> Prefetch<T> {
    /// Over this transport. `wanted`: the page was opened at the list.
    pub fn new(transport: T, wanted: bool) -> Self {
        Self {
            transport,
            wanted: Cell::new(wanted),
            list: RefCell::new(None),
        }
    }

    /// Asks for the list now; nobody waits for it yet.
    fn prefetch(&self) {
        let answer = self.transport.send(Request {
            verb: Verb::Get,
            path: paths::APP_PASSWORDS.to_owned(),
            headers: vec![],
            body: None,
        });
        let (sender, receiver) = oneshot::channel();
        spawn_local(async move {
            // not wanted after all: somebody else is signed in, or nobody
            let _ = sender.send(answer.await);
        });
        let answer = async move { receiver.await.unwrap_or(Err(TransportError::Unreachable)) };
        self.list.replace(Some(Box::pin(answer)));
    }
}

impl<T: Transport> Transport for Prefetch<T> {
    fn send(&self, request: Request) -> Answer {
        // Any other request makes the prefetched list too old.
        let list = self.list.take();
        if request.verb == Verb::Get
            && request.path == paths::APP_PASSWORDS
            && let Some(list) = list
        {
            return list;
        }
        let answer = self.transport.send(request);
        if self.wanted.take() {
            self.prefetch();
        }
        answer
    }
}
