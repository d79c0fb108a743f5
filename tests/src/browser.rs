//! A browser that runs, and what its driver can do.

use crate::{
    complaints,
    display::Display,
    engine::{Engine, Start},
    process::Driver,
    wire::Wire,
};
use anyhow::{Result, bail};
use futures_util::{FutureExt, StreamExt};
use serde_json::{Value, json};
use std::sync::{Mutex, MutexGuard, PoisonError};
use thirtyfour::bidi::RawEventStream;

/// A browser that runs.
pub struct Browser {
    /// Which one.
    pub engine: Engine,
    /// Its driver, for what has no method here.
    pub wire: Wire,
    /// How it started.
    pub(crate) start: Start,
    /// The user context that is lent: the person whose cookies and storage these are.
    user: Mutex<String>,
    /// What the pages of Firefox logged and threw, still to be read.
    log: Mutex<Option<RawEventStream>>,
    /// What the pages of WebKit complained about before the one that shows.
    complaints: Mutex<Vec<String>>,
    // in the order in which they end
    _driver: Driver,
    _display: Option<Display>,
}

/// The hash of no bytes: a file that was on its way when its page was left fails its integrity.
const EMPTY: &str = "OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Browser {
    pub(crate) async fn new(
        start: Start,
        wire: Wire,
        driver: Driver,
        display: Option<Display>,
    ) -> Result<Self> {
        let browser = Self {
            engine: start.engine,
            wire,
            start,
            user: Mutex::default(),
            log: Mutex::default(),
            complaints: Mutex::default(),
            _driver: driver,
            _display: display,
        };
        match browser.engine {
            // its own window is 1024 wide; what is above the page takes a few lines more
            Engine::Webkit => browser.resize(1280, 840).await?,
            Engine::Firefox => {
                let events = json!({ "events": ["log.entryAdded"] });
                browser.wire.bidi("session.subscribe", events).await?;
                *locked(&browser.log) = Some(browser.wire.events()?);
                browser.leave_without_question().await?;
            }
            Engine::Chromium => browser.leave_without_question().await?,
        }
        Ok(browser)
    }

    /// Drops the browser's question before a page is left: one driver fails at it, the other waits for
    /// ever. The component tests ask whether the page wants it.
    async fn leave_without_question(&self) -> Result<()> {
        let script = "() => addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)";
        let script = json!({ "functionDeclaration": script });
        self.wire.bidi("script.addPreloadScript", script).await?;
        Ok(())
    }

    /// Opens a window for a test: nothing in it is of another one.
    pub(crate) async fn open_context(&self) -> Result<()> {
        if self.engine == Engine::Webkit {
            return Ok(());
        }
        let made = self
            .wire
            .bidi("browser.createUserContext", json!({}))
            .await?;
        let user = made["userContext"].as_str().unwrap_or_default();
        user.clone_into(&mut locked(&self.user));
        self.new_window().await?;
        if self.engine == Engine::Chromium && !self.start.is_whole() {
            // as the whole Chromium does for the tab in front; the shell would refuse
            let allowed = json!({
                "permission": { "name": "clipboard-write" },
                "setting": "granted",
                "browserContextId": user,
            });
            self.devtools("Browser.setPermission", allowed).await?;
        }
        // the log is of the whole browser
        self.console_errors().await?;
        Ok(())
    }

    /// Closes all of a test's windows.
    pub(crate) async fn close_context(&self) -> Result<()> {
        let user = json!({ "userContext": *locked(&self.user) });
        self.wire.bidi("browser.removeUserContext", user).await?;
        Ok(())
    }

    /// Opens a window of the same person, and switches to it.
    pub(crate) async fn new_window(&self) -> Result<Value> {
        let handle = if self.engine == Engine::Webkit {
            // it goes on drawing only the newest tab of a window
            let window = json!({ "type": "window" });
            self.wire.post("/window/new", window).await?["handle"].take()
        } else {
            let tab = json!({ "type": "tab", "userContext": *locked(&self.user) });
            self.wire.bidi("browsingContext.create", tab).await?["context"].take()
        };
        self.wire
            .post("/window", json!({ "handle": handle }))
            .await?;
        Ok(handle)
    }

    /// Runs a function's body in the page; `arguments` holds what is given. It bypasses the page's
    /// Content-Security-Policy, so it proves nothing about that.
    pub async fn run(&self, script: &str, arguments: Value) -> Result<Value> {
        self.wire
            .post(
                "/execute/sync",
                json!({ "script": script, "args": arguments }),
            )
            .await
    }

    /// What the browser complained about: uncaught errors, failed requests, `console.error` and
    /// violations of the Content-Security-Policy. Chromium and Firefox tell each once; WebKit tells all
    /// again. Firefox tells no failed requests, WebKit only those of elements, and of WebKit the
    /// page tells it itself: see [`complaints`].
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        let text = |entry: &Value| entry["message"].as_str().unwrap_or_default().to_owned();
        Ok(match self.engine {
            Engine::Chromium => self
                .wire
                .post("/se/log", json!({ "type": "browser" }))
                .await?
                .as_array()
                .into_iter()
                .flatten()
                .filter(|entry| entry["level"] == "SEVERE")
                .map(text)
                // a refusal of the portal is an answer, whatever the browser thinks of its status
                .filter(|entry| {
                    !(entry.contains("/api/") && entry.contains("Failed to load resource"))
                })
                .collect(),
            Engine::Firefox => self.firefox_errors().await?,
            Engine::Webkit => {
                let here = self.run(complaints::READ, json!([])).await?;
                if here.is_null() {
                    bail!("WebKit's console cannot be read, and this page does not collect");
                }
                let mut all = locked(&self.complaints).clone();
                all.extend(serde_json::from_value::<Vec<String>>(here)?);
                all
            }
        })
    }

    /// Runs a script that calls its last argument when it is done, and gives what it was called with.
    pub async fn run_async(&self, script: &str) -> Result<Value> {
        self.wire
            .post("/execute/async", json!({ "script": script, "args": [] }))
            .await
    }

    /// Before a page is left that takes what it complained about with it.
    pub(crate) async fn keep_complaints(&self) -> Result<()> {
        if self.engine != Engine::Webkit {
            return Ok(());
        }
        let here = self.run(complaints::READ, json!([])).await?;
        let here: Option<Vec<String>> = serde_json::from_value(here)?;
        locked(&self.complaints).extend(here.unwrap_or_default());
        Ok(())
    }

    /// The events come in the order in which the browser sends them, so after an answer all are here.
    async fn firefox_errors(&self) -> Result<Vec<String>> {
        self.run("return 0", json!([])).await?;
        let mut errors = Vec::new();
        let mut log = locked(&self.log);
        let Some(log) = log.as_mut() else {
            bail!("its log is not read");
        };
        while let Some(Some(event)) = log.next().now_or_never() {
            let entry = &event.params;
            let text = entry["text"].as_str().unwrap_or_default();
            if event.method == "log.entryAdded"
                && entry["level"] == "error"
                && !text.contains(EMPTY)
            {
                errors.push(text.to_owned());
            }
        }
        Ok(errors)
    }

    /// What the browser answers instead of asking the person: `clipboard-write` and the like,
    /// `granted`, `denied` or `prompt`. Chromium only: for Firefox use the preference
    /// `dom.allow_cut_copy`, for WebKit the argument `--features=-AsyncClipboardAPI`.
    pub async fn set_permission(&self, name: &str, state: &str) -> Result<()> {
        let origin = self.run("return location.origin", json!([])).await?;
        let permission = json!({
            "descriptor": { "name": name },
            "state": state,
            "origin": origin,
            "userContext": *locked(&self.user),
        });
        self.wire
            .bidi("permissions.setPermission", permission)
            .await?;
        Ok(())
    }

    /// A command of the Chrome DevTools Protocol, such as `Emulation.setCPUThrottlingRate`.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        if self.engine != Engine::Chromium {
            bail!("{command}: only Chromium has the DevTools protocol");
        }
        self.wire
            .post(
                "/goog/cdp/execute",
                json!({ "cmd": command, "params": parameters }),
            )
            .await
    }

    /// Media features as the person set them up, such as `("prefers-color-scheme", "dark")`.
    pub async fn emulate_media(&self, features: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> = features
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        )
        .await?;
        Ok(())
    }

    /// The page's width and height in CSS pixels, below what a window allows as well.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let size = json!({ "width": width, "height": height });
        if self.engine == Engine::Webkit {
            self.wire.post("/window/rect", size).await?;
        } else {
            let viewport = json!({ "context": self.wire.get("/window").await?, "viewport": size });
            self.wire
                .bidi("browsingContext.setViewport", viewport)
                .await?;
        }
        Ok(())
    }

    /// Milliseconds before each reply, and bytes per second (-1: unlimited).
    pub async fn slow_network(&self, latency: u32, bytes_per_second: i32) -> Result<()> {
        self.network(false, latency, bytes_per_second).await
    }

    /// Takes the network away, or gives it back. A service worker's own fetches stay: stop the
    /// host instead.
    pub async fn offline(&self, offline: bool) -> Result<()> {
        self.network(offline, 0, -1).await
    }

    async fn network(&self, offline: bool, latency: u32, bytes: i32) -> Result<()> {
        self.devtools("Network.enable", json!({})).await?; // without it "offline" is silently ignored
        let conditions = json!({
            "offline": offline, "latency": latency,
            "downloadThroughput": bytes, "uploadThroughput": bytes,
        });
        self.devtools("Network.emulateNetworkConditions", conditions)
            .await?;
        Ok(())
    }
}
