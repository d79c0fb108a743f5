//! One short method per endpoint. Screens call these and know no path, header or status.

mod app_passwords;
mod error;
pub mod fetch;
pub mod lean;
pub mod prefetch;
mod second_factor;
mod security;
mod session;
pub mod transport;

pub use app_passwords::IdempotencyKey;
pub use error::ApiError;

use crate::clock;
use contract::{Code, Problem, Secret, SessionState, Timestamp, limits, paths};
use futures::future::{Either, LocalBoxFuture, select};
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use std::{pin::pin, time::Duration};
use transport::{AnyTransport, Reply, Request, TransportError, Verb};

/// Reads a session's state. The reader comes with the screens behind sign-in, so it may have to be
/// waited for.
pub type ReadState = fn(Secret) -> LocalBoxFuture<'static, ApiResult<SessionState>>;

/// What the API and the page's session tell each other.
#[derive(Clone, Copy)]
pub struct SessionHooks {
    /// Rises whenever somebody signs in or out: a late refusal to an old session must not end the one
    /// that was opened meanwhile.
    pub generation: fn() -> u32,
    /// The portal has answered what was asked at this moment: the session is in use.
    pub on_use: fn(Timestamp),
    /// The session ends in so many seconds, however busy it is.
    pub on_limit: fn(u32),
    /// The e-mail address of the person whom the page shows.
    pub account: UnsyncCallback<(), Option<String>>,
    /// A reply said that the session has expired.
    pub on_expired: UnsyncCallback<()>,
    /// A reply said that another account is signed in than the page shows.
    pub on_other_account: UnsyncCallback<()>,
}

/// The portal as the page sees it. Cheap to copy; found by [`Api::from_context`].
#[derive(Clone, Copy)]
pub struct Api {
    transport: StoredValue<AnyTransport, LocalStorage>,
    session: SessionHooks,
    read_state: ReadState,
    in_background: bool,
}

/// The answer of one call.
pub type ApiResult<T> = Result<T, ApiError>;

impl Api {
    /// Makes it available to every screen below.
    pub fn provide(transport: AnyTransport, session: SessionHooks, read_state: ReadState) -> Self {
        let api = Self {
            transport: StoredValue::new_local(transport),
            session,
            read_state,
            in_background: false,
        };
        provide_context(api);
        api
    }

    /// Reads it from context. Panics if it was not provided.
    pub fn from_context() -> Self {
        expect_context()
    }

    /// For what nobody asked for: a refusal of it ends no session, so that it leads away from nothing.
    /// The person's next request does.
    #[must_use]
    pub fn in_background(self) -> Self {
        Self {
            in_background: true,
            ..self
        }
    }

    async fn get<T: DeserializeOwned>(self, path: &str) -> ApiResult<T> {
        self.exchange(Verb::Get, path, vec![], None).await
    }

    async fn send<T: DeserializeOwned>(
        self,
        verb: Verb,
        path: &str,
        body: &impl Serialize,
    ) -> ApiResult<T> {
        self.exchange(verb, path, vec![], Some(to_json(body)?))
            .await
    }

    async fn exchange<T: DeserializeOwned>(
        self,
        verb: Verb,
        path: &str,
        headers: Vec<(&'static str, String)>,
        body: Option<Secret>,
    ) -> ApiResult<T> {
        let reply = self.ask(verb, path, headers, body).await?;
        let text = if reply.body.is_empty() {
            "null"
        } else {
            reply.body.expose()
        };
        serde_json::from_str(text).map_err(|_| ApiError::Unreadable(reply.status))
    }

    /// Sends a request and gives a reply that is no error. Reading is tried once more when the network
    /// did not answer: it changes nothing. Whatever changes something is left to the person.
    async fn ask(
        self,
        verb: Verb,
        path: &str,
        headers: Vec<(&'static str, String)>,
        body: Option<Secret>,
    ) -> ApiResult<Reply> {
        const BEFORE_THE_NEXT: Duration = Duration::from_millis(400);
        if verb == Verb::Get {
            match self.ask_once(verb, path, headers, body).await {
                Err(ApiError::Unreachable) => {
                    clock::wait(BEFORE_THE_NEXT).await;
                    self.ask_once(verb, path, vec![], None).await
                }
                result => result,
            }
        } else {
            self.ask_once(verb, path, headers, body).await
        }
    }

    async fn ask_once(
        self,
        verb: Verb,
        path: &str,
        mut headers: Vec<(&'static str, String)>,
        body: Option<Secret>,
    ) -> ApiResult<Reply> {
        // who is signed in is asked, and changed, whoever it is; signing out is for one person
        let is_for_anybody = path == paths::SESSION && verb != Verb::Delete;
        if !is_for_anybody && let Some(Some(email)) = self.session.account.try_run(()) {
            headers.push((paths::ACCOUNT, js_sys::encode_uri_component(&email).into()));
        }
        let Some(transport) = self.transport.try_get_value() else {
            return Err(ApiError::Unreachable);
        };
        let request = Request {
            verb,
            path: path.to_owned(),
            headers,
            body,
        };
        let generation = (self.session.generation)();
        let asked_at = clock::now();
        let answer = transport.send(request);
        let limit = pin!(clock::wait(Duration::from_secs(
            limits::REQUEST_SECONDS.into()
        )));
        let reply = match select(answer, limit).await {
            Either::Left((Ok(reply), _)) => reply,
            Either::Left((Err(TransportError::Unreachable), _)) => {
                return Err(ApiError::Unreachable);
            }
            Either::Left((Err(TransportError::Blocked), _)) => return Err(ApiError::Blocked),
            Either::Left((Err(TransportError::Incomplete), _)) => return Err(ApiError::Incomplete),
            Either::Right(((), _)) => return Err(ApiError::TimedOut),
        };
        if (200..300).contains(&reply.status) {
            (self.session.on_use)(asked_at);
            return Ok(reply);
        }
        let problem = problem_of(&reply)?;
        let same_session = generation == (self.session.generation)();
        match problem.code {
            // a password may be on the screen: the next request of the person finds it out
            _ if self.in_background || !same_session => {}
            Code::NoSession if path != paths::SESSION => {
                self.session.on_expired.try_run(());
            }
            Code::OtherAccount => {
                self.session.on_other_account.try_run(());
            }
            _ => {}
        }
        Err(ApiError::Problem(problem))
    }
}

/// What an error reply says. A proxy before the portal may have refused instead of it: then its
/// status and its `Retry-After` (RFC 9110, section 10.2.3) say enough.
fn problem_of(reply: &Reply) -> ApiResult<Problem> {
    if let Some(problem) = lean::problem(reply.body.expose()) {
        return Ok(Problem {
            retry_after: problem.retry_after.or(reply.retry_after),
            ..problem
        });
    }
    let code = match reply.status {
        429 => Code::TooManyTries,
        503 => Code::Unavailable,
        status => return Err(ApiError::Unreadable(status)),
    };
    Ok(Problem {
        retry_after: reply.retry_after,
        ..Problem::new(code)
    })
}

fn to_json(body: &impl Serialize) -> ApiResult<Secret> {
    // Every body is a plain struct of the contract, which always serialises.
    serde_json::to_string(body)
        .map(Secret::new)
        .map_err(|_| ApiError::Unreadable(0))
}
