//! Step 11 of the guide: deleting asks first, names what stops working, and takes effect at once.

use super::{Desk, focus_when_drawn, undo::Undo};
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

/// One that is gone.
#[derive(Clone, Debug)]
pub struct Gone {
    /// Its row.
    pub item: AppPassword,
    /// Deleted in another window before.
    pub before: bool,
    /// The row that a keyboard user goes on from.
    pub neighbour: Option<AppPasswordId>,
    /// Until then it can be brought back. Counted from when the request was sent, so that an undo
    /// pressed in time arrives in time.
    pub until: Timestamp,
}

impl Gone {
    /// What is said about it.
    pub fn words(&self) -> String {
        let name = &self.item.name;
        if self.before {
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

/// Where a keyboard user goes on after a delete.
pub fn landing(neighbour: Option<&AppPasswordId>) -> Option<web_sys::HtmlElement> {
    neighbour.map_or_else(|| found("main h1"), row_button)
}

/// The element that a selector names.
pub fn found(selector: &str) -> Option<web_sys::HtmlElement> {
    let found = document().query_selector(selector).ok().flatten();
    found.and_then(|element| element.dyn_into().ok())
}

/// Open while one is chosen.
#[component]
pub fn DeleteDialog(
    desk: Desk,
    chosen: RwSignal<Option<AppPassword>>,
    undo: Undo,
) -> impl IntoView {
    let announcer = Announcer::from_context();
    let gone = move |gone: Gone| {
        chosen.set(None);
        let offered = undo.offer(&gone);
        focus_when_drawn(move || {
            if offered {
                undo.say();
            } else {
                announcer.say(gone.words());
            }
            landing(gone.neighbour.as_ref())
        });
    };
    let cancel = UnsyncCallback::from(move || chosen.set(None));
    let content = move |item: AppPassword| {
        view! { <Question desk item on_gone=UnsyncCallback::new(gone) on_cancel=cancel /> }
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
    desk: Desk,
    /// The one to delete.
    item: AppPassword,
    /// It is gone.
    on_gone: UnsyncCallback<Gone>,
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
        let until = clock::after(limits::UNDO_SECONDS);
        // The answer to the last try was lost: then it may have been this window after all.
        let open = deleting.error().get_untracked();
        let open = open.is_some_and(|error| error.is_unsettled());
        let work = async move {
            let before = match desk.api.delete_app_password(item.id.clone()).await {
                Ok(()) => false,
                Err(error) if error.code() == Some(Code::NotFound) => !open,
                Err(error) => return Err(error),
            };
            // Here and not below: the row leaves even if the dialog was closed meanwhile.
            let neighbour = desk.remove(&item.id);
            Ok(Gone {
                item,
                before,
                neighbour,
                until,
            })
        };
        deleting.start(work, move |gone| on_gone.run(gone));
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
