//! A static host for the built page, as an operator would have one: helpful or dumb, under any path,
//! with the headers that the build wrote for hosts and with any others. It can be stopped, started
//! again on the same port, and told to hold a file back. For the production page there is a portal
//! behind it.

use crate::{
    built::{self, Target},
    complaints,
    engine::Engine,
    failure,
    renewal::Copied,
    server::Server,
};
use anyhow::{Context, Result};
use axum::{
    Router,
    extract::{Request, State},
    http::{Extensions, HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, Version},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use std::{
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};
use tokio::{runtime::Runtime, sync::watch};
use tower_http::{compression::CompressionLayer, services::ServeDir};

/// What the host does besides sending files.
#[derive(Clone)]
struct Rules {
    headers: Vec<(HeaderName, HeaderValue)>,
    folder: PathBuf,
    helpful: bool,
    compressed: bool,
    /// Files whose path ends so wait.
    held: watch::Sender<Option<String>>,
    /// Files whose path holds this are not there.
    refused: Arc<Mutex<Option<String>>>,
    /// Files whose path ends so are sent as this kind.
    kind: Option<(&'static str, &'static str)>,
    /// Files whose path ends so are changed on their way.
    spoilt: Option<&'static str>,
    /// Files whose path ends so are sent by half.
    cut: Option<&'static str>,
    /// What is sent in place of `config.json`.
    configuration: Option<String>,
    /// Whether `config.json` forbids browsers to keep a copy of the page.
    keeps_nothing: Arc<AtomicBool>,
    asked: failure::Requests,
}

/// A host that is not started yet.
pub struct Setup {
    folder: PathBuf,
    below: String,
    rules: Rules,
    server: Option<Server>,
    /// The folder, if it is to be renewed.
    copied: Option<Copied>,
}

/// A host that runs until it is dropped.
pub struct Host {
    setup: Setup,
    address: SocketAddr,
    running: Option<Runtime>,
}

impl Setup {
    /// Serves the prototype.
    #[must_use]
    pub fn page() -> Self {
        Self::of_target(Target::Prototype)
    }

    /// Serves the production page, with a portal behind it.
    #[must_use]
    pub fn production() -> Self {
        Self::of_target(Target::Production)
    }

    /// Serves the page that was built for this.
    #[must_use]
    pub fn of_target(target: Target) -> Self {
        let mut setup = Self::of(&built::folder(target));
        setup.rules.headers = headers_of(&setup.folder);
        setup.server = (target == Target::Production).then(Server::new);
        setup
    }

    /// Serves this folder, without the headers that were built into it.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        let rules = Rules {
            headers: Vec::new(),
            folder: folder.to_owned(),
            helpful: true,
            compressed: true,
            held: watch::Sender::new(None),
            refused: Arc::default(),
            kind: None,
            spoilt: None,
            cut: None,
            configuration: None,
            keeps_nothing: Arc::default(),
            asked: Arc::default(),
        };
        Self {
            folder: folder.to_owned(),
            below: String::new(),
            rules,
            server: None,
            copied: None,
        }
    }

    /// Serves a copy of the folder, for [`Host::renew`].
    pub fn renewable(mut self) -> Result<Self> {
        let copied = Copied::of(&self.folder)?;
        copied.folder().clone_into(&mut self.folder);
        copied.folder().clone_into(&mut self.rules.folder);
        self.copied = Some(copied);
        Ok(self.uncompressed())
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

    /// Sends files and nothing else: `/security` is a folder and leads to `/security/`, and an
    /// unknown path gets an empty 404. Nothing is compressed, and no header is known.
    #[must_use]
    pub fn dumb(mut self) -> Self {
        self.rules.helpful = false;
        self.rules.compressed = false;
        self.rules.headers.clear();
        self
    }

    /// Sends everything as it is, compressed for nobody.
    #[must_use]
    pub const fn uncompressed(mut self) -> Self {
        self.rules.compressed = false;
        self
    }

    /// Sends files whose path ends so as this kind.
    #[must_use]
    pub const fn kind(mut self, end: &'static str, kind: &'static str) -> Self {
        self.rules.kind = Some((end, kind));
        self
    }

    /// Adds a byte to files whose path ends so, as a proxy does that means well.
    #[must_use]
    pub const fn spoil(mut self, end: &'static str) -> Self {
        self.rules.spoilt = Some(end);
        self
    }

    /// Sends only the first half of files whose path ends so.
    #[must_use]
    pub const fn cut(mut self, end: &'static str) -> Self {
        self.rules.cut = Some(end);
        self
    }

    /// Sends `config.json` as an operator changed it.
    #[must_use]
    pub fn configuration(mut self, change: impl Fn(String) -> String) -> Self {
        let text = std::fs::read_to_string(self.folder.join("config.json")).unwrap_or_default();
        self.rules.configuration = Some(change(text));
        self
    }

    /// Names another host of the API in the policy, as the README tells operators to.
    #[must_use]
    pub fn connect_to(mut self, origin: &str) -> Self {
        for (name, value) in &mut self.rules.headers {
            let text = value.to_str().unwrap_or_default();
            let more = text.replace(
                "connect-src 'self'",
                &format!("connect-src 'self' {origin}"),
            );
            if name == "content-security-policy"
                && let Ok(more) = HeaderValue::try_from(more)
            {
                *value = more;
            }
        }
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
        failure::tell_of(&self.rules.asked);
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
    /// The portal behind the production page.
    ///
    /// # Panics
    /// For the prototype, which has its portal in the tab.
    pub fn server(&self) -> &Server {
        let server = self.setup.server.as_ref();
        assert!(
            server.is_some(),
            "the prototype has no server: begin the test with `Setup::production`"
        );
        server.unwrap_or_else(|| unreachable!("asserted above"))
    }

    /// The address of the page's root, without a slash at the end.
    pub fn url(&self) -> String {
        format!(
            "http://127.0.0.1:{}{}",
            self.address.port(),
            self.setup.below
        )
    }

    /// The same on an origin that is no secure context: no `navigator.clipboard` there. WebKit has
    /// no way to give a name an address; it trusts loopback by how the address is written, and this
    /// way of writing it leads here all the same.
    pub fn insecure_url(&self, engine: Engine) -> String {
        self.url().replace(
            "127.0.0.1",
            match engine {
                Engine::Chromium | Engine::Firefox => "insecure.test",
                Engine::Webkit => "[::ffff:127.0.0.1]",
            },
        )
    }

    /// The address of a path of the page. A scenario in it has no latency: that is for people who look.
    pub fn at(&self, path: &str) -> String {
        let asks = path.contains("scenario=") && !path.contains("latency=");
        let latency = if asks { "&latency=0" } else { "" };
        format!("{}{path}{latency}", self.url())
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

    /// Answers 404 for files whose path holds this, or no longer.
    pub fn refuse(&self, part: &str, refused: bool) {
        let mut rule = self
            .setup
            .rules
            .refused
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *rule = refused.then(|| part.to_owned());
    }

    /// From now on `config.json` says `"offline": false`: browsers keep no copy of the page, for tests
    /// that hold a file back or take it away.
    pub fn keep_nothing(&self) {
        self.setup.rules.keeps_nothing.store(true, Ordering::SeqCst);
    }

    /// Deploys the next release, which differs in its name alone.
    pub fn renew(&self) -> Result<()> {
        let copied = self.setup.copied.as_ref();
        copied.context("begin with `Setup::renewable`")?.renew()
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
        if let Some(server) = &self.setup.server {
            server.runs_at(self.address.port());
        }
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
        let mut files = ServeDir::new(folder);
        if rules.compressed {
            files = files.precompressed_br().precompressed_gzip();
        }
        let state = (rules.clone(), self.setup.below.clone());
        let files = Router::new()
            .fallback_service(files)
            .layer(middleware::from_fn_with_state(state, answer))
            .layer(middleware::from_fn(complaints::collect));
        let files = if rules.compressed {
            files.layer(CompressionLayer::new().compress_when(is_text_to_edit))
        } else {
            files
        };
        match &self.setup.server {
            Some(server) => server.routes(files),
            None => files,
        }
    }
}

/// The texts are edited where they lie, so the build compresses none of them and hosts do.
fn is_text_to_edit(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    headers
        .get("content-type")
        .is_some_and(|kind| kind == "application/json")
}

/// What the build wrote into `_headers` for every path. A comment line begins with `#`.
fn headers_of(folder: &Path) -> Vec<(HeaderName, HeaderValue)> {
    let text = std::fs::read_to_string(folder.join("_headers")).unwrap_or_default();
    let all = text
        .split("\n/*\n")
        .nth(1)
        .or(text.strip_prefix("/*\n"))
        .unwrap_or_default();
    let all = all.split("\n/").next().unwrap_or_default();
    let headers: Vec<_> = all
        .lines()
        .filter_map(|line| {
            let (name, value) = line.trim().split_once(": ")?;
            let name = HeaderName::try_from(name.to_ascii_lowercase()).ok()?;
            Some((name, HeaderValue::try_from(value).ok()?))
        })
        .collect();
    assert!(
        headers.len() > 5,
        "{} has no headers for every path",
        folder.join("_headers").display()
    );
    headers
}

impl Drop for Host {
    fn drop(&mut self) {
        Server::left(self.address.port());
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
    // as most hosts do: an address without a slash at its end is a file without its kind
    let page = format!("{}.html", inside.trim_end_matches('/'));
    let is_page = |path: &str| rules.folder.join(path.trim_start_matches('/')).is_file();
    let inside = if rules.helpful && !inside.ends_with('/') && is_page(&page) {
        page.as_str()
    } else {
        inside
    };
    let Ok(uri) = Uri::try_from(inside) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    *request.uri_mut() = uri;
    let refused = rules
        .refused
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clone();
    if refused.is_some_and(|part| path.contains(&part)) {
        return StatusCode::NOT_FOUND.into_response();
    }
    if let Some(text) = rules
        .configuration
        .filter(|_| path.ends_with("/config.json"))
    {
        return ([("content-type", "application/json")], text).into_response();
    }
    if rules.keeps_nothing.load(Ordering::SeqCst) && path.ends_with("/config.json") {
        let text = std::fs::read_to_string(rules.folder.join("config.json")).unwrap_or_default();
        let text = text.replacen('{', "{ \"offline\": false,", 1);
        return ([("content-type", "application/json")], text).into_response();
    }
    let mut held = rules.held.subscribe();
    let waits = |end: &Option<String>| end.as_ref().is_some_and(|end| path.ends_with(end));
    let _ = held.wait_for(|end| !waits(end)).await;
    let mut reply = next.run(request).await;
    // a missing page gets the page that says so; a missing file is missing
    let is_file = Path::new(&path).extension().is_some();
    if rules.helpful && reply.status() == StatusCode::NOT_FOUND && !is_file {
        let page = tokio::fs::read(rules.folder.join("404.html")).await;
        reply = page.map_or_else(
            |_| StatusCode::NOT_FOUND.into_response(),
            |page| {
                let kind = [("content-type", "text/html")];
                (StatusCode::NOT_FOUND, kind, page).into_response()
            },
        );
    }
    // it does not know what lies before its own paths
    let led = reply
        .headers()
        .get("location")
        .and_then(|place| place.to_str().ok());
    if let Some(place) = led
        .filter(|place| place.starts_with('/'))
        .map(|place| format!("{below}{place}"))
        && let Ok(place) = HeaderValue::try_from(place)
    {
        reply.headers_mut().insert("location", place);
    }
    if rules.spoilt.is_some_and(|end| path.ends_with(end)) {
        let (mut parts, body) = reply.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX)
            .await
            .unwrap_or_default();
        parts.headers.remove("content-length");
        reply = Response::from_parts(parts, [&bytes[..], b" "].concat().into());
    }
    if rules.cut.is_some_and(|end| path.ends_with(end)) {
        let (mut parts, body) = reply.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX)
            .await
            .unwrap_or_default();
        parts.headers.remove("content-length");
        reply = Response::from_parts(parts, bytes.slice(..bytes.len() / 2).into());
    }
    if let Some((_, kind)) = rules.kind.filter(|(end, _)| path.ends_with(end)) {
        reply
            .headers_mut()
            .insert("content-type", HeaderValue::from_static(kind));
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
