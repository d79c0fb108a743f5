//! The engines, and how a browser of each starts.

use crate::{
    browser::Browser,
    display::Display,
    page::Page,
    pool,
    process::{Driver, End, scratch, which},
    wire::Wire,
};
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::path::Path;

/// The engines people use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge and most others. It alone can be told by its driver to have no network or a slow
    /// one, other media features, and an answer to the question for the clipboard; tests of these say so
    /// in their name, or are in `looks.rs`, and no other engine runs them.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari, by way of WebKitGTK. It has no headless mode: each one starts an X display.
    Webkit,
}

/// Where `dbus-launch` is installed and no session runs, a browser would start a message bus and leave
/// it behind.
const NO_MESSAGE_BUS: (&str, &str) = ("DBUS_SESSION_BUS_ADDRESS", "disabled:");

/// As root if need be, and silent on the network.
const CHROMIUM: &[&str] = &[
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
    "--window-size=1280,800",
    "--disable-features=OptimizationHints,OptimizationGuideModelDownloading,MediaRouter,DialMediaRouteProvider,Translate,NetworkTimeServiceQuerying,AutofillServerCommunication",
    // every other name is refused here; `http://insecure.test:PORT` is not a secure context
    "--host-resolver-rules=MAP insecure.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

fn firefox_preferences() -> Value {
    json!({
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
        "security.webauth.webauthn_enable_softtoken": true,
        "security.webauth.webauthn_enable_usbtoken": false,
    })
}

/// `MiniBrowser` is in the package of the library, not on `PATH`.
fn mini_browser() -> Result<String> {
    let listed = std::process::Command::new("dpkg")
        .args(["-L", "libwebkit2gtk-4.1-0"])
        .output()?;
    String::from_utf8_lossy(&listed.stdout)
        .lines()
        .find(|line| line.ends_with("/MiniBrowser"))
        .map(str::to_owned)
        .context("the package libwebkit2gtk-4.1-0 is not installed")
}

/// How a browser starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// Which one.
    pub engine: Engine,
    whole: bool,
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
            whole: false,
            arguments: Vec::new(),
            preferences: Map::new(),
            environment: Vec::new(),
        }
    }

    /// An empty page of this engine: no cookie, no storage and no cache of another test.
    pub async fn start(self) -> Result<Page> {
        self.with().start().await
    }
}

impl Start {
    /// The whole Chromium in place of its headless shell, which starts in half the time and has no
    /// windows, no questions to the person and no installed applications.
    #[must_use]
    pub const fn whole(mut self) -> Self {
        self.whole = true;
        self
    }

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

    /// An empty page of a browser that started so. It ends with the test.
    pub async fn start(self) -> Result<Page> {
        pool::lend(self).await
    }

    pub(crate) const fn is_whole(&self) -> bool {
        self.whole
    }

    /// Whether a browser that started so is of use to other tests. WebKit has no user contexts.
    pub(crate) fn is_plain(&self) -> bool {
        let told = self.arguments.len() + self.preferences.len() + self.environment.len();
        told == 0 && self.engine != Engine::Webkit
    }

    /// Starts its driver and, with it, the browser. `chromedriver` takes any port of IPv6 and then wants
    /// the same of IPv4, where another program may have it: it ends, and is started again.
    pub(crate) async fn browser(self) -> Result<Browser> {
        loop {
            match self.clone().once().await {
                Err(error) if format!("{error:#}").contains("port not available") => {}
                outcome => return outcome,
            }
        }
    }

    async fn once(self) -> Result<Browser> {
        let folder = scratch()?;
        let display = match self.engine {
            Engine::Webkit => Some(Display::start()?),
            Engine::Chromium | Engine::Firefox => None,
        };
        let display_name = display.as_ref().map_or("", |display| &display.name);
        let environment: Vec<(&str, &str)> = [
            NO_MESSAGE_BUS,
            ("DISPLAY", display_name),
            ("LANG", "en_US.UTF-8"),
            ("GDK_BACKEND", "x11"),
            ("NO_AT_BRIDGE", "1"),
            ("MOZ_HEADLESS_WIDTH", "1280"),
            ("MOZ_HEADLESS_HEIGHT", "800"),
        ]
        .into_iter()
        .chain(
            self.environment
                .iter()
                .map(|(name, value)| (&**name, &**value)),
        )
        .collect();
        let command = match self.engine {
            Engine::Chromium => "chromedriver --port=0",
            Engine::Firefox => "geckodriver --host 127.0.0.1 --port 0 --websocket-port 0",
            Engine::Webkit => "WebKitWebDriver --host=127.0.0.1 --port=0",
        };
        let command: Vec<String> = command.split(' ').map(str::to_owned).collect();
        let mut driver = Driver::start(&command, &environment, &folder, End::AtOnce)?;
        let last_number = |line: &str| {
            line.trim_end_matches('.')
                .rsplit([' ', ':'])
                .next()?
                .parse()
                .ok()
        };
        let port: u16 = match self.engine {
            Engine::Chromium => driver.prints(|line| {
                line.contains("started successfully on port")
                    .then(|| last_number(line))?
            })?,
            Engine::Firefox => {
                driver.prints(|line| line.contains("Listening on").then(|| last_number(line))?)?
            }
            Engine::Webkit => driver.listens().await?,
        };
        let wire = Wire::open(port, self.capabilities(&folder)?).await?;
        Browser::new(self, wire, driver, display).await
    }

    fn capabilities(&self, folder: &Path) -> Result<Value> {
        Ok(match self.engine {
            Engine::Chromium => {
                let (binary, headless) = if self.whole {
                    ("chromium", "--headless=new")
                } else {
                    ("chromium-headless-shell", "--headless")
                };
                let profile = format!("--user-data-dir={}/profile", folder.display());
                let arguments: Vec<&str> = [headless, &profile]
                    .into_iter()
                    .chain(CHROMIUM.iter().copied())
                    .chain(self.arguments.iter().map(String::as_str))
                    .collect();
                json!({
                    "browserName": "chrome",
                    "webSocketUrl": true,
                    "goog:chromeOptions": { "binary": which(binary)?, "args": arguments },
                    "goog:loggingPrefs": { "browser": "ALL" },
                })
            }
            Engine::Firefox => {
                let mut preferences = firefox_preferences();
                for (name, value) in &self.preferences {
                    preferences[name] = value.clone();
                }
                json!({
                    "browserName": "firefox",
                    "webSocketUrl": true,
                    "moz:firefoxOptions": {
                        "binary": which("firefox-esr")?,
                        "args": ["-headless"],
                        "prefs": preferences,
                    },
                })
            }
            Engine::Webkit => {
                let arguments: Vec<&str> = std::iter::once("--automation")
                    .chain(self.arguments.iter().map(String::as_str))
                    .collect();
                json!({
                    "webkitgtk:browserOptions": { "binary": mini_browser()?, "args": arguments },
                })
            }
        })
    }
}
