//! The dialog of steps 7 and 8: the name (or first making room), then the password, shown once.

use super::{
    ListContext,
    create::NameStep,
    create_flow::CreateFlow,
    limit::LimitStep,
    shown_once::{self, ShownOnce},
    undo::UndoFlow,
};
use crate::words::Text;
use crate::{
    routes::Route,
    routes::navigation::Step as History,
    ui::{Announcer, Dialog, dialog::title_id},
    words,
};
use contract::Creation;
use leptos::prelude::*;

/// The dialog's id; its heading's derives from it.
const ID: &str = "create-app-password";

/// How far the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Name,
    Limit,
    Shown,
}

impl Step {
    fn title(self) -> Text {
        match self {
            Self::Name => Route::CreateAppPassword.title(),
            Self::Limit => words::app_passwords::limit_title(),
            Self::Shown => words::shown_once::title(),
        }
    }
}

/// Open while the address asks for it, and for as long as a password is on the screen.
#[component]
pub fn CreateDialog(
    shared: ListContext,
    flow: CreateFlow,
    undo: UndoFlow,
    creating: Memo<bool>,
) -> impl IntoView {
    let announcer = Announcer::from_context();
    let is_shown = Memo::new(move |_| shared.showing.shown().is_some());
    let open = Signal::derive(move || (creating.get() || is_shown.get()).then_some(()));
    let step = Memo::new(move |_| {
        if is_shown.get() {
            Step::Shown
        } else if flow.is_full() {
            Step::Limit
        } else {
            Step::Name
        }
    });
    // Left: what is under way is given up, what was typed is kept, and what was deleted to make room can
    // come back.
    Effect::new(move |before: Option<bool>| {
        let now = creating.get();
        if before == Some(true) && !now && !shared.showing.is_open_untracked() {
            flow.abandon();
            if let Some(deletion) = flow.unused_room() {
                undo.follow(deletion, announcer);
            }
        }
        now
    });
    // Policy forbids it: the list says so.
    Effect::new(move |_| {
        let forbidden = shared
            .list
            .ready()
            .is_some_and(|list| list.creation == Creation::Forbidden);
        if forbidden && creating.get() {
            shared.navigator.go(Route::AppPasswords, History::Replace);
        }
    });
    let cancel = move || match step.get_untracked() {
        Step::Shown => shown_once::ask_to_close(shared),
        Step::Name | Step::Limit => flow.cancel(),
    };
    let content = move |()| {
        view! {
            {move || match step.get() {
                Step::Name => view! { <NameStep shared flow /> }.into_any(),
                Step::Limit => view! { <LimitStep shared flow undo title_id=title_id(ID) /> }.into_any(),
                Step::Shown => view! { <ShownOnce shared title_id=title_id(ID) /> }.into_any(),
            }}
            <p class="visually-hidden" role="status">{move || flow.notice.get()}</p>
        }
    };
    view! { <Dialog open id=ID title=move |()| step.get().title() on_cancel=cancel content /> }
}
