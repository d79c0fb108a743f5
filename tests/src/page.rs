//! The page as a person meets it: things are found by role and accessible name, never by class or
//! test id, and each look waits until the thing is there.

use crate::{
    browser::{Browser, Engine},
    element::Element,
    keyboard,
    role::{Name, Role},
    wire::refusal,
};
use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use std::{
    future::Future,
    ops::Deref,
    panic::Location,
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

/// How long until a test calls it missing. Long, because two browsers and a compiler may share two
/// cores; nothing waits for it where all is well. A test of how quick something is says
/// `page.patience(...)`.
const PATIENCE: Duration = Duration::from_secs(20);

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(40);

const LIBRARY: &str = include_str!("page.js");

/// The key under which WebDriver puts an element's id.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The whole page in one browser window.
pub struct Page(pub(crate) Scope);

/// A part of the page to look in: all of it, or one element.
#[derive(Clone)]
pub struct Scope {
    browser: Arc<Browser>,
    /// `null`: the whole page.
    pub(crate) root: Value,
    patience: Duration,
}

/// Refusals that only mean "look again": the page is being drawn or left.
const PASSING: &[&str] = &[
    "stale element reference",
    "detached shadow root",
    "no such element",
    "javascript error",
    "unknown error",
];

impl Scope {
    pub(crate) const fn whole(browser: Arc<Browser>) -> Self {
        Self {
            browser,
            root: Value::Null,
            patience: PATIENCE,
        }
    }

    pub(crate) fn below(&self, root: Value) -> Self {
        Self {
            root,
            ..self.clone()
        }
    }

    /// The same place, looked at for longer or shorter.
    #[must_use]
    pub fn patience(&self, patience: Duration) -> Self {
        Self {
            patience,
            ..self.clone()
        }
    }

    /// The path of the element within the session.
    pub(crate) fn path(&self) -> String {
        format!(
            "/element/{}",
            self.root[ELEMENT].as_str().unwrap_or_default()
        )
    }

    /// Runs a function's body with `page.js` before it.
    pub(crate) async fn script(&self, body: &str, arguments: Value) -> Result<Value> {
        self.browser
            .run(&format!("{LIBRARY}\n{body}"), arguments)
            .await
    }

    /// Tries until it gives something; after the patience, the error that `missing` words.
    pub(crate) async fn until<T>(
        &self,
        at: &Location<'_>,
        mut attempt: impl AsyncFnMut() -> Result<Option<T>>,
        missing: impl AsyncFnOnce() -> String,
    ) -> Result<T> {
        let start = Instant::now();
        let mut pause = tokio::time::interval(PAUSE);
        loop {
            pause.tick().await;
            let passing = match attempt().await {
                Ok(Some(thing)) => return Ok(thing),
                Ok(None) => String::new(),
                Err(error) if refusal(&error).is_some_and(|code| PASSING.contains(&code)) => {
                    format!("\nThe last look failed: {error:#}")
                }
                Err(error) => return Err(error.context(format!("at {at}"))),
            };
            if start.elapsed() > self.patience {
                let picture = match self.picture_of_failure().await {
                    Ok(path) => format!("\nPicture: {}", path.display()),
                    Err(error) => format!("\n(no picture: {error:#})"),
                };
                let missing = missing().await;
                bail!(
                    "at {at}: {missing} (after {:?}){passing}{picture}",
                    self.patience
                );
            }
        }
    }

    /// All that have this role and name now, without waiting for more; looked at again if the page
    /// was drawn anew meanwhile.
    #[track_caller]
    pub fn all(
        &self,
        role: Role,
        name: impl Into<Name>,
    ) -> impl Future<Output = Result<Vec<Element>>> {
        let (at, name) = (Location::caller(), name.into());
        async move {
            let found = self
                .until(
                    at,
                    async || Ok(Some(self.look(role, &name).await?)),
                    async || self.inventory().await,
                )
                .await?;
            Ok(found
                .into_iter()
                .map(|root| Element::new(self, root, role, name.clone()))
                .collect())
        }
    }

    /// The references of all that have this role and name now.
    pub(crate) async fn look(&self, role: Role, name: &Name) -> Result<Vec<Value>> {
        let mut found = Vec::new();
        if role == Role::Row && *name != Name::Any {
            let begins = matches!(name, Name::Begins(_));
            let body = "return rows(...arguments)";
            let rows = self
                .script(body, json!([self.root, name.text(), begins]))
                .await?;
            for row in rows.as_array().into_iter().flatten() {
                if self.is(row, role, &Name::Any).await? {
                    found.push(row.clone());
                }
            }
            return Ok(found);
        }
        let arguments = json!([self.root, role.candidates(), name.text()]);
        let candidates = self.script("return find(...arguments)", arguments).await?;
        for group in ["likely", "rest"] {
            for candidate in candidates[group].as_array().into_iter().flatten() {
                if self.is(candidate, role, name).await? {
                    found.push(candidate.clone());
                }
            }
            if !found.is_empty() {
                break;
            }
        }
        Ok(found)
    }

    /// Whether the browser's accessibility tree agrees.
    async fn is(&self, element: &Value, role: Role, name: &Name) -> Result<bool> {
        let (computed, label) = self.below(element.clone()).role_and_name().await?;
        let named = match (self.engine, name) {
            // where a line is broken, it loses the space
            (Engine::Webkit, Name::Is(text)) => together(text) == together(&label),
            (Engine::Webkit, Name::Begins(text)) => together(&label).starts_with(&together(text)),
            _ => name.fits(&label),
        };
        Ok(role.computed().contains(&computed.as_str()) && named)
    }

    pub(crate) async fn role_and_name(&self) -> Result<(String, String)> {
        let text = |value: Value| value.as_str().unwrap_or_default().to_owned();
        let role = self
            .browser
            .wire
            .get(&format!("{}/computedrole", self.path()))
            .await?;
        let name = self
            .browser
            .wire
            .get(&format!("{}/computedlabel", self.path()))
            .await?;
        let role = text(role);
        let mut name = text(name).split_whitespace().collect::<Vec<_>>().join(" ");
        if self.engine == Engine::Webkit {
            // of a label around its own field it counts in what is typed or chosen there
            let label = self
                .script("return labelAround(arguments[0])", json!([self.root]))
                .await?;
            if let Some(label) = label.as_str().filter(|label| name.starts_with(label)) {
                name = label.to_owned();
            }
            // and of a column's heading it tells no name, though its text is one
            if role == "columnheader" && name.is_empty() {
                name = self.words().await?;
            }
        }
        Ok((role, name))
    }

    /// The one thing of this role and name, once it is there and can be reached.
    #[track_caller]
    pub fn the(&self, role: Role, name: impl Into<Name>) -> impl Future<Output = Result<Element>> {
        let (at, name) = (Location::caller(), name.into());
        async move {
            let mut count = 0;
            let root = self
                .until(
                    at,
                    async || {
                        let mut found = self.look(role, &name).await?;
                        count = found.len();
                        Ok(if count == 1 { found.pop() } else { None })
                    },
                    async || self.inventory().await,
                )
                .await
                .map_err(|error| match count {
                    0 => anyhow!("there is no {role} {name}\n{error:#}"),
                    _ => anyhow!("there is more than one {role} {name}: {count}\n{error:#}"),
                })?;
            Ok(Element::new(self, root, role, name))
        }
    }

    /// What a person could ask for instead, for an error.
    async fn inventory(&self) -> String {
        self.listed()
            .await
            .unwrap_or_else(|error| format!("the page cannot be read: {error:#}"))
    }

    async fn listed(&self) -> Result<String> {
        const LISTED: &[Role] = &[
            Role::Dialog,
            Role::Heading,
            Role::Tab,
            Role::Button,
            Role::Link,
            Role::Field,
            Role::Select,
            Role::Checkbox,
            Role::Radio,
            Role::Group,
            Role::Status,
            Role::Alert,
        ];
        let mut lines = vec![format!("{} shows:", self.url().await?)];
        for role in LISTED {
            let arguments = json!([self.root, role.candidates(), ""]);
            let found = self
                .script("return find(...arguments).likely.slice(0, 20)", arguments)
                .await?;
            for element in found.as_array().into_iter().flatten() {
                let (computed, name) = self.below(element.clone()).role_and_name().await?;
                lines.push(format!("  {computed} {name:?}"));
            }
        }
        let words = self.words().await?;
        lines.push(format!(
            "and reads: {}",
            words.chars().take(600).collect::<String>()
        ));
        Ok(lines.join("\n"))
    }

    /// The text that shows here.
    pub async fn words(&self) -> Result<String> {
        let words = self
            .script("return words(arguments[0])", json!([self.root]))
            .await?;
        Ok(words.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until this text shows, wherever here.
    #[track_caller]
    pub fn see(&self, text: &str) -> impl Future<Output = Result<()>> {
        let at = Location::caller();
        async move {
            self.until(
                at,
                async || Ok(self.words().await?.contains(text).then_some(())),
                async || format!("{text:?} cannot be read\n{}", self.inventory().await),
            )
            .await
        }
    }

    /// Waits until this text shows nowhere here.
    #[track_caller]
    pub fn not_see(&self, text: &str) -> impl Future<Output = Result<()>> {
        let at = Location::caller();
        async move {
            self.until(
                at,
                async || Ok((!self.words().await?.contains(text)).then_some(())),
                async || format!("{text:?} can still be read\n{}", self.inventory().await),
            )
            .await
        }
    }

    /// Waits until nothing of this role and name is left.
    #[track_caller]
    pub fn gone(&self, role: Role, name: impl Into<Name>) -> impl Future<Output = Result<()>> {
        let (at, name) = (Location::caller(), name.into());
        async move {
            self.until(
                at,
                async || Ok(self.look(role, &name).await?.is_empty().then_some(())),
                async || {
                    format!(
                        "the {role} {name} is still there\n{}",
                        self.inventory().await
                    )
                },
            )
            .await
        }
    }

    /// Waits until there are exactly so many.
    #[track_caller]
    pub fn count(
        &self,
        role: Role,
        name: impl Into<Name>,
        count: usize,
    ) -> impl Future<Output = Result<()>> {
        let (at, name) = (Location::caller(), name.into());
        async move {
            let mut seen = 0;
            let outcome = self.until(
                at,
                async || {
                    seen = self.look(role, &name).await?.len();
                    Ok((seen == count).then_some(()))
                },
                async || self.inventory().await,
            );
            let outcome = outcome.await;
            outcome.with_context(|| format!("{count} of {role} {name} were expected, not {seen}"))
        }
    }

    /// Waits until something announces this text (a status, an alert or another live region),
    /// wherever on the page.
    #[track_caller]
    pub fn announced(&self, text: &str) -> impl Future<Output = Result<()>> {
        let at = Location::caller();
        async move {
            let mut heard = Value::Null;
            let outcome = self.until(
                at,
                async || {
                    heard = self.script("return announced()", json!([])).await?;
                    let all = heard.as_array().into_iter().flatten();
                    let said = all
                        .filter_map(Value::as_str)
                        .any(|said| said.contains(text));
                    Ok(said.then_some(()))
                },
                async || self.inventory().await,
            );
            let outcome = outcome.await;
            outcome.with_context(|| format!("{text:?} was not announced, only {heard}"))
        }
    }

    /// Waits until what is asked holds. `what` completes "waited in vain until ...".
    #[track_caller]
    pub fn holds(
        &self,
        what: &str,
        mut asked: impl AsyncFnMut() -> Result<bool>,
    ) -> impl Future<Output = Result<()>> {
        let at = Location::caller();
        async move {
            self.until(
                at,
                async || Ok(asked().await?.then_some(())),
                async || format!("waited in vain until {what}\n{}", self.inventory().await),
            )
            .await
        }
    }

    /// Where the browser is.
    pub async fn url(&self) -> Result<String> {
        Ok(self
            .browser
            .wire
            .get("/url")
            .await?
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    /// The window's title.
    pub async fn title(&self) -> Result<String> {
        Ok(self
            .browser
            .wire
            .get("/title")
            .await?
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    /// A picture of the window as PNG.
    pub async fn picture(&self) -> Result<Vec<u8>> {
        let encoded = self.browser.wire.get("/screenshot").await?;
        decode(encoded.as_str().unwrap_or_default()).context("the picture is not base64")
    }

    /// Puts a picture beside the build, under the name of the test that failed.
    async fn picture_of_failure(&self) -> Result<PathBuf> {
        let folder = crate::repository::root().join("target/e2e/failures");
        std::fs::create_dir_all(&folder)?;
        let thread = std::thread::current();
        let test = thread.name().unwrap_or("test").replace("::", "-");
        let path = folder.join(format!("{test}.png"));
        std::fs::write(&path, self.picture().await?)?;
        Ok(path)
    }
}

/// One function for each thing that is asked for often.
macro_rules! finders {
    ($($(#[$doc:meta])* $function:ident => $role:ident;)*) => {
        impl Scope {
            $(
                $(#[$doc])*
                #[track_caller]
                pub fn $function(
                    &self,
                    name: impl Into<Name>,
                ) -> impl Future<Output = Result<Element>> {
                    self.the(Role::$role, name)
                }
            )*
        }
    };
}

finders! {
    /// The button of this name.
    button => Button;
    /// The link of this name.
    link => Link;
    /// The heading of this text.
    heading => Heading;
    /// The field of this label, whatever is typed into it.
    field => Field;
    /// The list to choose from of this label.
    select => Select;
    /// The checkbox of this label.
    checkbox => Checkbox;
    /// The radio button of this label.
    radio => Radio;
    /// The set of fields of this name.
    group => Group;
    /// The tab of this name.
    tab => Tab;
    /// The dialog of this title.
    dialog => Dialog;
    /// The row that has a cell of this text.
    row => Row;
    /// The named part of the page.
    region => Region;
    /// The set of links of this name.
    navigation => Navigation;
    /// The entry of a menu.
    menu_item => MenuItem;
    /// The picture of this description.
    image => Image;
}

impl Deref for Scope {
    type Target = Browser;
    fn deref(&self) -> &Browser {
        &self.browser
    }
}

impl Deref for Page {
    type Target = Scope;
    fn deref(&self) -> &Scope {
        &self.0
    }
}

impl Page {
    /// Opens an address and waits until the page's `load` event.
    pub async fn open(&self, url: &str) -> Result<()> {
        self.keep_complaints().await?;
        self.wire
            .post("/url", json!({ "url": url }))
            .await
            .with_context(|| format!("open {url}"))?;
        // its driver calls it opened whatever came, and its own page of errors stands at no address
        if self.engine == Engine::Webkit {
            let here = self.run("return document.URL", json!([])).await?;
            anyhow::ensure!(
                here != "about:blank" || url == "about:blank",
                "open {url}: {}",
                self.words().await?
            );
        }
        Ok(())
    }

    /// Opens an address and waits until the page says `<html data-ready>`: the wasm answers.
    #[track_caller]
    pub fn ready(&self, url: &str) -> impl Future<Output = Result<()>> {
        let at = Location::caller();
        async move {
            self.open(url).await?;
            self.answers(at).await
        }
    }

    async fn answers(&self, at: &Location<'_>) -> Result<()> {
        self.until(
            at,
            async || {
                let body = "return document.documentElement.hasAttribute('data-ready')";
                Ok((self.run(body, json!([])).await? == true).then_some(()))
            },
            async || {
                let errors = self.console_errors().await.unwrap_or_default().join("\n  ");
                format!(
                    "<html> never got data-ready\n{}\nconsole:\n  {errors}",
                    self.inventory().await
                )
            },
        )
        .await
    }

    /// Opens an address, and waits until the scenario in it has begun: it is gone from the address
    /// then. Whoever goes elsewhere before, goes without it.
    #[track_caller]
    pub fn begun(&self, url: &str) -> impl Future<Output = Result<()>> {
        let (at, opened) = (Location::caller(), self.ready(url));
        async move {
            opened.await?;
            self.until(
                at,
                async || {
                    let here = self.url().await?;
                    Ok((!here.contains("scenario=")).then_some(()))
                },
                async || format!("the scenario did not begin\n{}", self.inventory().await),
            )
            .await
        }
    }

    /// Waits until the address ends so (path, query and fragment).
    #[track_caller]
    pub fn at(&self, end: &str) -> impl Future<Output = Result<()>> {
        let at = Location::caller();
        async move {
            self.until(
                at,
                async || Ok(self.url().await?.ends_with(end).then_some(())),
                async || {
                    format!(
                        "the address does not end with {end:?}\n{}",
                        self.inventory().await
                    )
                },
            )
            .await
        }
    }

    /// The browser's reload button. Waits until the page answers.
    #[track_caller]
    pub fn reload(&self) -> impl Future<Output = Result<()>> {
        let at = Location::caller();
        async move {
            self.keep_complaints().await?;
            self.wire.post("/refresh", json!({})).await?;
            self.answers(at).await
        }
    }

    /// The browser's back button.
    pub async fn back(&self) -> Result<()> {
        self.keep_complaints().await?;
        self.wire.post("/back", json!({})).await?;
        Ok(())
    }

    /// The browser's forward button.
    pub async fn forward(&self) -> Result<()> {
        self.keep_complaints().await?;
        self.wire.post("/forward", json!({})).await?;
        Ok(())
    }

    /// Presses keys as on a keyboard: `Tab`, `Enter`, `Shift+Tab`, `Control+v`, `a`.
    pub async fn press(&self, keys: &str) -> Result<()> {
        self.use_window().await?;
        self.wire.post("/actions", keyboard::chord(keys)?).await?;
        Ok(())
    }

    /// Types a text into whatever has the focus.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        self.use_window().await?;
        self.wire.post("/actions", keyboard::typed(text)).await?;
        Ok(())
    }

    /// Whoever types has this window in front. A Firefox that has just started may hold its own
    /// tool bar for what is in use; then Enter on a button arrives and presses nothing.
    async fn use_window(&self) -> Result<()> {
        if self.engine != Engine::Firefox {
            return Ok(());
        }
        let in_use = async || Ok(self.run("return document.hasFocus()", json!([])).await? == true);
        if !in_use().await? {
            self.show(&self.tab_shown().await?).await?;
            self.holds("the window is in use", in_use).await?;
        }
        Ok(())
    }

    /// What has the focus.
    pub async fn focused(&self) -> Result<Element> {
        let root = self.wire.get("/element/active").await?;
        Ok(Element::new(self, root, Role::Main, Name::Any))
    }

    /// What the clipboard holds, by pasting it elsewhere: in a tab of its own, closed again.
    pub async fn clipboard(&self) -> Result<String> {
        let here = self.wire.get("/window").await?;
        let opened = self
            .wire
            .post("/window/new", json!({ "type": self.beside() }))
            .await?;
        self.wire
            .post("/window", json!({ "handle": opened["handle"] }))
            .await?;
        let pasted = self.paste_elsewhere().await;
        self.wire.delete("/window").await?;
        self.wire.post("/window", json!({ "handle": here })).await?;
        pasted
    }

    /// What a second page opens in. `WebKit` goes on drawing only the newest tab of a window.
    fn beside(&self) -> &'static str {
        match self.engine {
            Engine::Chromium | Engine::Firefox => "tab",
            Engine::Webkit => "window",
        }
    }

    async fn paste_elsewhere(&self) -> Result<String> {
        self.open("data:text/html,<title>paste</title><textarea aria-label=paste>")
            .await?;
        self.field("paste").await?.paste().await
    }

    /// A second tab of the same browser: the same storage, session and clipboard. Switches to it;
    /// `show` switches back.
    pub async fn new_tab(&self) -> Result<Tab> {
        let opened = self
            .wire
            .post("/window/new", json!({ "type": self.beside() }))
            .await?;
        let tab = Tab(opened["handle"].clone());
        self.show(&tab).await?;
        Ok(tab)
    }

    /// The tab that is shown now.
    pub async fn tab_shown(&self) -> Result<Tab> {
        Ok(Tab(self.wire.get("/window").await?))
    }

    /// Shows this tab; all that follows is about it.
    pub async fn show(&self, tab: &Tab) -> Result<()> {
        self.wire
            .post("/window", json!({ "handle": tab.0 }))
            .await?;
        if self.engine == Engine::Webkit {
            // its windows lie side by side, and nobody tells one that it is the one in use
            let told = "dispatchEvent(new Event('focus'))";
            self.run(told, json!([])).await?;
        }
        Ok(())
    }

    /// What axe-core finds against this page, each with the elements it is about.
    pub async fn axe(&self) -> Result<Vec<String>> {
        self.axe_with(json!({})).await
    }

    /// What axe-core finds by these of its rules alone.
    pub async fn axe_finds(&self, rules: &[&str]) -> Result<Vec<String>> {
        self.axe_with(json!({ "runOnly": rules })).await
    }

    async fn axe_with(&self, options: Value) -> Result<Vec<String>> {
        let path = std::env::var("AXE_CORE").context(
            "AXE_CORE names no file: run `make test`, or `. scripts/environment.sh` first",
        )?;
        let source = std::fs::read_to_string(&path).with_context(|| path.clone())?;
        self.run(&source, json!([])).await?;
        let script = "const [options, done] = arguments; axe.run(options).then((found) => done(found.violations.map((v) => \
             `${v.id} (${v.impact}): ${v.help}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)), \
             (error) => done([String(error)]))";
        let found = self
            .wire
            .post(
                "/execute/async",
                json!({ "script": script, "args": [options] }),
            )
            .await?;
        Ok(serde_json::from_value(found)?)
    }

    /// Fails if the browser complained about anything.
    #[track_caller]
    pub fn no_errors(&self) -> impl Future<Output = Result<()>> {
        let at = Location::caller();
        async move {
            let errors = self.console_errors().await?;
            anyhow::ensure!(
                errors.is_empty(),
                "at {at}: the console says\n  {}",
                errors.join("\n  ")
            );
            Ok(())
        }
    }
}

/// A text without its spaces.
fn together(text: &str) -> String {
    text.split_whitespace().collect()
}

/// A tab of a browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab(Value);

/// Base64 as the standard has it; a dependency less.
fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut held) = (0_u32, 0);
    for byte in text.bytes().filter(|byte| *byte != b'=') {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xff).ok()?);
        }
    }
    Some(bytes)
}
