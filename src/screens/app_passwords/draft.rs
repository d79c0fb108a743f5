//! The name as far as it is typed, kept for a reload and for going back and forward. A name is no
//! secret; the password is never here.

use crate::session::use_session;
use leptos::prelude::*;

/// The typed name. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Draft {
    text: RwSignal<String>,
    place: StoredValue<String>,
}

impl Draft {
    /// What was typed before in this tab, by the same person.
    pub fn open() -> Self {
        let person = use_session().with_untracked(|session| {
            session.account().map(|account| account.email.clone()).unwrap_or_default()
        });
        let place = format!("app-password-name {person}");
        let text = storage().and_then(|storage| storage.get_item(&place).ok().flatten()).unwrap_or_default();
        Self { text: RwSignal::new(text), place: StoredValue::new(place) }
    }

    /// What is typed so far.
    pub fn text(self) -> String {
        self.text.try_get_untracked().unwrap_or_default()
    }

    /// Notes what is typed.
    pub fn keep(self, text: String) {
        if let (Some(storage), Some(place)) = (storage(), self.place.try_get_value()) {
            // Full or forbidden storage: then it is not kept beyond this page.
            let _ = storage.set_item(&place, &text);
        }
        self.text.try_set(text);
    }

    /// It was made, or given up.
    pub fn clear(self) {
        if let (Some(storage), Some(place)) = (storage(), self.place.try_get_value()) {
            // Forbidden storage holds nothing to remove.
            let _ = storage.remove_item(&place);
        }
        self.text.try_set(String::new());
    }
}

/// The tab's storage, where it is not forbidden.
fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}
