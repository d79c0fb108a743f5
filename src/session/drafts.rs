//! What is typed and not sent yet, kept in the tab's storage: a session that ends in the middle of a
//! form costs no typing. Never a secret: no password, no code, no key of an authenticator app.

use crate::session::{Ended, use_session};
use leptos::prelude::*;

/// All names in the storage begin so; signing out removes what does.
const PREFIX: &str = "draft ";

/// Where one form of one person is kept. Another person who signs in on this tab finds nothing.
#[derive(Clone, Debug)]
pub struct Draft(String);

impl Draft {
    /// For the person who is signed in, or is setting up a second factor.
    pub fn of(form: &str) -> Self {
        let person = use_session().with_untracked(|session| {
            session
                .person()
                .map(|account| account.email.clone())
                .unwrap_or_default()
        });
        Self(format!("{PREFIX}{form} {person}"))
    }

    /// What is kept.
    pub fn read(&self) -> Option<String> {
        storage().and_then(|storage| storage.get_item(&self.0).ok().flatten())
    }

    /// Keeps this in its place.
    pub fn write(&self, text: &str) {
        if let Some(storage) = storage() {
            // Full or forbidden storage: then it is not kept beyond this screen.
            let _ = storage.set_item(&self.0, text);
        }
    }

    /// It was sent, or given up.
    pub fn remove(&self) {
        if let Some(storage) = storage() {
            // Forbidden storage holds nothing to remove.
            let _ = storage.remove_item(&self.0);
        }
    }
}

/// What [`carry_over`] has kept of a form. Gives it once.
pub fn carried_over(form: &str) -> Option<String> {
    let draft = Draft::of(form);
    let carried = draft.read();
    draft.remove();
    carried
}

/// Carries what is typed over to the next session, if this one ends by itself while what calls this
/// is on the screen; whoever leaves it before gives it up. `typed` tells what there is then.
pub fn carry_over(form: &str, typed: impl Fn() -> Option<String> + Send + Sync + 'static) {
    let draft = Draft::of(form);
    let ended = Ended::from_context();
    on_cleanup(move || {
        if ended.is_over()
            && let Some(text) = typed()
        {
            draft.write(&text);
        }
    });
}

/// Signed out: the tab may go to somebody else.
pub fn forget_all() {
    let Some(storage) = storage() else { return };
    let count = storage.length().unwrap_or_default();
    let names: Vec<String> = (0..count)
        .filter_map(|place| storage.key(place).ok().flatten())
        .filter(|name| name.starts_with(PREFIX))
        .collect();
    for name in names {
        // It was there a moment ago; if not, so much the better.
        let _ = storage.remove_item(&name);
    }
}

/// The tab's storage, where it is not forbidden.
fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}
