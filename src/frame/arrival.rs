//! What happens on arrival at a screen: redirects, the window's title, the focus.

use crate::{
    config::Settings,
    routes::{
        Route,
        navigation::{Step, href, use_navigator, use_route},
    },
    session::{self, Session, use_session},
    start::first_screen,
    ui::focus,
    words,
};
use contract::SessionState;
use leptos::prelude::*;
use leptos_router::{
    hooks::{use_location, use_query_map},
    location::{BrowserUrl, LocationProvider},
};

/// Writes the path of a link that was followed into the address bar, once its screen is chosen. The
/// router leaves that to components of its own, which this page does without.
pub fn complete_navigation() {
    let address: BrowserUrl = expect_context();
    let path = use_location().pathname;
    Effect::new(move |_| {
        path.track();
        address.ready_to_complete();
    });
}

/// Redirects a visitor who may not be here, and remembers where they wanted to go.
pub fn redirect_if_not_allowed() {
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

/// The brand leads to the tiles, or to sign in.
pub fn lead_home() {
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

/// On arrival: the window's title, and the focus on the screen's heading, which a screen reader then
/// reads. Not on the first screen of a visit: there the browser itself announces the page.
pub fn announce_arrival(
    // the portal does not say who is signed in
    unanswered: Memo<bool>,
) {
    let route = use_route();
    let session = use_session();
    let brand = Settings::from_context().brand();
    Effect::new(move |before: Option<Option<Route>>| {
        let here = route.get();
        let ready = session.with(|session| *session != Session::Unknown)
            || here.is_none_or(Route::is_for_everyone);
        if !ready && !unanswered.get() {
            return None;
        }
        let title = here.map_or_else(words::routes::not_found, Route::title);
        first_screen::set_title(&words::shell::window_title(title, &brand).get());
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
        focus::heading_of_screen();
    });
}
