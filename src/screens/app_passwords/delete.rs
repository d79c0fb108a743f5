//! Step 11 of the guide: deleting asks first, names what stops working, and takes effect at once.

use super::{Desk, focus_when_drawn};
use crate::{
    api::ApiError,
    text,
    ui::{Announcer, Button, Dialog, Look, Message, Task, Tone},
    words,
};
use contract::{AppPassword, AppPasswordId, Code};
use leptos::{html, prelude::*};
use std::ops::Deref;
use wasm_bindgen::JsCast;

/// One that is gone.
#[derive(Clone, Debug)]
pub struct Gone {
    name: String,
    /// Deleted in another window before.
    before: bool,
    /// The row that a keyboard user goes on from.
    neighbour: Option<AppPasswordId>,
}

impl Gone {
    /// What is said about it.
    pub fn words(&self) -> String {
        let name = &self.name;
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

/// Open while one is chosen.
#[component]
pub fn DeleteDialog(desk: Desk, chosen: RwSignal<Option<AppPassword>>) -> impl IntoView {
    let announcer = Announcer::from_context();
    let open = Memo::new(move |_| chosen.read().is_some());
    // Keeps the last name while the dialog closes.
    let title = Memo::new(move |before: Option<&String>| {
        chosen
            .with(|item| {
                item.as_ref()
                    .map(|item| words::app_passwords::delete_question(&item.name))
            })
            .or_else(|| before.cloned())
            .unwrap_or_default()
    });
    let gone = move |gone: Gone| {
        chosen.set(None);
        let said = gone.words();
        focus_when_drawn(move || {
            announcer.say(said.clone());
            let next = gone.neighbour.as_ref().map_or_else(
                || "main h1".to_owned(),
                |id| format!("[id=\"{}\"] button", row_id(id)),
            );
            let found = document().query_selector(&next).ok().flatten();
            found.and_then(|element| element.dyn_into().ok())
        });
    };
    let cancel = UnsyncCallback::from(move || chosen.set(None));
    let content = move || {
        chosen.get_untracked().map(|item| {
            view! { <Question desk item on_gone=UnsyncCallback::new(gone) on_cancel=cancel /> }
        })
    };
    view! { <Dialog open id="delete-app-password" title on_cancel=cancel content /> }
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
        let AppPassword { id, name, .. } = item.clone();
        let work = async move {
            let before = match desk.api.delete_app_password(id.clone()).await {
                Ok(()) => false,
                Err(error) if error.code() == Some(Code::NotFound) => true,
                Err(error) => return Err(error),
            };
            // Here and not below: the row leaves even if the dialog was closed meanwhile.
            let neighbour = desk.remove(&id);
            Ok(Gone {
                name,
                before,
                neighbour,
            })
        };
        deleting.start(work, move |gone| on_gone.run(gone));
    };
    view! {
        <p>{words::app_passwords::delete_words()}</p>
        {move || deleting.error().get().map(|error| {
            view! { <Message tone=Tone::Error><p>{text::explain(&error)}</p></Message> }
        })}
        <div class="actions">
            <Button look=Look::Danger pending=deleting.pending() on_press=delete>{words::app_passwords::delete()}</Button>
            <Button look=Look::Secondary node_ref=keep on_press=move || on_cancel.run(())>{words::common::cancel()}</Button>
        </div>
        <p class="still-working" role="status">
            {move || deleting.slow().get().then(words::common::still_working)}
        </p>
    }
}
