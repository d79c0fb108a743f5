//! What the page knows of the session, and where a visitor is redirected because of it.

pub mod drafts;

use crate::clock;
use crate::{
    api::{Api, ApiError, SessionHooks},
    routes::Route,
    start::boot,
};
use contract::{
    Account, SessionState, Timestamp,
    limits::{SESSION_IDLE_SECONDS, SESSION_TOUCH_SECONDS},
};
use leptos::prelude::*;
use std::{cell::Cell, mem};

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
    USED_AT.set(clock::now());
    LIMIT.set(NO_LIMIT);
    let session = RwSignal::new(Session::Unknown);
    provide_context(session);
    session
}

/// Reads the session signal from context. Panics if it was not provided.
pub fn use_session() -> RwSignal<Session> {
    expect_context()
}

thread_local! {
    static GENERATION: Cell<u32> = const { Cell::new(0) };
    static HELD: Cell<bool> = const { Cell::new(false) };
    /// When this window last asked the portal for something that it gave.
    static USED_AT: Cell<Timestamp> = const { Cell::new(Timestamp(0)) };
    /// When the session ends however busy it is.
    static LIMIT: Cell<Timestamp> = const { Cell::new(NO_LIMIT) };
}

/// The portal has not said when the session ends.
const NO_LIMIT: Timestamp = Timestamp(i64::MAX);

/// When the session ends by itself, as far as this window knows (another may have used it since), and
/// whether it ends then however busy it is.
pub fn ends_at() -> (Timestamp, bool) {
    let idle = USED_AT
        .get()
        .plus(SESSION_IDLE_SECONDS - SESSION_TOUCH_SECONDS);
    let limit = LIMIT.get();
    (idle.min(limit), limit <= idle)
}

/// While something is on the screen that would be lost, no reply leads away from it: what the person
/// does next finds out how the session is.
pub fn hold(held: bool) {
    HELD.set(held);
}

/// Notes a state that a reply carried.
pub fn enter(session: RwSignal<Session>, state: SessionState) {
    let now = Session::Known(state);
    let stage_of = |session: &Session| match session {
        Session::Unknown => None,
        Session::Known(state) => Some(mem::discriminant(state)),
    };
    // The same state again would re-render the screen, and what is typed on it would be lost: a late
    // reply says "signed out" to somebody who is typing the password.
    let change = session
        .try_with_untracked(|before| (*before != now).then(|| stage_of(before) != stage_of(&now)))
        .flatten();
    if let Some(is_another) = change {
        GENERATION.set(GENERATION.get().wrapping_add(u32::from(is_another)));
        session.try_set(now);
    }
}

/// What the API needs of the session, and tells it.
pub fn hooks(session: RwSignal<Session>, sign_out: SignOut) -> SessionHooks {
    SessionHooks {
        generation: || GENERATION.get(),
        on_use: |at| USED_AT.set(at),
        on_limit: |seconds| LIMIT.set(clock::after(seconds)),
        account: UnsyncCallback::new(move |()| {
            session
                .try_with_untracked(|session| session.person().map(|person| person.email.clone()))
                .flatten()
        }),
        on_expired: UnsyncCallback::new(move |()| {
            sign_out.note(session, SignOutReason::Expired);
        }),
        on_other_account: UnsyncCallback::new(move |()| {
            if HELD.get() {
                return;
            }
            sign_out.0.try_set(Some(SignOutReason::OtherAccount));
            GENERATION.set(GENERATION.get().wrapping_add(1));
            session.try_set(Session::Unknown);
        }),
    }
}

/// Why the page does not show the person any more who has not pressed sign out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignOutReason {
    /// The session expired.
    Expired,
    /// The browser did not keep the portal's cookie, so that there never was a session.
    CookieRefused,
    /// Another account was signed in to this browser.
    OtherAccount,
}

/// Why the session ended, if the person did not end it: the sign-in screen says so, or the screen of
/// the other person.
#[derive(Clone, Copy)]
pub struct SignOut(RwSignal<Option<SignOutReason>>);

impl SignOut {
    /// Makes it available.
    pub fn provide() -> Self {
        let sign_out = Self(RwSignal::new(None));
        provide_context(sign_out);
        sign_out
    }

    /// Reads it from context. Panics if it was not provided.
    pub fn from_context() -> Self {
        expect_context()
    }

    /// Signs the page out for this reason.
    fn note(self, session: RwSignal<Session>, reason: SignOutReason) {
        if HELD.get() {
            return;
        }
        let was_open = session.with_untracked(
            |session| matches!(session, Session::Known(state) if *state != SessionState::SignedOut),
        );
        if was_open {
            self.0.set(Some(reason));
        }
        enter(session, SessionState::SignedOut);
    }

    /// Signed in again.
    pub fn forget(self) {
        self.0.try_set(None);
    }

    /// Whether the session expired, and nobody has signed in since.
    pub fn is_expired(self) -> bool {
        self.0.try_get_untracked().flatten() == Some(SignOutReason::Expired)
    }

    /// The reason. Tracks.
    pub fn reason(self) -> Option<SignOutReason> {
        self.0.get()
    }
}

/// Tells the boot script of the next visit whether somebody was signed in, and that of a reload
/// whether somebody is on the way there: no secret, only what decides which screen is painted first.
pub fn remember(state: &SessionState) {
    const HINT: &str = "signed-in";
    let hint = |is_so: bool| is_so.then_some("1");
    let signed_in = matches!(state, SessionState::SignedIn(_));
    boot::device().set(HINT, hint(signed_in));
    // another day nobody is on the way any more
    let on_the_way = !signed_in && *state != SessionState::SignedOut;
    boot::tab().set(HINT, hint(on_the_way));
}

/// Right after signing in: asks once more who is there. Without the portal's cookie every further
/// request would lead back to sign in, and nobody would know why.
pub async fn check_cookie(api: Api, session: RwSignal<Session>, sign_out: SignOut) {
    if let Ok(SessionState::SignedOut) = api.session().await {
        sign_out.note(session, SignOutReason::CookieRefused);
    }
}

/// Asks the portal where the visitor stands now. Errors are left to the caller to show.
pub async fn refresh(api: Api, session: RwSignal<Session>) -> Result<(), ApiError> {
    enter(session, api.session().await?);
    Ok(())
}

/// Asks it so that the session goes on, if it has not ended yet.
pub async fn stay(api: Api, session: RwSignal<Session>, sign_out: SignOut) -> Result<(), ApiError> {
    match api.session().await? {
        SessionState::SignedOut => sign_out.note(session, SignOutReason::Expired),
        state => enter(session, state),
    }
    Ok(())
}

/// Asks it when the page opens. Whoever signs in meanwhile is not signed out by an answer that is
/// older than that.
pub async fn begin(api: Api, session: RwSignal<Session>) -> Result<(), ApiError> {
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
