//! The production transport: the browser's fetch.

use super::transport::{Answer, Reply, Request, Transport, TransportError};
use crate::{clock, start::boot};
use contract::Secret;
use gloo_net::http::{Headers, Method, RequestBuilder};
use leptos::prelude::window_event_listener_untyped;
use std::{cell::Cell, rc::Rc, time::Duration};

/// Sends requests to a real portal.
pub struct Fetch {
    api_base: String,
    /// Whether the page's policy has forbidden a call.
    blocked: Rc<Cell<bool>>,
}

impl Fetch {
    /// `api_base` without a slash at its end.
    pub fn new(api_base: String) -> Self {
        let blocked = Rc::new(Cell::new(false));
        let note = Rc::clone(&blocked);
        // fetch itself does not tell a forbidden call from a dead network
        // for as long as the page is open
        window_event_listener_untyped("securitypolicyviolation", move |event| {
            let directive = js_sys::Reflect::get(&event, &"effectiveDirective".into());
            if directive.is_ok_and(|name| name == "connect-src") {
                note.set(true);
            }
        });
        Self { api_base, blocked }
    }
}

impl Transport for Fetch {
    fn send(&self, request: Request) -> Answer {
        let address = format!("{}{}", self.api_base, request.path);
        let blocked = Rc::clone(&self.blocked);
        Box::pin(async move {
            let give_up = TransportError::Unreachable;
            let abort = Abort::new();
            let headers = Headers::new();
            for (name, value) in &request.headers {
                headers.set(name, value);
            }
            if request.body.is_some() {
                headers.set("content-type", "application/json");
            }
            let builder = RequestBuilder::new(&address)
                .method(Method::from_bytes(request.verb.as_str().as_bytes()).map_err(|_| give_up)?)
                .headers(headers)
                .credentials(web_sys::RequestCredentials::Include)
                .cache(web_sys::RequestCache::NoStore)
                .abort_signal(abort.signal().as_ref());
            let request = match &request.body {
                Some(body) => builder.body(body.expose()),
                None => builder.build(),
            };
            let Ok(response) = request.map_err(|_| give_up)?.send().await else {
                return Err(why_nothing_came(&blocked).await);
            };
            let retry_after = response.headers().get("retry-after");
            let text = response.text().await.map_err(|_| give_up)?;
            Ok(Reply {
                status: response.status(),
                retry_after: retry_after.and_then(|seconds| seconds.trim().parse().ok()),
                body: Secret::new(text),
            })
        })
    }
}

/// The browser tells of a call that the policy forbids by an event, before or soon after the refusal.
/// A policy does not change while the page is open, so what was forbidden stays so.
async fn why_nothing_came(blocked: &Cell<bool>) -> TransportError {
    const SOON: Duration = Duration::from_millis(100);
    if !blocked.get() {
        clock::wait(SOON).await;
    }
    if blocked.get() {
        TransportError::Blocked
    } else {
        boot::check_network();
        TransportError::Unreachable
    }
}

/// Gives the request up when nobody waits for its answer any more: after the time-out a late answer
/// is of no use, and the connection is free for the next try.
struct Abort(Option<web_sys::AbortController>);

impl Abort {
    fn new() -> Self {
        Self(web_sys::AbortController::new().ok())
    }

    fn signal(&self) -> Option<web_sys::AbortSignal> {
        self.0.as_ref().map(web_sys::AbortController::signal)
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}
