//! One thing on the page, and what a person does with it. It can be looked into like the page.

use crate::{
    aim::{Aim, Next},
    engine::Engine,
    keyboard,
    role::{Name, Role},
    scope::Scope,
    wire::refusal,
};
use anyhow::Result;
use serde_json::{Value, json};
use std::{
    future::Future,
    ops::Deref,
    panic::Location,
    time::{Duration, Instant},
};

/// After so long a key that did nothing is lost.
const LOST: Duration = Duration::from_secs(5);

/// Found by [`Scope::the`] and its kin.
pub struct Element {
    here: Scope,
    parent: Scope,
    role: Role,
    name: Name,
}

impl Deref for Element {
    type Target = Scope;
    fn deref(&self) -> &Scope {
        &self.here
    }
}

impl Element {
    pub(crate) fn new(parent: &Scope, root: Value, role: Role, name: Name) -> Self {
        Self {
            here: parent.below(root),
            parent: parent.clone(),
            role,
            name,
        }
    }

    /// Clicks in its middle, once it is enabled and nothing lies over it.
    #[track_caller]
    pub fn click(&self) -> impl Future<Output = Result<()>> {
        let at = Location::caller();
        async move {
            let mut now = self.here.clone();
            let mut why = String::new();
            let mut aim = Aim::default();
            let outcome = self.here.until(
                at,
                async || {
                    if self.engine == Engine::Webkit {
                        match aim.next(self, &now).await? {
                            Next::Wait(reason) => {
                                reason.clone_into(&mut why);
                                return Ok(None);
                            }
                            Next::Click => {}
                            Next::Done => return Ok(Some(())),
                        }
                    }
                    if self
                        .ask("e.matches(':disabled')", &now)
                        .await
                        .is_ok_and(|off| off == true)
                    {
                        "it is disabled".clone_into(&mut why);
                        return Ok(None);
                    }
                    let clicked = now
                        .wire
                        .post(&format!("{}/click", now.path()), json!({}))
                        .await;
                    let Err(error) = clicked else {
                        aim.sent();
                        return Ok((self.engine != Engine::Webkit).then_some(()));
                    };
                    why = error.to_string();
                    let refusal = refusal(&error);
                    if let Some("element click intercepted" | "element not interactable") = refusal
                    {
                        // as a person scrolls what stands below a bar at the edge, or is cut in half by it
                        let scroll = "e.scrollIntoView({ block: 'center', behavior: 'instant' })";
                        self.ask(scroll, &now).await.ok();
                    }
                    match refusal {
                        Some("element click intercepted") => Ok(None),
                        // the page drew it anew since it was found, or beside it
                        Some(
                            "stale element reference"
                            | "no such element"
                            | "element not interactable",
                        ) => {
                            if let [fresh] = &self.parent.look(self.role, &self.name).await?[..] {
                                now = self.parent.below(fresh.clone());
                            }
                            Ok(None)
                        }
                        Some("unknown error") if self.engine == Engine::Webkit => {
                            aim.sent();
                            Ok(None)
                        }
                        _ => Err(error),
                    }
                },
                || format!("the {} {} cannot be clicked", self.role, self.name),
            );
            let outcome = outcome.await;
            outcome.map_err(|error| {
                if why.is_empty() {
                    error
                } else {
                    error.context(why)
                }
            })
        }
    }

    /// Waits until it moves no more, for what is done with a pointer of one's own.
    #[track_caller]
    pub fn stands_still(&self) -> impl Future<Output = Result<()>> {
        let mut aim = Aim::default();
        self.here.holds("it stands still", async move || {
            Ok(!matches!(aim.next(self, &self.here).await?, Next::Wait(_)))
        })
    }

    /// Replaces what is in the field, key by key.
    pub async fn fill(&self, text: &str) -> Result<()> {
        self.ask("(e.focus(), e.select())", &self.here).await?;
        if text.is_empty() {
            self.wire
                .post("/actions", keyboard::chord("Backspace")?)
                .await?;
            return Ok(());
        }
        self.wire.post("/actions", keyboard::typed(text)).await?;
        Ok(())
    }

    /// Types after what is in the field.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        // WebKit's driver refuses to type nothing, which is to give it the focus
        if text.is_empty() {
            self.ask("e.focus()", &self.here).await?;
            return Ok(());
        }
        self.wire
            .post(&format!("{}/value", self.path()), json!({ "text": text }))
            .await?;
        Ok(())
    }

    /// Gives it the focus and presses Control+V; what is in the field then.
    pub async fn paste(&self) -> Result<String> {
        let before = self.value().await?;
        let mut pressed: Option<Instant> = None;
        self.holds("something is pasted", async || {
            if self.value().await? != before {
                return Ok(true);
            }
            // on a busy machine WebKit loses a key now and then; no other engine is asked twice
            let lost = self.engine == Engine::Webkit
                && pressed.is_some_and(|pressed| pressed.elapsed() > LOST);
            if pressed.is_none() || lost {
                self.ask("e.focus()", &self.here).await?;
                self.wire
                    .post("/actions", keyboard::chord("Control+v")?)
                    .await?;
                pressed = Some(Instant::now());
            }
            Ok(false)
        })
        .await?;
        self.value().await
    }

    /// Chooses the entry of this text in a list to choose from.
    pub async fn choose(&self, text: &str) -> Result<()> {
        let script = "const [e, text] = arguments; \
             const option = [...e.options].find((o) => o.label.trim() === text); return option ?? null";
        let option = self.run(script, json!([self.root, text])).await?;
        anyhow::ensure!(
            !option.is_null(),
            "{} {} has no option {text:?}",
            self.role,
            self.name
        );
        let option = self.below(option);
        self.wire
            .post(&format!("{}/click", option.path()), json!({}))
            .await?;
        Ok(())
    }

    /// Its accessible name.
    pub async fn name(&self) -> Result<String> {
        Ok(self.role_and_name().await?.1)
    }

    /// What is in the field.
    pub async fn value(&self) -> Result<String> {
        self.text_of("e.value ?? ''").await
    }

    /// What `aria-describedby` and `aria-errormessage` lead to, as it shows.
    pub async fn description(&self) -> Result<String> {
        let text = self
            .script("return describedBy(arguments[0])", json!([self.root]))
            .await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// An attribute, for what no role or name tells: `autocomplete`, `inputmode`, `href`.
    pub async fn attribute(&self, name: &str) -> Result<Option<String>> {
        let script = "return arguments[0].getAttribute(arguments[1])";
        let value = self.run(script, json!([self.root, name])).await?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// Whether it is ticked, chosen or selected.
    pub async fn is_on(&self) -> Result<bool> {
        let asked = "e.checked ?? e.selected ?? (e.ariaChecked ?? e.ariaSelected) === 'true'";
        Ok(self.ask(asked, &self.here).await? == true)
    }

    /// How it is drawn: a property of its computed style.
    pub async fn style(&self, property: &str) -> Result<String> {
        let looked = self
            .ask(
                &format!("getComputedStyle(e).getPropertyValue({property:?})"),
                &self.here,
            )
            .await?;
        Ok(looked.as_str().unwrap_or_default().to_owned())
    }

    /// Whether it has the focus.
    pub async fn is_focused(&self) -> Result<bool> {
        Ok(self.ask("document.activeElement === e", &self.here).await? == true)
    }

    /// Whether it is out of use, for all (`disabled`) or while something is pending
    /// (`aria-disabled`, which keeps the focus).
    pub async fn is_off(&self) -> Result<bool> {
        let asked = "e.matches(':disabled') || e.ariaDisabled === 'true'";
        Ok(self.ask(asked, &self.here).await? == true)
    }

    /// Whether the page calls what is in the field wrong.
    pub async fn is_invalid(&self) -> Result<bool> {
        Ok(self
            .ask("e.getAttribute('aria-invalid') === 'true'", &self.here)
            .await?
            == true)
    }

    /// Waits until it has the focus.
    #[track_caller]
    pub fn gets_focus(&self) -> impl Future<Output = Result<()>> {
        let asked = async || self.is_focused().await;
        self.here.holds("it has the focus", asked)
    }

    async fn text_of(&self, expression: &str) -> Result<String> {
        Ok(self
            .ask(expression, &self.here)
            .await?
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    /// An expression about the element, which it calls `e`.
    pub(crate) async fn ask(&self, expression: &str, element: &Scope) -> Result<Value> {
        let script = format!("const e = arguments[0]; return {expression}");
        self.run(&script, json!([element.root])).await
    }
}
