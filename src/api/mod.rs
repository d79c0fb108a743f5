//! One short method per endpoint. Screens call these and know no path, header or status.

mod app_passwords;
mod error;
#[cfg(feature = "production")]
pub mod fetch;
mod second_factor;
mod security;
mod session;
pub mod transport;

pub use app_passwords::IdempotencyKey;
pub use error::ApiError;

use crate::session::{Ended, Session};
use contract::{Problem, Secret, limits, paths};
use futures::future::{Either, select};
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use std::{pin::pin, time::Duration};
use transport::{AnyTransport, Request, TransportError, Verb};

/// The portal as the page sees it. Cheap to copy; found by [`Api::from_context`].
#[derive(Clone, Copy)]
pub struct Api {
    transport: StoredValue<AnyTransport, LocalStorage>,
    session: RwSignal<Session>,
    ended: Ended,
}

/// The answer of one call.
pub type ApiResult<T> = Result<T, ApiError>;

impl Api {
    /// Makes it available to every screen below. A reply that says the session is over is told to
    /// `session`, so that the page leads to sign in from wherever it is.
    pub fn provide(transport: AnyTransport, session: RwSignal<Session>) -> Self {
        let api = Self {
            transport: StoredValue::new_local(transport),
            session,
            ended: Ended::provide(),
        };
        provide_context(api);
        api
    }

    /// The one that was provided.
    pub fn from_context() -> Self {
        expect_context()
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
        let Some(transport) = self.transport.try_get_value() else {
            return Err(ApiError::Unreachable);
        };
        let request = Request {
            verb,
            path: path.to_owned(),
            headers,
            body,
        };
        let asked_in = self.session.try_get_untracked();
        let answer = transport.send(request);
        let limit = pin!(crate::clock::wait(Duration::from_secs(
            limits::REQUEST_SECONDS.into()
        )));
        let reply = match select(answer, limit).await {
            Either::Left((Ok(reply), _)) => reply,
            Either::Left((Err(TransportError::Unreachable), _)) => {
                return Err(ApiError::Unreachable);
            }
            Either::Right(((), _)) => return Err(ApiError::TimedOut),
        };
        if (200..300).contains(&reply.status) {
            let text = if reply.body.is_empty() {
                "null"
            } else {
                reply.body.expose()
            };
            return serde_json::from_str(text).map_err(|_| ApiError::Unreadable(reply.status));
        }
        let problem: Problem = serde_json::from_str(reply.body.expose())
            .map_err(|_| ApiError::Unreadable(reply.status))?;
        // A late refusal to an old session must not end the one that was opened meanwhile.
        let same_session = asked_in == self.session.try_get_untracked();
        if problem.code == contract::Code::NoSession && path != paths::SESSION && same_session {
            self.ended.note(self.session);
        }
        Err(ApiError::Problem(problem))
    }
}

fn to_json(body: &impl Serialize) -> ApiResult<Secret> {
    // Every body is a plain struct of the contract, which always serialises.
    serde_json::to_string(body)
        .map(Secret::new)
        .map_err(|_| ApiError::Unreadable(0))
}
