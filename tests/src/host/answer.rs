//! What the host sends for a request, by its rules.

use crate::failure;
use axum::{
    body::{Bytes, to_bytes},
    extract::{Request, State},
    http::{Extensions, HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, Version, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};
use tokio::sync::watch;

/// What the host does besides sending files.
#[derive(Clone, Default)]
pub(super) struct Rules {
    pub headers: Vec<(HeaderName, HeaderValue)>,
    pub folder: PathBuf,
    /// The path that all paths begin with.
    pub below: String,
    /// Whether it finds `/help.html` for `/help`, and has a page for what is missing.
    pub helpful: bool,
    pub compressed: bool,
    /// Files whose path ends so wait.
    pub held: watch::Sender<Option<String>>,
    /// Files whose path contains this are missing.
    pub refused: Arc<Mutex<Option<String>>>,
    /// Files whose path ends so are sent as this kind.
    pub content_type: Option<(&'static str, &'static str)>,
    /// Files whose path ends so are sent with a byte too many.
    pub corrupt: Option<&'static str>,
    /// Files whose path ends so are sent by half.
    pub cut: Option<&'static str>,
    /// What is sent in place of `config.json`.
    pub configuration: Option<String>,
    /// Whether `config.json` forbids browsers to keep a copy of the page.
    pub no_store: Arc<AtomicBool>,
    pub asked: failure::Requests,
}

impl Rules {
    fn note(&self, request: &Request) {
        let asked = format!("{} {}", request.method(), request.uri());
        let mut all = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        all.push(asked);
    }

    fn is_refused(&self, path: &str) -> bool {
        let refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        refused.as_ref().is_some_and(|part| path.contains(part))
    }

    /// `config.json`, where it is not the built one.
    fn configuration(&self) -> Option<String> {
        if self.no_store.load(Ordering::SeqCst) {
            let text = std::fs::read_to_string(self.folder.join("config.json")).ok()?;
            return Some(text.replacen('{', "{ \"offline\": false,", 1));
        }
        self.configuration.clone()
    }

    /// As most hosts do: an address without a slash at its end is a file without its kind.
    fn file(&self, path: &str) -> String {
        let page = format!("{}.html", path.trim_end_matches('/'));
        let is_page = self.folder.join(page.trim_start_matches('/')).is_file();
        match path {
            "" => "/".to_owned(),
            _ if self.helpful && !path.ends_with('/') && is_page => page,
            _ => path.to_owned(),
        }
    }

    /// A missing page gets the page that says so; a missing file is missing.
    async fn missing(&self, path: &str) -> Option<Response> {
        if !self.helpful || Path::new(path).extension().is_some() {
            return None;
        }
        let page = tokio::fs::read(self.folder.join("404.html")).await.ok()?;
        let kind = [(header::CONTENT_TYPE, "text/html")];
        Some((StatusCode::NOT_FOUND, kind, page).into_response())
    }
}

pub(super) async fn answer(
    State(rules): State<Rules>,
    mut request: Request,
    next: Next,
) -> Response {
    rules.note(&request);
    let path = request.uri().path().to_owned();
    let inside = path.strip_prefix(&rules.below);
    let inside = inside.filter(|rest| rest.is_empty() || rest.starts_with('/'));
    let Some(inside) = inside.filter(|_| !rules.is_refused(&path)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Ok(uri) = Uri::try_from(rules.file(inside)) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    *request.uri_mut() = uri;
    if path.ends_with("/config.json")
        && let Some(text) = rules.configuration()
    {
        return ([(header::CONTENT_TYPE, "application/json")], text).into_response();
    }
    let mut held = rules.held.subscribe();
    let waits = |end: &Option<String>| end.as_ref().is_some_and(|end| path.ends_with(end));
    let _ = held.wait_for(|end| !waits(end)).await;
    let mut reply = next.run(request).await;
    if reply.status() == StatusCode::NOT_FOUND
        && let Some(page) = rules.missing(&path).await
    {
        reply = page;
    }
    redirect_below(&rules.below, &mut reply);
    if rules.corrupt.is_some_and(|end| path.ends_with(end)) {
        reply = changed(reply, |bytes| [&bytes[..], b" "].concat().into()).await;
    }
    if rules.cut.is_some_and(|end| path.ends_with(end)) {
        reply = changed(reply, |bytes| bytes.slice(..bytes.len() / 2)).await;
    }
    let headers = reply.headers_mut();
    if let Some((_, kind)) = rules.content_type.filter(|(end, _)| path.ends_with(end)) {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    // a test that takes a file away must not be answered from a cache
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    for (name, value) in rules.headers {
        headers.insert(name, value);
    }
    reply
}

/// What sends the files does not know the path that all paths begin with.
fn redirect_below(below: &str, reply: &mut Response) {
    let place = reply.headers().get(header::LOCATION);
    let place = place.and_then(|place| place.to_str().ok());
    if let Some(place) = place.filter(|place| place.starts_with('/'))
        && let Ok(place) = HeaderValue::try_from(format!("{below}{place}"))
    {
        reply.headers_mut().insert(header::LOCATION, place);
    }
}

async fn changed(reply: Response, change: impl Fn(Bytes) -> Bytes) -> Response {
    let (mut head, body) = reply.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    head.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(head, change(bytes).into())
}

/// The texts are edited where they are, so the build compresses none of them and hosts do.
pub(super) fn is_text_to_edit(
    _: StatusCode,
    _: Version,
    headers: &HeaderMap,
    _: &Extensions,
) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind == "application/json")
}

/// What the build wrote into `_headers` for every path. A comment line begins with `#`.
pub(super) fn headers_of(folder: &Path) -> Vec<(HeaderName, HeaderValue)> {
    let file = folder.join("_headers");
    let text = std::fs::read_to_string(&file).unwrap_or_default();
    let all = text.split("/*\n").nth(1).unwrap_or_default();
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
        file.display()
    );
    headers
}
