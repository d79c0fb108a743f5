//! What surrounds every screen: header with the account menu, main, live region; and what happens on
//! arrival: title, announcement, focus, and being led elsewhere when signed out. The frame itself
//! stands in `index.html`; here its parts are filled.

pub mod account_menu;
pub mod navigation;
pub mod router;
pub mod slots;

use crate::{
    api::{Api, ApiError},
    config::Settings,
    frame::account_menu::AccountMenu,
    frame::navigation::{Step, href, use_navigator, use_route},
    frame::slots::Slots,
    routes::Route,
    screens::sign_in::SignIn,
    session::{self, Session, use_session},
    start::first_screen,
    start::{Asking, FirstForm},
    ui::{Announcer, Button, Look, Message, Task, Tone, network_is_lost, when_network_is_back},
    words::{self, text::Failure},
};
use contract::SessionState;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use wasm_bindgen::JsCast;

/// What stands in main.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The portal has not said who is there; the static page says that something is coming.
    Waiting,
    /// The portal did not say it.
    Unreachable,
    /// The sign-in form. It needs no answer of the portal.
    SignIn,
    /// Any other screen.
    Screens,
}

/// Fills the frame.
#[component]
pub fn Shell(
    /// Draws the screen of the address.
    screens: fn() -> AnyView,
) -> impl IntoView {
    let session = use_session();
    let api = Api::from_context();
    let asking = Asking::from_context();
    let opening = asking.task();
    let waiting = first_screen::is_waiting();
    let open = move || asking.ask(api, session);
    // Whoever opened the page without a network may be signed in. Nothing that is typed is sent.
    when_network_is_back(move || {
        if session.with_untracked(|session| *session == Session::Unknown) {
            open();
        }
    });
    // stays so while it is asked again: what stands there then is not taken away and put back
    let unanswered = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) || opening.error().get().is_some()
    });
    lead_to_where_one_may_be();
    announce_arrival(unanswered);
    lead_home();
    Effect::new(move |_| {
        if let Session::Known(state) = &*session.read() {
            first_screen::remember(state);
        }
    });
    let route = use_route();
    let stage = Memo::new(move |_| match &*session.read() {
        Session::Unknown if !waiting => Stage::SignIn,
        Session::Unknown if unanswered.get() => match route.get() {
            // they need no answer of the portal
            Some(route) if !route.is_for_everyone() => Stage::Unreachable,
            _ => Stage::Screens,
        },
        Session::Unknown => Stage::Waiting,
        // also at an address that will be led to sign in: what is typed there already stays
        Session::Known(SessionState::SignedOut) => match route.get() {
            Some(route) if !route.is_for_everyone() => Stage::SignIn,
            _ => Stage::Screens,
        },
        Session::Known(_) => Stage::Screens,
    });
    Effect::new(move |_| {
        if opening.slow().get() {
            first_screen::waiting_words(&words::common::still_working_short());
        }
    });
    fill_slots();
    first_screen::fill("header", move || {
        let account = Memo::new(move |_| session.read().account().cloned());
        move || {
            words::track();
            account
                .get()
                .map(|account| view! { <AccountMenu name=account.name email=account.email /> })
        }
    });
    let form = FirstForm::from_context();
    first_screen::fill("main", move || {
        move || {
            let stage = stage.get();
            if stage != Stage::Waiting {
                first_screen::stop_waiting();
            }
            if stage == Stage::SignIn {
                // its nodes are given other words where they stand, so that nothing typed is lost
                return (!form.is_there()).then(|| view! { <SignIn /> }).into_any();
            }
            if stage != Stage::Waiting {
                form.leave();
                first_screen::clear_form();
            }
            words::track();
            match stage {
                Stage::Waiting | Stage::SignIn => ().into_any(),
                Stage::Screens => screens(),
                Stage::Unreachable => {
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
            anew(banner)
        });
    }
    for aside in slots.aside {
        first_screen::fill("beside", move || anew(*aside));
    }
}

/// Draws a place anew when the language changes.
fn anew(draw: fn() -> AnyView) -> impl IntoView {
    move || {
        words::track();
        draw()
    }
}

/// What stands in place of a screen behind sign-in when the portal does not say who is there. Without
/// a network it is nobody's failure: the screen's own title, and that it comes by itself.
#[component]
fn Unreachable(
    /// Asking who is there.
    opening: Task<ApiError>,
    /// Asks again.
    retry: UnsyncCallback<()>,
) -> impl IntoView {
    let lost = network_is_lost();
    let route = use_route();
    let said = Memo::new(move |before: Option<&Option<String>>| {
        let now = opening.error().get().map(|error| error.explain());
        now.or_else(|| before.cloned().flatten())
    });
    move || {
        if lost.get() {
            let title = route
                .get()
                .map_or_else(words::routes::not_found, Route::title);
            return view! {
                <h1>{title}</h1>
                <Message tone=Tone::Note><p>{words::offline::waits()}</p></Message>
            }
            .into_any();
        }
        view! {
            <h1>{words::shell::unreachable_title()}</h1>
            <Message tone=Tone::Error>
                <p>{move || said.get()}</p>
                <Button look=Look::Secondary pending=opening.pending() on_press=retry>{words::common::try_again()}</Button>
            </Message>
        }
        .into_any()
    }
}

/// The brand leads to the tiles, or to sign in.
fn lead_home() {
    let session = use_session();
    let (tiles, sign_in) = (href(Route::Apps), href(Route::SignIn));
    Effect::new(move |_| {
        let home = match &*session.read() {
            Session::Known(SessionState::SignedIn(_)) => &tiles,
            _ => &sign_in,
        };
        if let Some(brand) = document().query_selector(".header__brand").ok().flatten() {
            // Setting an attribute with a valid name does not fail.
            let _ = brand.set_attribute("href", home);
        }
    });
}

/// Leads a visitor who may not be here to where they may, and remembers where they wanted to go.
fn lead_to_where_one_may_be() {
    let session = use_session();
    let route = use_route();
    let query = use_query_map();
    let navigator = use_navigator();
    Effect::new(move |_| {
        let (Some(route), Session::Known(state)) = (route.get(), session.get()) else {
            return;
        };
        let query = query.get_untracked();
        let wanted = session::wanted(&query);
        let Some(target) = route.redirect(&state, wanted) else {
            return;
        };
        let remembered = if route.worth_returning_to() {
            Some(route)
        } else {
            wanted
        };
        let query = match (remembered, &state) {
            (_, SessionState::SignedIn(_)) | (None, _) => String::new(),
            (Some(wanted), _) => format!("?{}={}", session::RETURN_PARAMETER, wanted.path()),
        };
        navigator.go_with(target, &query, Step::Replace);
    });
}

/// On arrival: the window's title, and the focus on the screen's heading, which a screen reader then
/// reads. Not on the first screen of a visit: there the browser itself announces the page.
fn announce_arrival(
    // the portal does not say who is there
    unanswered: Memo<bool>,
) {
    let route = use_route();
    let session = use_session();
    let brand = Settings::from_context().brand();
    Effect::new(move |before: Option<Option<Route>>| {
        let here = route.get();
        let ready = session.with(|session| *session != Session::Unknown);
        if !ready && !unanswered.get() {
            return None;
        }
        words::track();
        let title = here.map_or_else(words::routes::not_found, Route::title);
        first_screen::set_title(&words::shell::window_title(&title, &brand));
        let stays = matches!(
            (before.flatten(), here),
            (
                Some(Route::AppPasswords | Route::CreateAppPassword),
                Some(Route::AppPasswords | Route::CreateAppPassword)
            )
        );
        if before.flatten().is_some() && before.flatten() != here && !stays {
            focus_heading();
        }
        here
    });
}

/// Moves the focus to the screen's heading, once the screen is drawn; a field that asked for the
/// focus itself keeps it.
fn focus_heading() {
    request_animation_frame(|| {
        let focus_is_in_main = document().active_element().is_some_and(|focused| {
            focused
                .closest("main, dialog")
                .ok()
                .flatten()
                .is_some_and(|_| focused.id() != "main")
        });
        if focus_is_in_main {
            return;
        }
        let heading = document().query_selector("main h1").ok().flatten();
        if let Some(heading) =
            heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok())
        {
            heading.set_tab_index(-1);
            // Focusing an element that is in the page does not fail.
            let _ = heading.focus();
        }
    });
}
