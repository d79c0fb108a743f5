//! What surrounds every screen: header with the account menu, main, live region. The frame itself is
//! in `index.html`; here its parts are filled.

pub mod account_menu;
mod arrival;
pub mod router;
pub mod startup;
mod unreachable;

use crate::{
    api::Api,
    frame::{
        account_menu::AccountMenu,
        arrival::{announce_arrival, complete_navigation, lead_home, redirect_if_not_allowed},
        startup::Startup,
        unreachable::Unreachable,
    },
    routes::navigation::use_route,
    screens::sign_in::SignIn,
    session::{self, Session, use_session},
    slots::Slots,
    start::first_screen,
    ui::{Announcer, when_network_is_back},
    words,
};
use contract::SessionState;
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
    Effect::new(move |_| {
        if let Session::Known(state) = &*session.read() {
            session::remember(state);
        }
    });
    let route = use_route();
    let view = Memo::new(move |_| match &*session.read() {
        Session::Unknown if !waiting => MainView::SignIn,
        Session::Unknown if unanswered.get() => match route.get() {
            // they need no answer of the portal
            Some(route) if !route.is_for_everyone() => MainView::Unreachable,
            _ => MainView::Screens,
        },
        Session::Unknown => MainView::Waiting,
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
        move || {
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
        }
    });
    Announcer::from_context().region()
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
