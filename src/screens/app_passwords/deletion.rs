//! An app password that was deleted, and where the focus goes after that.

use crate::words;
use crate::words::Text;
use contract::{AppPassword, AppPasswordId, Timestamp};
use leptos::prelude::document;
use wasm_bindgen::JsCast;

/// An app password that was deleted.
#[derive(Clone, Debug, PartialEq)]
pub struct Deletion {
    /// Its row.
    pub item: AppPassword,
    /// It had been deleted before, in another window.
    pub already_deleted: bool,
    /// The row that takes the focus.
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

/// The id of a row of the table.
pub fn row_id(id: &AppPasswordId) -> String {
    format!("app-password-{}", id.0)
}

/// The button in a row.
pub fn row_button(id: &AppPasswordId) -> Option<web_sys::HtmlElement> {
    found(&format!("[id=\"{}\"] button", row_id(id)))
}

/// What takes the focus after a delete: the next row, or the heading if there is none.
pub fn focus_target(next: Option<&AppPasswordId>) -> Option<web_sys::HtmlElement> {
    next.map_or_else(|| found("main h1"), row_button)
}

/// The element that a selector names.
pub fn found(selector: &str) -> Option<web_sys::HtmlElement> {
    let found = document().query_selector(selector).ok().flatten();
    found.and_then(|element| element.dyn_into().ok())
}
