//! What the page knows of the session, and where a visitor is led because of it.

use crate::{api::Api, routes::Route};
use contract::{Account, SessionState};
use leptos::prelude::*;

/// What the page knows. `Unknown` is not "signed out": nothing is decided on it.
#[derive(Clone, Debug, PartialEq)]
pub enum Session {
    /// The portal has not answered yet.
    Unknown,
    /// The portal said so.
    Known(SessionState),
}

impl Session {
    /// Whoever is signed in completely.
    pub fn account(&self) -> Option<&Account> {
        match self {
            Self::Known(SessionState::SignedIn(account)) => Some(account),
            _ => None,
        }
    }
}

/// The session signal, for every screen below.
pub fn provide() -> RwSignal<Session> {
    let session = RwSignal::new(Session::Unknown);
    provide_context(session);
    session
}

/// The session signal.
pub fn use_session() -> RwSignal<Session> {
    expect_context()
}

/// Notes a state that a reply carried.
pub fn enter(session: RwSignal<Session>, state: SessionState) {
    let now = Session::Known(state);
    // Telling the same again would draw the screen anew, and what is typed on it would be lost: a
    // late reply says "signed out" to somebody who is typing the password.
    if session.try_with_untracked(|before| *before != now) == Some(true) {
        session.try_set(now);
    }
}

/// Whether the session ended by itself while the person was using it: sign in says so, because
/// nobody pressed sign out.
#[derive(Clone, Copy)]
pub struct Ended(RwSignal<bool>);

impl Ended {
    /// Makes it available.
    pub fn provide() -> Self {
        let ended = Self(RwSignal::new(false));
        provide_context(ended);
        ended
    }

    /// The one that was provided.
    pub fn from_context() -> Self {
        expect_context()
    }

    /// Notes that a reply said so.
    pub fn note(self, session: RwSignal<Session>) {
        let was_open = session.with_untracked(
            |session| matches!(session, Session::Known(state) if *state != SessionState::SignedOut),
        );
        if was_open {
            self.0.set(true);
        }
        enter(session, SessionState::SignedOut);
    }

    /// Signed in again.
    pub fn forget(self) {
        self.0.try_set(false);
    }

    /// Tracks.
    pub fn get(self) -> bool {
        self.0.get()
    }
}

/// Asks the portal where the visitor stands. Errors are left to the caller to show.
pub async fn refresh(api: Api, session: RwSignal<Session>) -> Result<(), crate::api::ApiError> {
    enter(session, api.session().await?);
    Ok(())
}

/// The name of the query parameter that holds where a visitor wanted to go: a known path, never an
/// address, so that it cannot lead to another site.
pub const RETURN_PARAMETER: &str = "return";

/// Reads [`RETURN_PARAMETER`] from a query.
pub fn wanted(query: &leptos_router::params::ParamsMap) -> Option<Route> {
    query
        .get(RETURN_PARAMETER)
        .and_then(|path| Route::at(&path))
}
