//! A JSON body; whatever is wrong with it is `malformed`.

use super::problem::Failure;
use axum::{
    Json,
    extract::{FromRequest, Request},
};
use contract::Code;
use serde::de::DeserializeOwned;

/// A request's body.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        // The reason is dropped: it would repeat what was sent, and that may be a password.
        let json = Json::from_request(request, state).await;
        json.map(|Json(body)| Self(body))
            .map_err(|_| Failure::from(Code::Malformed))
    }
}
