//! The name as far as it is typed, kept for a reload and for going back and forward. A name is no
//! secret; the password is never here.

use crate::session::use_session;
use leptos::prelude::*;

/// The typed name. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Draft(StoredValue<Held>);

struct Held {
    text: String,
    /// Under which name the tab's storage keeps it.
    place: String,
}

impl Draft {
    /// What was typed before in this tab, by the same person.
    pub fn open() -> Self {
        let person = use_session().with_untracked(|session| {
            session
                .account()
                .map(|account| account.email.clone())
                .unwrap_or_default()
        });
        let place = format!("app-password-name {person}");
        let text = storage().and_then(|storage| storage.get_item(&place).ok().flatten());
        Self(StoredValue::new(Held {
            text: text.unwrap_or_default(),
            place,
        }))
    }

    /// What is typed so far.
    pub fn text(self) -> String {
        self.0
            .try_with_value(|held| held.text.clone())
            .unwrap_or_default()
    }

    /// Notes what is typed.
    pub fn keep(self, text: String) {
        self.0.try_update_value(|held| {
            if let Some(storage) = storage() {
                // Full or forbidden storage: then it is not kept beyond this page.
                let _ = storage.set_item(&held.place, &text);
            }
            held.text = text;
        });
    }

    /// It was made, or given up.
    pub fn clear(self) {
        self.0.try_update_value(|held| {
            if let Some(storage) = storage() {
                // Forbidden storage holds nothing to remove.
                let _ = storage.remove_item(&held.place);
            }
            held.text.clear();
        });
    }
}

/// The tab's storage, where it is not forbidden.
fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}
