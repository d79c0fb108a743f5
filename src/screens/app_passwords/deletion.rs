//! An app password that was deleted, and where the focus goes after that.

use crate::{
    session::use_session,
    words::{self, Text},
};
use contract::{AppPassword, AppPasswordId, Timestamp};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// An app password that was deleted.
#[derive(Clone, Debug, PartialEq)]
pub struct Deletion {
    /// Its row.
    pub item: AppPassword,
    /// It had been deleted before, in another window.
    pub already_deleted: bool,
    /// The row that took its place.
    pub focus_next: Option<AppPasswordId>,
    /// It can be restored until then. Counted from when the request was sent, so that an undo pressed
    /// in time arrives in time.
    pub undo_until: Timestamp,
}

impl Deletion {
    /// What is said about it.
    pub fn words(&self) -> Text {
        let name = &self.item.name;
        if self.already_deleted {
            words::app_passwords::deleted_before(name)
        } else {
            words::app_passwords::deleted(name)
        }
    }
}

/// The newest deletion of this window, to be undone; it outlives the list's screen.
#[derive(Clone, Copy)]
pub struct LastDeletion {
    newest: RwSignal<Option<Deletion>>,
    /// Whose it is, by e-mail address.
    person: StoredValue<Option<String>>,
}

impl LastDeletion {
    /// Makes it available.
    pub fn provide() {
        provide_context(Self {
            newest: RwSignal::new(None),
            person: StoredValue::new(None),
        });
    }

    /// That of the person who is signed in; what another deleted before is dropped. Panics if it was not
    /// provided.
    pub fn of_this_person() -> RwSignal<Option<Deletion>> {
        let Self { newest, person } = expect_context();
        let now = use_session()
            .with_untracked(|session| session.person().map(|person| person.email.clone()));
        if person.try_update_value(|person| std::mem::replace(person, now.clone())) != Some(now) {
            newest.set(None);
        }
        newest
    }
}

/// The id of a row of the table.
pub fn row_id(id: &AppPasswordId) -> String {
    format!("app-password-{}", id.0)
}

/// What takes the focus where a delete is over: the name of the next row, not its button, which nobody
/// asked for; or the heading if there is none.
pub fn focus_target(next: Option<&AppPasswordId>) -> Option<web_sys::HtmlElement> {
    let name = next.and_then(|id| found(&format!("[id=\"{}\"] th", row_id(id))));
    name.or_else(|| found("main h1"))
}

/// The element that a selector names.
pub fn found(selector: &str) -> Option<web_sys::HtmlElement> {
    let found = document().query_selector(selector).ok().flatten();
    found.and_then(|element| element.dyn_into().ok())
}
