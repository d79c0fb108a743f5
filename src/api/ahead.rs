//! Asking ahead. Whoever opens the list of app passwords while signed in needs two answers, who they
//! are and the list; the second is asked for together with the first, while the screens are still
//! being fetched. On a slow network that is a way there and back less.

use super::transport::{Answer, Request, Transport, TransportError, Verb};
use crate::{routes::Route, start::first_screen};
use contract::paths;
use futures::channel::oneshot;
use leptos::{prelude::location, task::spawn_local};
use std::cell::{Cell, RefCell};

/// A transport that asks ahead, once, when the page is opened.
pub struct Ahead<T> {
    transport: T,
    opened: Cell<bool>,
    list: RefCell<Option<Answer>>,
}

impl<T: Transport> Ahead<T> {
    /// Over this transport.
    pub fn new(transport: T) -> Self {
        Self {
            transport,
            opened: Cell::new(false),
            list: RefCell::new(None),
        }
    }

    /// Asks for the list now; nobody waits for it yet.
    fn ask_for_the_list(&self) {
        let answer = self.transport.send(Request {
            verb: Verb::Get,
            path: paths::APP_PASSWORDS.to_owned(),
            headers: vec![],
            body: None,
        });
        let (sender, receiver) = oneshot::channel();
        spawn_local(async move {
            // not wanted after all: somebody else is there, or nobody
            let _ = sender.send(answer.await);
        });
        let answer = async move { receiver.await.unwrap_or(Err(TransportError::Unreachable)) };
        self.list.replace(Some(Box::pin(answer)));
    }
}

impl<T: Transport> Transport for Ahead<T> {
    fn send(&self, request: Request) -> Answer {
        let reads = |path| request.verb == Verb::Get && request.path == path;
        // Whatever is asked meanwhile makes an answer that is waiting too old.
        let list = self.list.take();
        if reads(paths::APP_PASSWORDS)
            && let Some(list) = list
        {
            return list;
        }
        let answer = self.transport.send(request);
        if !self.opened.replace(true) && first_screen::is_waiting() && shows_the_list() {
            self.ask_for_the_list();
        }
        answer
    }
}

/// Whether the address is the list's, or of a screen over it.
fn shows_the_list() -> bool {
    let path = location().pathname().unwrap_or_default();
    path.contains(Route::AppPasswords.path())
}
