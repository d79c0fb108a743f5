//! Which app password was just made, so that what follows **close** can name it at once.

use contract::AppPasswordId;
use leptos::prelude::*;

/// The newest one that was made in this window. Its name, never its password.
#[derive(Clone, Copy)]
pub struct JustMade(StoredValue<Option<(AppPasswordId, String)>>);

impl JustMade {
    /// Makes it available.
    pub fn provide() {
        provide_context(Self(StoredValue::new(None)));
    }

    /// Reads it from context. Panics if it was not provided.
    pub fn from_context() -> Self {
        expect_context()
    }

    /// Notes what was made.
    pub fn note(self, id: AppPasswordId, name: String) {
        self.0.set_value(Some((id, name)));
    }

    /// Its name, if it is the one that was just made.
    pub fn name_of(self, id: &AppPasswordId) -> Option<String> {
        self.0.with_value(|made| {
            let (_, name) = made.as_ref().filter(|(made, _)| made == id)?;
            Some(name.clone())
        })
    }
}
