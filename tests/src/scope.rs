//! A part of the page to look in: things are found by role and accessible name, never by class or test
//! id, and each look waits until the thing is there.

mod finders;
mod waits;

use crate::{
    browser::Browser,
    element::Element,
    engine::Engine,
    role::{Name, Role},
    wire::refusal,
};
use anyhow::{Result, bail};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use std::{
    cell::Cell,
    future::Future,
    ops::Deref,
    panic::Location,
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

/// A part of the page to look in: all of it, or one element.
#[derive(Clone)]
pub struct Scope {
    browser: Arc<Browser>,
    /// `null`: the whole page.
    pub(crate) root: Value,
    patience: Duration,
}

/// Refusals that only mean "look again": the page is being rendered or left.
const TRANSIENT: &[&str] = &[
    "stale element reference",
    "detached shadow root",
    "no such element",
    "no such node",
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
        missing: impl FnOnce() -> String,
    ) -> Result<T> {
        let start = Instant::now();
        let mut pause = tokio::time::interval(PAUSE);
        loop {
            pause.tick().await;
            let transient = match attempt().await {
                Ok(Some(thing)) => return Ok(thing),
                Ok(None) => String::new(),
                Err(error) if self.is_transient(&error) => {
                    format!("\nThe last look failed: {error:#}")
                }
                Err(error) => return Err(error.context(format!("at {at}"))),
            };
            if start.elapsed() > self.patience {
                let (patience, missing) = (self.patience, missing());
                bail!("at {at}: {missing} (after {patience:?}){transient}");
            }
        }
    }

    /// WebKit has one word for many things, of which a page that is being left is one.
    fn is_transient(&self, error: &anyhow::Error) -> bool {
        let unknown = ["javascript error", "unknown error"];
        refusal(error).is_some_and(|code| {
            TRANSIENT.contains(&code) || self.engine == Engine::Webkit && unknown.contains(&code)
        })
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
                    || "the page cannot be read".to_owned(),
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
            let count = Cell::new(0);
            let root = self
                .until(
                    at,
                    async || {
                        let mut found = self.look(role, &name).await?;
                        count.set(found.len());
                        Ok(if count.get() == 1 { found.pop() } else { None })
                    },
                    || match count.get() {
                        0 => format!("there is no {role} {name}"),
                        count => format!("there is more than one {role} {name}: {count}"),
                    },
                )
                .await?;
            Ok(Element::new(self, root, role, name))
        }
    }

    /// The text that shows here.
    pub async fn words(&self) -> Result<String> {
        let words = self
            .script("return words(arguments[0])", json!([self.root]))
            .await?;
        Ok(words.as_str().unwrap_or_default().to_owned())
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

    /// A picture of the window as PNG.
    pub async fn picture(&self) -> Result<Vec<u8>> {
        let encoded = self.browser.wire.get("/screenshot").await?;
        Ok(BASE64_STANDARD.decode(encoded.as_str().unwrap_or_default())?)
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
}

impl Deref for Scope {
    type Target = Browser;
    fn deref(&self) -> &Browser {
        &self.browser
    }
}

/// A text without its spaces.
fn together(text: &str) -> String {
    text.split_whitespace().collect()
}
