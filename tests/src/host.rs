//! A static host for the built page, as an operator would have one: with or without a fallback,
//! under any path, with any headers. It can be stopped, started again on the same port, and told
//! to hold a file back.

use anyhow::{Context, Result};
use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, Uri},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use std::{
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};
use tokio::{runtime::Runtime, sync::watch};
use tower_http::services::{ServeDir, ServeFile};

/// What the host does besides sending files.
#[derive(Clone)]
struct Rules {
    headers: Vec<(HeaderName, HeaderValue)>,
    fallback: bool,
    /// Files whose path ends so wait.
    held: watch::Sender<Option<String>>,
    asked: Arc<Mutex<Vec<String>>>,
}

/// A host that is not started yet.
pub struct Setup {
    folder: PathBuf,
    below: String,
    rules: Rules,
}

/// A host that runs until it is dropped.
pub struct Host {
    setup: Setup,
    address: SocketAddr,
    running: Option<Runtime>,
}

impl Setup {
    /// Serves this folder.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        let rules = Rules {
            headers: Vec::new(),
            fallback: true,
            held: watch::Sender::new(None),
            asked: Arc::default(),
        };
        Self {
            folder: folder.to_owned(),
            below: String::new(),
            rules,
        }
    }

    /// Sends this header with every reply, such as `permissions-policy`.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &'static str) -> Self {
        let header = (
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
        self.rules.headers.push(header);
        self
    }

    /// Answers 404 for a path without a file, where a host usually is told to send `index.html`.
    #[must_use]
    pub const fn without_fallback(mut self) -> Self {
        self.rules.fallback = false;
        self
    }

    /// Serves below this path, such as `/portal`.
    #[must_use]
    pub fn below(mut self, path: &str) -> Self {
        path.clone_into(&mut self.below);
        self
    }

    /// Starts on a free port.
    pub fn start(self) -> Result<Host> {
        let address = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut host = Host {
            setup: self,
            address,
            running: None,
        };
        host.start()?;
        Ok(host)
    }
}

impl Host {
    /// The address of the page's root, without a slash at the end.
    pub fn url(&self) -> String {
        format!(
            "http://127.0.0.1:{}{}",
            self.address.port(),
            self.setup.below
        )
    }

    /// The same on an origin that is no secure context: no `navigator.clipboard` there. Chromium
    /// and Firefox only.
    pub fn insecure_url(&self) -> String {
        self.url().replace("127.0.0.1", "insecure.test")
    }

    /// The address of a path of the page.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.url())
    }

    /// What was asked for so far: method, path and query.
    pub fn asked(&self) -> Vec<String> {
        self.setup
            .rules
            .asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Keeps files whose path ends so waiting, such as `.wasm`, until `release`.
    pub fn hold(&self, end: &str) {
        self.setup.rules.held.send_replace(Some(end.to_owned()));
    }

    /// Sends what was held.
    pub fn release(&self) {
        self.setup.rules.held.send_replace(None);
    }

    /// Cuts all connections and refuses new ones.
    pub fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.shutdown_background();
        }
    }

    /// Starts again, on the same port.
    pub fn start(&mut self) -> Result<()> {
        self.stop();
        let listener = TcpListener::bind(self.address).with_context(|| self.address.to_string())?;
        listener.set_nonblocking(true)?;
        self.address = listener.local_addr()?;
        let running = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("host")
            .enable_all()
            .build()?;
        let router = self.router();
        running.spawn(async move {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, router).await
        });
        self.running = Some(running);
        Ok(())
    }

    fn router(&self) -> Router {
        let Setup { folder, rules, .. } = &self.setup;
        let files = ServeDir::new(folder);
        let page = ServeFile::new(folder.join("index.html"));
        let served = if rules.fallback {
            Router::new().fallback_service(files.fallback(page))
        } else {
            Router::new().fallback_service(files)
        };
        let state = (rules.clone(), self.setup.below.clone());
        served.layer(middleware::from_fn_with_state(state, answer))
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn answer(
    State((rules, below)): State<(Rules, String)>,
    mut request: Request,
    next: Next,
) -> Response {
    let asked = format!("{} {}", request.method(), request.uri());
    rules
        .asked
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(asked);
    let path = request.uri().path().to_owned();
    let Some(inside) = path
        .strip_prefix(&below)
        .filter(|rest| rest.is_empty() || rest.starts_with('/'))
    else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let inside = if inside.is_empty() { "/" } else { inside };
    let Ok(uri) = Uri::try_from(inside) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    *request.uri_mut() = uri;
    let mut held = rules.held.subscribe();
    let waits = |end: &Option<String>| end.as_ref().is_some_and(|end| path.ends_with(end));
    let _ = held.wait_for(|end| !waits(end)).await;
    let mut reply = next.run(request).await;
    // a missing file is missing: only a path of the page falls back to the page
    let is_other_file = Path::new(&path)
        .extension()
        .is_some_and(|kind| kind != "html");
    let is_page = reply
        .headers()
        .get("content-type")
        .is_some_and(|kind| kind == "text/html");
    if is_other_file && is_page {
        reply = StatusCode::NOT_FOUND.into_response();
    }
    // a test that takes a file away must not be answered from a cache
    reply
        .headers_mut()
        .insert("cache-control", HeaderValue::from_static("no-cache"));
    for (name, value) in rules.headers {
        reply.headers_mut().insert(name, value);
    }
    reply
}
