//! Step 11 of the guide: deleting asks first, names what stops working, and takes effect at once.

use super::{ListContext, deletion::Deletion, focus_when_drawn, undo::UndoFlow};
use crate::{
    api::ApiError,
    clock,
    ui::{Announcer, Button, Dialog, Look, Outcome, Task, named},
    words,
};
use contract::{AppPassword, Code};
use leptos::{html, prelude::*};
use std::ops::Deref;

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
        undo.follow(deletion, announcer);
    };
    let cancel = UnsyncCallback::from(move || chosen.set(None));
    let content = move |item: AppPassword| {
        let on_deleted = UnsyncCallback::new(deleted);
        view! { <Question shared item undo on_deleted on_cancel=cancel /> }
    };
    view! {
        <Dialog
            open=chosen
            id="delete-app-password"
            title=|item: &AppPassword| named(words::app_passwords::delete_question(words::ELEMENT), &item.name)
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
    /// Says that it was deleted, and offers to undo it, where this is left before the answer.
    undo: UndoFlow,
    /// It was deleted.
    on_deleted: UnsyncCallback<Deletion>,
    /// It stays.
    on_cancel: UnsyncCallback<()>,
) -> impl IntoView {
    let announcer = Announcer::from_context();
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
        // If the reply to the last try was lost, it may have been this window that deleted it.
        let unknown = deleting.error().get_untracked();
        let unknown = unknown.is_some_and(|error| error.outcome_unknown());
        let sent_at = clock::now();
        let work = async move {
            let deleted = shared.api.delete_app_password(item.id.clone()).await;
            let (undo_seconds, already_deleted) = match deleted {
                Ok(deleted) => (deleted.undo_seconds, false),
                Err(error) if error.code() == Some(Code::NotFound) => (0, !unknown),
                Err(error) => return Err(error),
            };
            // Inside the work, so the row is removed even if the dialog has been closed.
            let deletion = Deletion {
                already_deleted,
                focus_next: shared.remove(&item.id),
                undo_until: sent_at.plus(undo_seconds),
                item,
            };
            if on_deleted.try_run(deletion.clone()).is_none() {
                undo.follow(deletion, announcer);
            }
            Ok(())
        };
        deleting.start(work, |()| {});
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
