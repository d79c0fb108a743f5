//! What surrounds every screen: header with the account menu, main, live region. The frame itself is
//! in `index.html`; here its parts are filled.

pub mod account_menu;
mod arrival;
mod ending;
pub mod router;
pub mod startup;
mod unreachable;

use crate::{
    api::Api,
    frame::{
        account_menu::AccountMenu,
        arrival::{announce_arrival, complete_navigation, lead_home, redirect_if_not_allowed},
        ending::SessionEnding,
        startup::Startup,
        unreachable::Unreachable,
    },
    routes::{
        Route,
        navigation::{Step, use_navigator, use_route},
    },
    screens::sign_in::SignIn,
    session::{self, Session, SignOut, SignOutReason, use_session},
    slots::Slots,
    start::first_screen,
    ui::{Announcer, Message, Tone, focus, when_network_is_back},
    words::{self, text::Failure},
};
use contract::{Code, Problem, SessionState};
use leptos::prelude::*;

/// Content of `<main>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MainView {
    /// The portal has not answered who is signed in; the static page shows that something is coming.
    Waiting,
    /// The portal did not answer.
    Unreachable,
    /// The sign-in form. It needs no answer.
    SignIn,
    /// Any other screen.
    Screens,
}

/// Fills the frame.
#[component]
pub fn Shell(
    /// Renders the screen of the address.
    screens: fn() -> AnyView,
) -> impl IntoView {
    let session = use_session();
    let api = Api::from_context();
    let startup = Startup::from_context();
    let opening = startup.asking();
    let waiting = first_screen::is_waiting();
    let open = move || startup.ask(api, session);
    // Somebody who opened the page without a network may be signed in. Nothing that is typed is sent.
    when_network_is_back(move || {
        if session.with_untracked(|session| *session == Session::Unknown) {
            open();
        }
    });
    // stays so while it is asked again, so that the message is not removed and shown again
    let unanswered = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) || opening.error().get().is_some()
    });
    complete_navigation();
    redirect_if_not_allowed();
    announce_arrival(unanswered);
    lead_home();
    focus::watch();
    Effect::new(move |_| {
        if let Session::Known(state) = &*session.read() {
            session::remember(state);
        }
    });
    let route = use_route();
    let view = Memo::new(move |before: Option<&MainView>| match &*session.read() {
        // as the page was opened; somebody whose screens were open is not shown the form
        Session::Unknown if !waiting && before.is_none_or(|view| *view == MainView::SignIn) => {
            MainView::SignIn
        }
        Session::Unknown => match route.get() {
            Some(route) if !route.is_for_everyone() => {
                if unanswered.get() {
                    MainView::Unreachable
                } else {
                    MainView::Waiting
                }
            }
            // they need no answer of the portal
            _ => MainView::Screens,
        },
        // also at an address that will be redirected to sign in: what is typed there already stays
        Session::Known(SessionState::SignedOut) => match route.get() {
            Some(route) if !route.is_for_everyone() => MainView::SignIn,
            _ => MainView::Screens,
        },
        Session::Known(_) => MainView::Screens,
    });
    Effect::new(move |_| {
        if opening.slow().get() {
            first_screen::waiting_words(&words::common::still_working_short().get());
        }
    });
    let changed = read_anew_for_another_person(open);
    fill_slots();
    first_screen::fill("header", move || {
        let account = Memo::new(move |_| session.read().account().cloned());
        move || {
            account
                .get()
                .map(|account| view! { <AccountMenu name=account.name email=account.email /> })
        }
    });
    first_screen::fill("main", move || {
        let someone_else = move || {
            (changed.get() && view.get() != MainView::SignIn)
                .then(|| view! { <Message tone=Tone::Error><p>{Problem::new(Code::OtherAccount).explain()}</p></Message> })
        };
        let content = move || {
            let view = view.get();
            if view != MainView::Waiting {
                first_screen::stop_waiting();
            }
            if view == MainView::SignIn {
                // its nodes are given other words where they stand, so that nothing typed is lost
                return (!startup.has_form())
                    .then(|| view! { <SignIn /> })
                    .into_any();
            }
            if view != MainView::Waiting {
                startup.remove_form();
                first_screen::clear_form();
            }
            match view {
                MainView::Waiting | MainView::SignIn => ().into_any(),
                MainView::Screens => screens(),
                MainView::Unreachable => {
                    let retry = UnsyncCallback::new(move |()| open());
                    view! { <Unreachable opening retry /> }.into_any()
                }
            }
        };
        view! {
            {someone_else}
            {content}
            <SessionEnding />
        }
    });
    Announcer::from_context().region()
}

/// Another account was signed in, in another window of this browser: asks who it is. True until that
/// person goes on to another screen.
fn read_anew_for_another_person(ask: impl Fn() + 'static) -> Memo<bool> {
    let session = use_session();
    let route = use_route();
    let navigator = use_navigator();
    let sign_out = SignOut::from_context();
    let changed = Memo::new(move |_| sign_out.reason() == Some(SignOutReason::OtherAccount));
    Effect::new(move |_| {
        if changed.get() && *session.read() == Session::Unknown {
            // what was under way in the dialog was the other person's
            if route.get_untracked() == Some(Route::CreateAppPassword) {
                navigator.go(Route::AppPasswords, Step::Replace);
            }
            ask();
        }
    });
    // out of the dialog and to sign in the page goes by itself
    Effect::new(move |before: Option<Option<Route>>| {
        let here = route.get();
        let by_itself =
            before == Some(Some(Route::CreateAppPassword)) || here == Some(Route::SignIn);
        if before.is_some_and(|before| before != here) && !by_itself && changed.get_untracked() {
            sign_out.forget();
        }
        here
    });
    changed
}

/// The prototype's places in the frame.
fn fill_slots() {
    let slots = Slots::from_context();
    if let Some(banner) = slots.banner {
        // In one go: between the two the page would move.
        first_screen::fill("banner", move || {
            first_screen::clear("banner");
            banner()
        });
    }
    for aside in slots.aside {
        first_screen::fill("beside", *aside);
    }
}
