//! What the page knows of the session, and where a visitor is led because of it.

pub mod drafts;

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

    /// Whether the portal waits for a second factor.
    pub fn is_at_second_factor(&self) -> bool {
        matches!(self, Self::Known(SessionState::SecondFactor(_)))
    }

    /// Whoever is signed in, or is setting up a second factor to be.
    pub fn person(&self) -> Option<&Account> {
        match self {
            Self::Known(SessionState::SignedIn(account) | SessionState::SetUpRequired(account)) => {
                Some(account)
            }
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

/// Why the visitor is at sign in without having pressed sign out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The session ended by itself.
    Over,
    /// The browser did not keep the portal's cookie, so that there never was a session.
    CookieRefused,
}

/// Whether the session ended by itself while the person was using it: sign in says so, because
/// nobody pressed sign out.
#[derive(Clone, Copy)]
pub struct Ended {
    why: RwSignal<Option<Why>>,
    /// How often somebody signed in here.
    sign_ins: StoredValue<u32>,
}

impl Ended {
    /// Makes it available.
    pub fn provide() -> Self {
        let ended = Self {
            why: RwSignal::new(None),
            sign_ins: StoredValue::new(0),
        };
        provide_context(ended);
        ended
    }

    /// The one that was provided.
    pub fn from_context() -> Self {
        expect_context()
    }

    /// Notes that a reply said so.
    pub fn note(self, session: RwSignal<Session>) {
        self.note_why(session, Why::Over);
    }

    fn note_why(self, session: RwSignal<Session>, why: Why) {
        let was_open = session.with_untracked(
            |session| matches!(session, Session::Known(state) if *state != SessionState::SignedOut),
        );
        if was_open {
            self.why.set(Some(why));
        }
        enter(session, SessionState::SignedOut);
    }

    /// Somebody signed in: a session begins.
    pub fn signed_in(self) {
        self.sign_ins.try_update_value(|count| *count += 1);
        self.why.try_set(None);
    }

    /// Changes with every session that begins here, also if it is the same person's.
    pub fn sign_ins(self) -> Option<u32> {
        self.sign_ins.try_get_value()
    }

    /// Whether the session ended by itself, and nobody has signed in since.
    pub fn is_over(self) -> bool {
        self.why.try_get_untracked().flatten() == Some(Why::Over)
    }

    /// Tracks.
    pub fn get(self) -> Option<Why> {
        self.why.get()
    }
}

/// Right after signing in: asks once more who is there. Without the portal's cookie every further
/// request would lead back to sign in, and nobody would know why.
pub async fn check_cookie(api: Api, session: RwSignal<Session>, ended: Ended) {
    if let Ok(SessionState::SignedOut) = api.session().await {
        ended.note_why(session, Why::CookieRefused);
    }
}

/// Asks the portal where the visitor stands now. Errors are left to the caller to show.
pub async fn refresh(api: Api, session: RwSignal<Session>) -> Result<(), crate::api::ApiError> {
    enter(session, api.session().await?);
    Ok(())
}

/// Asks it when the page opens. Whoever signs in meanwhile is not signed out by an answer that is
/// older than that.
pub async fn begin(api: Api, session: RwSignal<Session>) -> Result<(), crate::api::ApiError> {
    let state = api.session().await?;
    if session.try_with_untracked(|session| *session == Session::Unknown) == Some(true) {
        enter(session, state);
    }
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
