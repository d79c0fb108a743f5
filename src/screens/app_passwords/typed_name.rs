//! The name as far as it is typed, kept for a reload, for going back and forward, and for signing in
//! again. A name is no secret; the password is never here.

use crate::session::drafts::Draft;
use leptos::prelude::*;

/// The typed name. Cheap to copy.
#[derive(Clone, Copy)]
pub struct TypedName(StoredValue<(String, Draft)>);

impl TypedName {
    /// What was typed before in this tab, by the same person.
    pub fn open() -> Self {
        let draft = Draft::of("new-name");
        Self(StoredValue::new((draft.read().unwrap_or_default(), draft)))
    }

    /// What is typed so far.
    pub fn text(self) -> String {
        self.0
            .try_with_value(|(text, _)| text.clone())
            .unwrap_or_default()
    }

    /// Notes what is typed.
    pub fn keep(self, typed: String) {
        self.0.try_update_value(|(text, draft)| {
            draft.write(&typed);
            *text = typed;
        });
    }

    /// It was made, or given up.
    pub fn clear(self) {
        self.0.try_update_value(|(text, draft)| {
            draft.remove();
            text.clear();
        });
    }
}
