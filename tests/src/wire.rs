//! The conversation with a driver on this machine, by thirtyfour. What it has no method for (role
//! and name as the browser computes them, permissions, DevTools) is asked by path.

use anyhow::{Context, Result};
use serde_json::Value;
use std::{sync::Arc, time::Duration};
use thirtyfour::{
    Capabilities, RequestData, SessionId, WebDriver,
    bidi::{BiDi, BidiError, RawEventStream},
    common::command::FormatRequestData,
    error::{WebDriverError, WebDriverErrorInner},
    session::handle::SessionHandle,
};

/// A driver answers at once or not at all; only the start of a browser takes seconds.
const PATIENCE: Duration = Duration::from_secs(60);

/// One end of a conversation with a driver.
pub struct Wire {
    session: Arc<SessionHandle>,
    /// WebDriver BiDi, where the driver has it: WebKit's has not.
    bidi: Option<BiDi>,
}

impl Wire {
    /// Asks the driver on `port` for a session with these capabilities.
    pub async fn open(port: u16, wanted: Value) -> Result<Self> {
        let mut capabilities = Capabilities::new();
        for (name, value) in wanted.as_object().into_iter().flatten() {
            capabilities.set(name, value)?;
        }
        let has_bidi = wanted["webSocketUrl"] == true;
        let driver = WebDriver::builder(format!("http://127.0.0.1:{port}"), capabilities)
            .request_timeout(PATIENCE)
            .await?;
        let session = Arc::clone(&driver);
        let bidi = if has_bidi {
            // once is enough, and the second time is refused
            let _ = rustls::crypto::ring::default_provider().install_default();
            Some(driver.bidi().await?)
        } else {
            None
        };
        // The driver's whole process group is ended when the browser is dropped. Asking it to end
        // the session then would wait for an answer that nobody gives.
        driver.leak()?;
        Ok(Self { session, bidi })
    }

    /// A command of WebDriver BiDi.
    pub async fn bidi(&self, command: &str, parameters: Value) -> Result<Value> {
        let bidi = self.bidi.as_ref().context("WebKit has no BiDi")?;
        Ok(bidi.send_raw(command, parameters).await?)
    }

    /// The events of WebDriver BiDi that are subscribed to, from now on.
    pub fn events(&self) -> Result<RawEventStream> {
        let bidi = self.bidi.as_ref().context("WebKit has no BiDi")?;
        Ok(bidi.subscribe_raw())
    }

    /// `GET /session/{id}{path}`.
    pub async fn get(&self, path: &str) -> Result<Value> {
        self.call(http::Method::GET, path, None).await
    }

    /// `POST /session/{id}{path}`.
    pub async fn post(&self, path: &str, body: Value) -> Result<Value> {
        self.call(http::Method::POST, path, Some(body)).await
    }

    /// `DELETE /session/{id}{path}`.
    pub async fn delete(&self, path: &str) -> Result<Value> {
        self.call(http::Method::DELETE, path, None).await
    }

    async fn call(&self, method: http::Method, path: &str, body: Option<Value>) -> Result<Value> {
        let asked = Asked {
            method,
            path: path.to_owned(),
            body,
        };
        Ok(self.session.cmd(asked).await?.value()?)
    }
}

/// A command by its path below the session.
#[derive(Debug)]
struct Asked {
    method: http::Method,
    path: String,
    body: Option<Value>,
}

impl FormatRequestData for Asked {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let request = RequestData::new(
            self.method.clone(),
            format!("session/{session}{}", self.path),
        );
        match &self.body {
            Some(body) => request.add_body(body.clone()),
            None => request,
        }
    }
}

/// The code that the WebDriver standard gives a refusal, where the error is one that a test waits
/// out.
#[must_use]
pub fn refusal(error: &anyhow::Error) -> Option<&str> {
    use WebDriverErrorInner as Inner;
    if let Some(error) = error.downcast_ref::<BidiError>() {
        return Some(&error.error);
    }
    Some(match error.downcast_ref::<WebDriverError>()?.as_inner() {
        Inner::ElementClickIntercepted(_) => "element click intercepted",
        Inner::ElementNotInteractable(_) => "element not interactable",
        Inner::StaleElementReference(_) => "stale element reference",
        Inner::NoSuchElement(_) => "no such element",
        Inner::NoSuchFrame(_) => "no such frame",
        Inner::NoSuchWindow(_) => "no such window",
        Inner::JavascriptError(_) => "javascript error",
        Inner::UnknownError(_) => "unknown error",
        // A code that thirtyfour does not know.
        Inner::NotInSpec(info) => return info.value.error.as_deref(),
        _ => return None,
    })
}
