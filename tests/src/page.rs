//! The whole page in one browser window, as a person goes about in it: addresses, keys, tabs.

use crate::{
    element::Element,
    engine::Engine,
    keyboard,
    role::{Name, Role},
    scope::Scope,
};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::{future::Future, ops::Deref, panic::Location};

/// The whole page in one browser window.
pub struct Page(pub(crate) Scope);

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
            || "<html> never got data-ready".to_owned(),
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
                || "the scenario did not begin".to_owned(),
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
                || format!("the address does not end with {end:?}"),
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

    /// What the clipboard holds, by pasting it elsewhere: in a window that is closed again.
    pub async fn clipboard(&self) -> Result<String> {
        let here = self.tab_shown().await?;
        self.new_window().await?;
        let pasted = self.paste_elsewhere().await;
        self.wire.delete("/window").await?;
        self.wire
            .post("/window", json!({ "handle": here.0 }))
            .await?;
        pasted
    }

    async fn paste_elsewhere(&self) -> Result<String> {
        self.open("data:text/html,<title>paste</title><textarea aria-label=paste>")
            .await?;
        self.field("paste").await?.paste().await
    }

    /// A second tab of the same browser: the same storage, session and clipboard. Switches to it;
    /// `show` switches back.
    pub async fn new_tab(&self) -> Result<Tab> {
        let tab = Tab(self.new_window().await?);
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
        if self.engine != Engine::Firefox {
            // all windows are visible, and nothing tells one that it is in use again
            let told = "dispatchEvent(new Event('focus')); document.dispatchEvent(new Event('visibilitychange'))";
            self.run(told, json!([])).await?;
        }
        Ok(())
    }

    /// What axe-core finds against this page, each with the elements it is about.
    pub async fn axe(&self) -> Result<Vec<String>> {
        self.axe_only(&[]).await
    }

    /// What axe-core finds by these of its rules; by all, if none is named.
    pub async fn axe_only(&self, rules: &[&str]) -> Result<Vec<String>> {
        if self.run("return 'axe' in window", json!([])).await? == false {
            let path = std::env::var("AXE_CORE").context(
                "AXE_CORE names no file: run `make test`, or `. scripts/environment.sh` first",
            )?;
            let source = std::fs::read_to_string(&path).with_context(|| path.clone())?;
            self.run(&source, json!([])).await?;
        }
        let script = "const [rules, done] = arguments; axe.run(rules.length ? { runOnly: rules } : {}).then((found) => \
             done(found.violations.map((v) => \
             `${v.id} (${v.impact}): ${v.help}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)), \
             (error) => done([String(error)]))";
        let asked = json!({ "script": script, "args": [rules] });
        let found = self.wire.post("/execute/async", asked).await?;
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

/// A tab of a browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab(Value);
