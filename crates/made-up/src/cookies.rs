//! The browser's part: the cookies, which a page's own script may not see, and what it adds to requests.

use crate::World;
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Request, header},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The cookies of a browser that knows one site.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cookies(BTreeMap<String, String>);

impl Cookies {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The header `Cookie`; none without cookies.
    #[must_use]
    pub fn header(&self) -> Option<String> {
        let pairs: Vec<String> = self
            .0
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    /// The headers that give these to another browser, on http too. It loses the cookie of this name if
    /// it is not among them.
    #[must_use]
    pub fn to_set(&self, session: &str) -> HeaderMap {
        let kept = self
            .0
            .iter()
            .map(|(name, value)| format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict"));
        let gone = (!self.0.contains_key(session))
            .then(|| format!("{session}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict"));
        kept.chain(gone)
            .filter_map(|line| Some((header::SET_COOKIE, HeaderValue::try_from(line).ok()?)))
            .collect()
    }

    /// Does what a reply's `Set-Cookie` says.
    pub fn keep(&mut self, headers: &HeaderMap) {
        for line in headers.get_all(header::SET_COOKIE) {
            let mut parts = line.to_str().unwrap_or_default().split(';');
            let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else {
                continue;
            };
            let (name, value) = (name.trim().to_owned(), value.to_owned());
            if value.is_empty() || parts.any(|part| part.trim().eq_ignore_ascii_case("max-age=0")) {
                self.0.remove(&name);
            } else {
                self.0.insert(name, value);
            }
        }
    }
}

/// The host of a portal without one.
const HOST: &str = "made-up.invalid";

impl World {
    /// A request as a browser sends it for a page of the portal's own origin. None if a header cannot be
    /// sent.
    #[must_use]
    pub fn request(
        &self,
        method: &str,
        path: &str,
        headers: &[(&'static str, String)],
        json: Option<&str>,
    ) -> Option<Request<Body>> {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, HOST)
            .header("sec-fetch-site", "same-origin");
        if let Some(cookies) = self.cookies.header() {
            request = request.header(header::COOKIE, cookies);
        }
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let body = match json {
            Some(json) => {
                request = request.header(header::CONTENT_TYPE, "application/json");
                Body::from(json.to_owned())
            }
            None => Body::empty(),
        };
        request.body(body).ok()
    }
}
