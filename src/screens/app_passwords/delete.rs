//! Step 11 of the guide: deleting asks first, names what stops working, and takes effect at once.

use super::{ListContext, focus_when_drawn, undo::UndoFlow};
use crate::{
    api::ApiError,
    clock,
    ui::{Announcer, Button, Dialog, Look, Outcome, Task, named},
    words,
};
use contract::{AppPassword, AppPasswordId, Code, Timestamp, limits};
use leptos::{html, prelude::*};
use std::ops::Deref;
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
    pub fn words(&self) -> String {
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

/// Open while one is chosen.
#[component]
pub fn DeleteDialog(
    shared: ListContext,
    chosen: RwSignal<Option<AppPassword>>,
    undo: UndoFlow,
) -> impl IntoView {
    let announcer = Announcer::from_context();
    let deleted = move |deletion: Deletion| {
        chosen.set(None);
        let offered = undo.offer(&deletion);
        focus_when_drawn(move || {
            if offered {
                undo.say();
            } else {
                announcer.say(deletion.words());
            }
            focus_target(deletion.focus_next.as_ref())
        });
    };
    let cancel = UnsyncCallback::from(move || chosen.set(None));
    let content = move |item: AppPassword| {
        view! { <Question shared item on_deleted=UnsyncCallback::new(deleted) on_cancel=cancel /> }
    };
    view! {
        <Dialog
            open=chosen
            id="delete-app-password"
            title=|item: &AppPassword| named(words::app_passwords::delete_question, &item.name)
            on_cancel=cancel
            content
        />
    }
}

/// What stops working, and the two answers. A failure stays beside them.
#[component]
pub fn Question(
    shared: ListContext,
    /// The one to delete.
    item: AppPassword,
    /// It was deleted.
    on_deleted: UnsyncCallback<Deletion>,
    /// It stays.
    on_cancel: UnsyncCallback<()>,
) -> impl IntoView {
    let deleting = Task::<ApiError>::new();
    let keep = NodeRef::<html::Button>::new();
    // The answer that takes nothing away has the focus.
    focus_when_drawn(move || {
        keep.try_get_untracked()
            .flatten()
            .map(|button| button.deref().clone())
    });
    let delete = move || {
        let item = item.clone();
        let undo_until = clock::after(limits::UNDO_SECONDS);
        // If the reply to the last try was lost, it may have been this window that deleted it.
        let unknown = deleting.error().get_untracked();
        let unknown = unknown.is_some_and(|error| error.outcome_unknown());
        let work = async move {
            let already_deleted = match shared.api.delete_app_password(item.id.clone()).await {
                Ok(()) => false,
                Err(error) if error.code() == Some(Code::NotFound) => !unknown,
                Err(error) => return Err(error),
            };
            // Inside the work, so the row is removed even if the dialog has been closed.
            let focus_next = shared.remove(&item.id);
            Ok(Deletion {
                item,
                already_deleted,
                focus_next,
                undo_until,
            })
        };
        deleting.start(work, move |deletion| on_deleted.run(deletion));
    };
    view! {
        <p>{words::app_passwords::delete_words()}</p>
        <Outcome of=deleting>
            <div class="actions">
                <Button look=Look::Danger pending=deleting.pending() on_press=delete>{words::app_passwords::delete()}</Button>
                <Button look=Look::Secondary node_ref=keep on_press=move || on_cancel.run(())>{words::common::cancel()}</Button>
            </div>
        </Outcome>
    }
}
