//! The portal in the tab answers the page's own requests, so that paths, status codes and rules are the
//! real ones.

use super::storage::{Keeping, Storage};
use crate::{
    api::transport::{Answer, Reply, Request, Transport, TransportError},
    clock,
};
use contract::Secret;
use futures::channel::oneshot;
use leptos::{prelude::GetUntracked, task::spawn_local};
use made_up::{Machine, Served};
use std::time::Duration;

/// Answers requests inside the tab.
pub struct InPage {
    storage: Storage,
    machine: Machine,
}

impl InPage {
    /// A portal over the world in `storage`.
    pub const fn new(storage: Storage, machine: Machine) -> Self {
        Self { storage, machine }
    }
}

impl Transport for InPage {
    fn send(&self, request: Request) -> Answer {
        let storage = self.storage.clone();
        let arrived = arrive(storage.clone(), self.machine.clone(), request);
        Box::pin(async move {
            let served = arrived.await.map_err(|_| TransportError::Unreachable)?;
            wait(served.takes).await;
            let reply = served.reply.ok_or(TransportError::Unreachable)?;
            let (head, body) = reply.into_parts();
            let retry_after = head.headers.get("retry-after");
            let retry_after = retry_after.and_then(|seconds| seconds.to_str().ok()?.parse().ok());
            let status = head.status.as_u16();
            if head.headers.contains_key("set-cookie") {
                // like a browser: not before the reply is here, and never if nobody waits for it
                let keep = move |world: &mut made_up::World| world.cookies.keep(&head.headers);
                storage.change(keep).await;
            }
            Ok(Reply {
                status,
                retry_after,
                // a reply that was cut may end within a character
                body: Secret::new(String::from_utf8_lossy(&body).into_owned()),
            })
        })
    }
}

/// Sends the request in a task of its own: a page that no longer waits does not undo it. Nothing is
/// sent back if the portal cannot answer at all.
fn arrive(storage: Storage, machine: Machine, request: Request) -> oneshot::Receiver<Served> {
    let (sender, receiver) = oneshot::channel();
    spawn_local(async move {
        let method = request.verb.as_str();
        // most requests are there at once
        if storage.peek(|world| machine.is_delayed(world, method, &request.path)) {
            let (machine, path) = (machine.clone(), request.path.clone());
            let takes = storage.change(move |world| machine.depart(world, method, &path));
            wait(takes.await.unwrap_or_default()).await;
        }
        if storage.keeping().get_untracked() == Keeping::Broken {
            return;
        }
        let served = storage
            .change(move |world| {
                let body = request.body.as_ref().map(Secret::expose);
                let request = world.request(method, &request.path, &request.headers, body)?;
                Some(machine.serve(world, request))
            })
            .await;
        crate::memory::overwrite_stack();
        if let Some(served) = served.flatten() {
            // the page may have stopped waiting
            let _ = sender.send(served);
        }
    });
    receiver
}

async fn wait(duration: Duration) {
    if !duration.is_zero() {
        clock::wait(duration).await;
    }
}
