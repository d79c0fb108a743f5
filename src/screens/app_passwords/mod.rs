//! Steps 6 to 8 and 11 of the guide: the list of app passwords, creating one in a dialog over it,
//! and deleting one.

mod alphabet;
mod bookmark;
mod copying;
mod create;
mod create_flow;
mod creating;
mod delete;
mod deletion;
mod initial;
mod intro;
mod limit;
mod list;
mod listening;
mod printing;
mod reading;
mod showing;
mod shown_once;
mod spelling;
mod suggestions;
mod typed_name;
mod undo;
mod undo_bar;

pub use deletion::LastDeletion;

use crate::{
    api::{Api, ApiError},
    clock::timers,
    routes::Route,
    routes::navigation::{Navigator, use_navigator, use_route},
    screens::{help::Notes, security::SecurityTabs},
    ui::{Remote, RemoteView},
};
use contract::{AppPassword, AppPasswordId, AppPasswordList, Delivery, limits};
use create_flow::CreateFlow;
use creating::CreateDialog;
use delete::DeleteDialog;
use initial::InitialFlow;
use intro::Intro;
use leptos::prelude::*;
use list::List;
use showing::{ShowingFlow, Shown};
use undo::UndoFlow;
use undo_bar::UndoBar;

/// The list, and the dialog over it when the address ends in `create`.
#[component]
pub fn AppPasswords() -> impl IntoView {
    let route = use_route();
    let creating = Memo::new(move |_| route.get() == Some(Route::CreateAppPassword));
    view! { <Screen creating /> }
}

/// What the parts of the list's screen share.
#[derive(Clone, Copy)]
struct ListContext {
    api: Api,
    list: Remote<AppPasswordList, ApiError>,
    showing: ShowingFlow,
    navigator: Navigator,
}

impl ListContext {
    /// Changes the list in place, and asks for it again, so that an answer which was on its way
    /// does not undo the change.
    fn change(self, change: impl FnOnce(&mut AppPasswordList)) {
        self.list.update(change);
        self.list.refresh_quietly();
    }

    /// Takes a row out. Returns the row that takes the focus next.
    fn remove(self, id: &AppPasswordId) -> Option<AppPasswordId> {
        let mut next = None;
        self.change(|list| {
            if let Some(place) = list.items.iter().position(|item| item.id == *id) {
                list.items.remove(place);
                next = list
                    .items
                    .get(place)
                    .or(list.items.last())
                    .map(|item| item.id.clone());
            }
        });
        next
    }

    /// Whether nobody can have kept this one: its showing was not closed, and it is not on the
    /// screen now. Tracks.
    fn is_lost(self, item: &AppPassword) -> bool {
        let is_on_screen = |shown: Shown| shown.item.id == item.id;
        item.delivery != Delivery::Closed && !self.showing.shown().is_some_and(is_on_screen)
    }
}

#[component]
fn Screen(
    /// Whether the address asks for the dialog.
    creating: Memo<bool>,
) -> impl IntoView {
    let api = Api::from_context();
    let list = Remote::new(move || api.app_passwords());
    let shared = ListContext {
        api,
        list,
        showing: ShowingFlow::start(list),
        navigator: use_navigator(),
    };
    let flow = CreateFlow::new(shared);
    let initial = InitialFlow::start(shared, creating);
    let deleting = RwSignal::new(None::<AppPassword>);
    let undo = UndoFlow::new(shared);
    keep_fresh(shared, flow);
    let limit = move || {
        list.ready()
            .map_or(limits::APP_PASSWORDS_PER_USER, |list| list.limit)
    };
    view! {
        <h1 tabindex="-1">{Route::AppPasswords.title()}</h1>
        <SecurityTabs current=Route::AppPasswords />
        <Intro />
        <RemoteView remote=list draw=move |list| view! { <List shared list initial deleting /> } />
        <Notes limit=Signal::derive(limit) />
        <CreateDialog shared flow undo creating />
        <DeleteDialog shared chosen=deleting undo />
        <UndoBar undo />
    }
}

/// Asks for the list again when the person comes back to this window: another window, or a mail
/// application, may have changed it.
fn keep_fresh(shared: ListContext, flow: CreateFlow) {
    // milliseconds
    const NOT_AGAIN_WITHIN: i64 = 500;
    let last = StoredValue::new(timers::now());
    for event in ["focus", "visibilitychange", "pageshow"] {
        on_window(event, move |_| {
            let now = timers::now();
            let busy = document().hidden()
                || flow.sending.pending().try_get_untracked() != Some(false)
                || last
                    .try_get_value()
                    .is_none_or(|last| now.0 - last.0 < NOT_AGAIN_WITHIN);
            if !busy {
                last.set_value(now);
                shared.list.refresh_quietly();
            }
        });
    }
}

/// Listens on the window for as long as the part that asks for it is there.
fn on_window(event: &str, listen: impl Fn(web_sys::Event) + 'static) {
    let listener = window_event_listener_untyped(event, listen);
    on_cleanup(move || listener.remove());
}

/// Moves the focus once what was just decided is drawn.
fn focus_when_drawn(find: impl Fn() -> Option<web_sys::HtmlElement> + 'static) {
    request_animation_frame(move || {
        if let Some(element) = find() {
            // Focusing an element that is in the page does not fail.
            let _ = element.focus();
        }
    });
}
