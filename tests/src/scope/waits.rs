//! What a person waits for: that a text shows or goes, that something is said, that something holds.

use super::Scope;
use crate::role::{Name, Role};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::{future::Future, panic::Location};

impl Scope {
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
}
