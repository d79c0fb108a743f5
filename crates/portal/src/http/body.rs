//! A JSON body; whatever is wrong with it is `malformed`.

use super::problem::Failure;
use axum::{
    Json,
    extract::{FromRequest, Request, rejection::JsonRejection},
    http::StatusCode,
};
use contract::Code;
use serde::de::DeserializeOwned;

/// A request's body.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let json = Json::from_request(request, state).await;
        json.map(|Json(body)| Self(body))
            .map_err(|rejection| refusal(&rejection))
    }
}

/// The reason is dropped: it would repeat what was sent, and that may be a password. The status stays
/// where it says more than `malformed`: the body is too large, or is not JSON.
fn refusal(rejection: &JsonRejection) -> Failure {
    match rejection.status() {
        status @ (StatusCode::PAYLOAD_TOO_LARGE | StatusCode::UNSUPPORTED_MEDIA_TYPE) => {
            Failure::with_status(Code::Malformed, status)
        }
        _ => Failure::from(Code::Malformed),
    }
}
