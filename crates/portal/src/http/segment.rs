//! The changing part of a path; one that is not text names nothing.

use super::problem::Failure;
use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use contract::Code;

/// The one changing segment of a path.
pub struct Segment(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Segment {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let path = Path::from_request_parts(parts, state).await;
        path.map(|Path(text)| Self(text))
            .map_err(|_| Code::NotFound.into())
    }
}
