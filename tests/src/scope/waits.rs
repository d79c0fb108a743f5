//! What a person waits for: that a text shows or goes, that something is said, that something holds.

use super::Scope;
use crate::role::{Name, Role};
use anyhow::Result;
use serde_json::{Value, json};
use std::{
    cell::{Cell, RefCell},
    future::Future,
    panic::Location,
};

impl Scope {
    /// Waits until this text shows, wherever here.
    #[track_caller]
    pub fn see(&self, text: &str) -> impl Future<Output = Result<()>> {
        let at = Location::caller();
        async move {
            self.until(
                at,
                async || Ok(self.words().await?.contains(text).then_some(())),
                || format!("{text:?} cannot be read"),
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
                || format!("{text:?} can still be read"),
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
                || format!("the {role} {name} is still there"),
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
            let seen = Cell::new(0);
            self.until(
                at,
                async || {
                    seen.set(self.look(role, &name).await?.len());
                    Ok((seen.get() == count).then_some(()))
                },
                || format!("{count} of {role} {name} were expected, not {}", seen.get()),
            )
            .await
        }
    }

    /// Waits until something announces this text (a status, an alert or another live region),
    /// wherever on the page.
    #[track_caller]
    pub fn announced(&self, text: &str) -> impl Future<Output = Result<()>> {
        let at = Location::caller();
        async move {
            let heard = RefCell::new(Value::Null);
            self.until(
                at,
                async || {
                    let now = self.script("return announced()", json!([])).await?;
                    let mut said = now
                        .as_array()
                        .into_iter()
                        .flatten()
                        .filter_map(Value::as_str);
                    let is_said = said.any(|said| said.contains(text));
                    heard.replace(now);
                    Ok(is_said.then_some(()))
                },
                || format!("{text:?} was not announced, only {}", heard.borrow()),
            )
            .await
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
                || format!("waited in vain until {what}"),
            )
            .await
        }
    }
}
