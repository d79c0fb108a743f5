//! The WebDriver protocol: JSON over HTTP to a driver on this machine. A session is a path below it.

use anyhow::{Context, Result, anyhow};
use axum::{body::Bytes, http::Request};
use http_body_util::{BodyExt, Full};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use serde_json::{Value, json};
use std::{fmt, time::Duration};

/// A driver answers at once or not at all; only the start of a browser takes seconds.
const PATIENCE: Duration = Duration::from_secs(120);

/// A command that the driver refused, with the code the standard gives it, such as
/// `stale element reference`.
#[derive(Debug)]
pub struct Refused {
    /// The error code of the WebDriver standard.
    pub code: String,
    message: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = self.message.lines().next().unwrap_or_default();
        write!(formatter, "{}: {first}", self.code)
    }
}

impl std::error::Error for Refused {}

/// One end of a conversation with a driver.
pub struct Wire {
    client: Client<HttpConnector, Full<Bytes>>,
    base: String,
}

impl Wire {
    /// Asks the driver on `port` for a session with these capabilities.
    pub async fn open(port: u16, capabilities: Value) -> Result<Self> {
        let mut wire = Self {
            client: Client::builder(TokioExecutor::new()).build_http(),
            base: format!("http://127.0.0.1:{port}/session"),
        };
        let wanted = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let opened = wire.post("", wanted).await?;
        let id = opened["sessionId"]
            .as_str()
            .context("the driver named no session")?;
        wire.base = format!("{}/{id}", wire.base);
        Ok(wire)
    }

    /// `GET /session/{id}{path}`.
    pub async fn get(&self, path: &str) -> Result<Value> {
        self.call("GET", path, Full::default()).await
    }

    /// `POST /session/{id}{path}`.
    pub async fn post(&self, path: &str, body: Value) -> Result<Value> {
        self.call("POST", path, Full::from(serde_json::to_vec(&body)?))
            .await
    }

    /// `DELETE /session/{id}{path}`.
    pub async fn delete(&self, path: &str) -> Result<Value> {
        self.call("DELETE", path, Full::default()).await
    }

    async fn call(&self, method: &str, path: &str, body: Full<Bytes>) -> Result<Value> {
        let request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.base))
            .header("content-type", "application/json")
            .body(body)?;
        let whole = async {
            let reply = self.client.request(request).await?;
            let refused = !reply.status().is_success();
            let bytes = reply.into_body().collect().await?.to_bytes();
            anyhow::Ok((
                refused,
                serde_json::from_slice::<Value>(&bytes)?["value"].take(),
            ))
        };
        let (refused, value) = tokio::time::timeout(PATIENCE, whole)
            .await
            .map_err(|_| anyhow!("the driver did not answer {method} {path} in {PATIENCE:?}"))?
            .with_context(|| format!("the driver did not answer {method} {path}"))?;
        if refused {
            let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
            return Err(Refused {
                code: text("error"),
                message: text("message"),
            }
            .into());
        }
        Ok(value)
    }
}

/// The code of a refusal, where the error is one.
#[must_use]
pub fn refusal(error: &anyhow::Error) -> Option<&str> {
    error
        .downcast_ref::<Refused>()
        .map(|refused| refused.code.as_str())
}
