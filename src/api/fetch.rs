//! The production transport: the browser's fetch.

use super::transport::{Answer, Reply, Request, Transport, TransportError};
use contract::Secret;
use gloo_net::http::{Method, RequestBuilder};

/// Sends requests to a real portal.
pub struct Fetch {
    api_base: String,
}

impl Fetch {
    /// `api_base` as in `config.json`, without a slash at its end.
    pub fn new(api_base: &str) -> Self {
        Self {
            api_base: api_base.trim_end_matches('/').to_owned(),
        }
    }
}

impl Transport for Fetch {
    fn send(&self, request: Request) -> Answer {
        let address = format!("{}{}", self.api_base, request.path);
        Box::pin(async move {
            let unreachable = |_| TransportError::Unreachable;
            let method =
                Method::try_from(request.verb.as_str()).map_err(|_| TransportError::Unreachable)?;
            let mut builder = RequestBuilder::new(&address)
                .method(method)
                .credentials(web_sys::RequestCredentials::Include)
                .cache(web_sys::RequestCache::NoStore);
            for (name, value) in &request.headers {
                builder = builder.header(name, value);
            }
            let sent = match &request.body {
                Some(body) => {
                    builder
                        .header("content-type", "application/json")
                        .body(body.expose())
                        .map_err(unreachable)?
                        .send()
                        .await
                }
                None => builder.send().await,
            };
            let response = sent.map_err(unreachable)?;
            let status = response.status();
            let body = Secret::new(response.text().await.map_err(unreachable)?);
            Ok(Reply { status, body })
        })
    }
}
