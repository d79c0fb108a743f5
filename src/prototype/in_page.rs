//! The portal in the tab: it answers the page's own requests, so that paths, status codes and rules
//! are the real ones.

use super::{
    ports::ports,
    scenarios::Fault,
    storage::{Keeping, Storage},
    world::World,
};
use crate::{
    api::transport::{Answer, Reply, Request, Transport, TransportError, Verb},
    clock,
    words::tiles,
};
use axum::body::{Body, to_bytes};
use contract::{AppTile, Code, Problem, Secret, paths};
use futures::FutureExt;
use leptos::prelude::GetUntracked;
use portal::{Cookies, MemoryStore, Portal, ServerKey, ServerKeys, Settings};
use std::{cell::RefCell, collections::BTreeSet, time::Duration};
use tower::ServiceExt;

/// How long an answer takes where nothing is wrong: slowly enough to be real.
const USUAL: Duration = Duration::from_millis(250);
/// How long an answer takes on a slow network.
const SLOW: Duration = Duration::from_secs(4);
/// How long the second factor takes there: "be patient, it can take a bit".
const VERY_SLOW: Duration = Duration::from_secs(10);

/// Answers requests inside the tab.
pub struct InPage {
    storage: Storage,
    brand: String,
    failed: RefCell<BTreeSet<String>>,
}

impl InPage {
    /// A portal over the world in `storage`.
    pub fn new(storage: Storage, brand: String) -> Self {
        Self {
            storage,
            brand,
            failed: RefCell::default(),
        }
    }

    /// In the failing place: whether this try fails. Every other try of the same thing does.
    fn fails(&self, request: &Request) -> bool {
        let background = request.verb == Verb::Get
            && [paths::SESSION, paths::CHALLENGE].contains(&request.path.as_str());
        if background || request.path.ends_with("/delivery") {
            return false;
        }
        let what = format!("{} {}", request.verb.as_str(), request.path);
        let mut failed = self.failed.borrow_mut();
        if failed.remove(&what) {
            false
        } else {
            failed.insert(what)
        }
    }

    /// Where the session ends in the middle of something: whether it is before this request.
    fn ends_the_session(&self, request: &Request) -> bool {
        request.verb != Verb::Get
            && !request.path.starts_with(paths::SESSION)
            && self.failed.borrow_mut().insert("the session".into())
    }
}

impl Transport for InPage {
    fn send(&self, request: Request) -> Answer {
        let fault = self.storage.peek(|world| world.scenario.fault());
        let delay = match fault {
            // With a real portal as soon as it is sent, whether or not the page stays for the answer.
            _ if paths::is_app_password_delivery(&request.path) => Duration::ZERO,
            Fault::Slow if request.path == paths::CHALLENGE_ANSWER => VERY_SLOW,
            Fault::Slow if request.path != paths::SESSION || request.verb != Verb::Get => SLOW,
            _ => USUAL,
        };
        let fails = fault == Fault::FailsFirst && self.fails(&request);
        let ends = fault == Fault::SessionEnds && self.ends_the_session(&request);
        let (storage, brand) = (self.storage.clone(), self.brand.clone());
        Box::pin(async move {
            clock::wait(delay).await;
            if fault == Fault::Offline || storage.keeping().get_untracked() == Keeping::Broken {
                return Err(TransportError::Unreachable);
            }
            if fails {
                let body = serde_json::to_string(&Problem::new(Code::Internal)).unwrap_or_default();
                return Ok(Reply {
                    status: 500,
                    retry_after: None,
                    body: Secret::new(body),
                });
            }
            let answer = storage
                .change(move |world| {
                    if ends {
                        world.cookies.clear();
                    }
                    answer(world, &brand, request)
                })
                .await;
            crate::memory::overwrite_stack();
            answer.flatten().ok_or(TransportError::Unreachable)
        })
    }
}

/// Handles one request over a world. Nothing in here waits: the store is memory, the phone is on
/// the screen.
pub fn answer(world: &mut World, brand: &str, request: Request) -> Option<Reply> {
    let host = "prototype.invalid";
    let mut builder = axum::http::Request::builder()
        .method(request.verb.as_str())
        .uri(&request.path)
        .header("host", host)
        .header("sec-fetch-site", "same-origin");
    let cookies: Vec<_> = world
        .cookies
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    if !cookies.is_empty() {
        builder = builder.header("cookie", cookies.join("; "));
    }
    for (name, value) in &request.headers {
        builder = builder.header(*name, value);
    }
    let body = match &request.body {
        Some(body) => {
            builder = builder.header("content-type", "application/json");
            Body::from(body.expose().to_owned())
        }
        None => Body::empty(),
    };
    let request = builder.body(body).ok()?;
    with_portal(world, brand, |portal, cookies| {
        let response = portal.router().oneshot(request).now_or_never()?.ok()?;
        for line in response.headers().get_all("set-cookie") {
            keep_cookie(cookies, line.to_str().ok()?);
        }
        let status = response.status().as_u16();
        let bytes = to_bytes(response.into_body(), usize::MAX)
            .now_or_never()?
            .ok()?;
        let body = Secret::new(String::from_utf8(bytes.to_vec()).ok()?);
        Some(Reply {
            status,
            retry_after: None,
            body,
        })
    })
}

/// Wires a portal over a world for as long as `work` takes, and puts what changed back.
pub fn with_portal<R>(
    world: &mut World,
    brand: &str,
    work: impl FnOnce(&Portal<MemoryStore>, &mut std::collections::BTreeMap<String, String>) -> R,
) -> R {
    let store = MemoryStore::new(std::mem::take(&mut world.portal));
    let (ports, random, delivery) = ports(
        clock::now_in(world.clock()),
        world.seed,
        std::mem::take(&mut world.handset),
    );
    let portal = Portal::new(store.clone(), ports, settings(brand));
    let result = work(&portal, &mut world.cookies);
    world.portal = store.snapshot();
    world.seed = random.seed();
    world.handset = delivery.take();
    result
}

fn settings(brand: &str) -> Settings {
    // A made-up portal's key protects nothing.
    let key = ServerKey::new("made-up", Secret::new("the key of a made-up portal".into()));
    let tile = |name: String, description: String| AppTile {
        name,
        description,
        address: String::new(),
    };
    Settings {
        apps: vec![
            tile(tiles::mail(), tiles::mail_words()),
            tile(tiles::files(), tiles::files_words()),
            tile(tiles::meetings(), tiles::meetings_words()),
            tile(tiles::time_sheet(), tiles::time_sheet_words()),
            tile(tiles::library(), tiles::library_words()),
        ],
        cookies: Cookies::SECURE,
        ..Settings::new(brand, ServerKeys::only(key))
    }
}

/// The browser's part: a page's own script may not see `Set-Cookie` of a real reply.
fn keep_cookie(cookies: &mut std::collections::BTreeMap<String, String>, line: &str) {
    let mut parts = line.split(';');
    let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else {
        return;
    };
    let gone = value.is_empty() || parts.any(|part| part.trim().eq_ignore_ascii_case("max-age=0"));
    if gone {
        cookies.remove(name.trim());
    } else {
        cookies.insert(name.trim().to_owned(), value.to_owned());
    }
}
