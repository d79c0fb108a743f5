//! Real browsers. Each test has a process of its own: a clipboard, a storage and a cache that no
//! other test touches.

use crate::{
    complaints,
    display::Display,
    page::Page,
    process::{Driver, Scratch, free_port, which},
    scope::Scope,
    wire::Wire,
};
use anyhow::{Result, bail};
use serde_json::{Map, Value, json};
use std::{
    iter,
    sync::{Arc, Mutex, PoisonError},
};

/// The engines people use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge and most others. It alone can be told by its driver to have no network or a slow
    /// one, other media features, a window narrower than its frame, and an answer to the question
    /// for the clipboard; tests of these say so in their name, or lie in `looks.rs`, and no other
    /// engine runs them.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari, by way of WebKitGTK. It has no headless mode: each one starts an X display of its own.
    Webkit,
}

/// Where `dbus-launch` is installed and no session runs, a browser would start a message bus of its
/// own and leave it behind.
const NO_MESSAGE_BUS: (&str, &str) = ("DBUS_SESSION_BUS_ADDRESS", "disabled:");

/// Headless, as root if need be, and silent on the network.
const CHROMIUM: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--metrics-recording-only",
    "--no-pings",
    "--lang=en-US",
    "--disable-features=OptimizationHints,OptimizationGuideModelDownloading,MediaRouter,DialMediaRouteProvider,Translate,NetworkTimeServiceQuerying,AutofillServerCommunication",
    // every other name is refused here; `http://insecure.test:PORT` is not a secure context
    "--host-resolver-rules=MAP insecure.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

fn firefox_preferences() -> Map<String, Value> {
    let preferences = json!({
        "app.update.disabledForTesting": true,
        "app.normandy.enabled": false,
        "datareporting.policy.dataSubmissionEnabled": false,
        "toolkit.telemetry.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "browser.safebrowsing.update.enabled": false,
        "services.settings.server": "http://127.0.0.1:9/",
        "extensions.update.enabled": false,
        "extensions.systemAddon.update.enabled": false,
        "dom.push.connection.enabled": false,
        "network.dns.disablePrefetch": true,
        "media.gmp-manager.updateEnabled": false,
        "browser.region.update.enabled": false,
        "browser.region.network.url": "",
        "intl.accept_languages": "en-US",
        // every name is this machine: nothing leaves, and `http://insecure.test:PORT` is not a secure context
        "network.dns.forceResolve": "127.0.0.1",
        // what the page logs and what it throws goes to the driver's output, where console_errors reads it
        "devtools.console.stdout.content": true,
        "devtools.console.stdout.chrome": false,
        "security.webauth.webauthn_enable_softtoken": true,
        "security.webauth.webauthn_enable_usbtoken": false,
    });
    match preferences {
        Value::Object(map) => map,
        _ => unreachable!("it is written as an object above"),
    }
}

/// `MiniBrowser` lies inside the package of the library, not on `PATH`.
fn mini_browser() -> Result<String> {
    let listed = std::process::Command::new("dpkg")
        .args(["-L", "libwebkit2gtk-4.1-0"])
        .output()?;
    let listed = String::from_utf8_lossy(&listed.stdout);
    let Some(path) = listed.lines().find(|line| line.ends_with("/MiniBrowser")) else {
        bail!("the package libwebkit2gtk-4.1-0 is not installed");
    };
    Ok(path.to_owned())
}

/// How a browser starts.
pub struct Start {
    engine: Engine,
    arguments: Vec<String>,
    preferences: Map<String, Value>,
    environment: Vec<(String, String)>,
}

impl Engine {
    /// The engine of the tests that one engine is enough for: `E2E_ENGINE`, `chromium` (default),
    /// `firefox` or `webkit`. `make test-browsers` runs them in each.
    ///
    /// # Panics
    /// For any other word.
    #[must_use]
    pub fn of_this_run() -> Self {
        match std::env::var("E2E_ENGINE").as_deref() {
            Err(_) | Ok("chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::Webkit,
            Ok(other) => panic!("E2E_ENGINE={other}: chromium, firefox or webkit"),
        }
    }

    /// A browser of this engine, to be told more before it starts.
    #[must_use]
    pub fn with(self) -> Start {
        Start {
            engine: self,
            arguments: Vec::new(),
            preferences: firefox_preferences(),
            environment: Vec::new(),
        }
    }

    /// A browser of this engine with an empty profile, and its first page.
    pub async fn start(self) -> Result<Page> {
        self.with().start().await
    }
}

impl Start {
    /// One more argument on the command line of Chromium or of `MiniBrowser`.
    #[must_use]
    pub fn argument(mut self, argument: &str) -> Self {
        self.arguments.push(argument.to_owned());
        self
    }

    /// A preference of Firefox, such as `ui.systemUsesDarkTheme`; no other engine reads it.
    #[must_use]
    pub fn preference(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.preferences.insert(name.to_owned(), value.into());
        self
    }

    /// A variable of its environment, such as `FONTCONFIG_FILE`.
    #[must_use]
    pub fn environment(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Starts it. It ends when the last page or element of it is dropped.
    pub async fn start(self) -> Result<Page> {
        let port = free_port()?;
        let scratch = Scratch::new()?;
        let (command, capabilities) = self.command(port, &scratch)?;
        let display = match self.engine {
            Engine::Webkit => Some(Display::start(&scratch).await?),
            Engine::Chromium | Engine::Firefox => None,
        };
        let display_name = display.as_ref().map_or("", |display| &display.name);
        let environment: &[(&str, &str)] = match self.engine {
            Engine::Webkit => &[
                ("DISPLAY", display_name),
                ("LANG", "en_US.UTF-8"),
                ("GDK_BACKEND", "x11"),
                ("NO_AT_BRIDGE", "1"),
            ],
            Engine::Firefox => &[
                ("MOZ_HEADLESS_WIDTH", "1280"),
                ("MOZ_HEADLESS_HEIGHT", "800"),
            ],
            Engine::Chromium => &[],
        };
        let asked = self.environment.iter();
        let asked = asked.map(|(name, value)| (name.as_str(), value.as_str()));
        let environment: Vec<_> = iter::once(NO_MESSAGE_BUS)
            .chain(environment.iter().copied())
            .chain(asked)
            .collect();
        if !which(&command[0]).contains('/') {
            bail!("{} is not installed: `make test` installs it", command[0]);
        }
        let mut driver = Driver::start(&command, &environment, scratch.path())?;
        driver.listens(port, scratch.path()).await?;
        let wire = Wire::open(port, capabilities).await?;
        let browser = Browser {
            engine: self.engine,
            wire,
            complaints: Mutex::default(),
            _driver: driver,
            _display: display,
            scratch,
        };
        if self.engine == Engine::Webkit {
            // its own window is 1024 wide; what is above the page takes a few lines more
            browser.resize(1280, 840).await?;
        }
        Ok(Page(Scope::whole(Arc::new(browser))))
    }

    /// The driver's command line, and what to ask of it.
    fn command(&self, port: u16, scratch: &Scratch) -> Result<(Vec<String>, Value)> {
        Ok(match self.engine {
            Engine::Chromium => {
                let profile = format!("--user-data-dir={}/profile", scratch.path().display());
                let arguments: Vec<&str> = CHROMIUM
                    .iter()
                    .copied()
                    .chain([profile.as_str(), "--window-size=1280,800"])
                    .chain(self.arguments.iter().map(String::as_str))
                    .collect();
                let capabilities = json!({
                    "browserName": "chrome",
                    "goog:chromeOptions": { "binary": which("chromium"), "args": arguments },
                    "goog:loggingPrefs": { "browser": "ALL" },
                });
                (
                    vec!["chromedriver".into(), format!("--port={port}")],
                    capabilities,
                )
            }
            Engine::Firefox => {
                // Firefox quits when the port it is told to take was taken meanwhile; told none, it takes
                // a free one and says which
                let command = format!(
                    "geckodriver --allow-system-access --host 127.0.0.1 --port {port} --websocket-port {}",
                    free_port()?
                );
                let capabilities = json!({
                    "browserName": "firefox",
                    "moz:firefoxOptions": {
                        "binary": which("firefox-esr"),
                        "args": ["-headless"],
                        "prefs": self.preferences,
                    },
                });
                (
                    command.split(' ').map(str::to_owned).collect(),
                    capabilities,
                )
            }
            Engine::Webkit => {
                let arguments: Vec<&str> = std::iter::once("--automation")
                    .chain(self.arguments.iter().map(String::as_str))
                    .collect();
                let capabilities = json!({
                    "webkitgtk:browserOptions": { "binary": mini_browser()?, "args": arguments },
                });
                let command = vec![
                    "WebKitWebDriver".into(),
                    format!("--port={port}"),
                    "--host=127.0.0.1".into(),
                ];
                (command, capabilities)
            }
        })
    }
}

/// A browser that runs.
pub struct Browser {
    /// Which one.
    pub engine: Engine,
    /// Its driver, for what has no method here.
    pub wire: Wire,
    /// What the pages of WebKit complained about before the one that shows.
    complaints: Mutex<Vec<String>>,
    // in the order in which they end
    _driver: Driver,
    _display: Option<Display>,
    scratch: Scratch,
}

impl Browser {
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
    /// violations of the Content-Security-Policy. Chromium tells each once; Firefox and WebKit tell
    /// all again. Firefox tells no failed requests, WebKit only those of elements, and of WebKit the
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
                let mut all = self.complaints_before().clone();
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

    fn complaints_before(&self) -> std::sync::MutexGuard<'_, Vec<String>> {
        self.complaints
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Before a page is left that takes what it complained about with it.
    pub(crate) async fn keep_complaints(&self) -> Result<()> {
        if self.engine != Engine::Webkit {
            return Ok(());
        }
        let here = self.run(complaints::READ, json!([])).await?;
        let here: Option<Vec<String>> = serde_json::from_value(here)?;
        self.complaints_before().extend(here.unwrap_or_default());
        Ok(())
    }

    /// Errors and violations are in the browser's own console; `console.error` is in what it prints.
    async fn firefox_errors(&self) -> Result<Vec<String>> {
        const LISTED: &str = "return Services.console.getMessageArray() \
             .filter((m) => m instanceof Ci.nsIScriptError && m.sourceName.startsWith('http')) \
             .filter((m) => !(m.flags & Ci.nsIScriptError.warningFlag)) \
             .filter((m) => m.category === 'content javascript' || m.category.startsWith('CSP_')) \
             .map((m) => `${m.sourceName} ${m.lineNumber} ${m.errorMessage}`)";
        self.wire
            .post("/moz/context", json!({ "context": "chrome" }))
            .await?;
        let listed = self.run(LISTED, json!([])).await;
        self.wire
            .post("/moz/context", json!({ "context": "content" }))
            .await?;
        let mut errors: Vec<String> = serde_json::from_value(listed?)?;
        let printed = std::fs::read_to_string(self.scratch.path().join("output"))?;
        // the remote settings loader is the browser's own, and cannot reach its server from here
        let printed = printed
            .lines()
            .filter(|line| line.starts_with("console.error:") && !line.contains(" RSLoader:"));
        errors.extend(printed.map(str::to_owned));
        Ok(errors)
    }

    /// What the browser answers instead of asking the person: `clipboard-write` and the like,
    /// `granted`, `denied` or `prompt`. Chromium only: for Firefox use the preference
    /// `dom.allow_cut_copy`, for WebKit the argument `--features=-AsyncClipboardAPI`.
    pub async fn set_permission(&self, name: &str, state: &str) -> Result<()> {
        let body = json!({ "descriptor": { "name": name }, "state": state });
        self.wire.post("/permissions", body).await?;
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
        if self.engine == Engine::Chromium {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.devtools("Emulation.setDeviceMetricsOverride", metrics)
                .await?;
        } else {
            self.wire
                .post("/window/rect", json!({ "width": width, "height": height }))
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
