//! Errors as `application/problem+json`.

use crate::store::StoreError;
use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use contract::{Code, Problem, problem::MEDIA_TYPE};

/// Why a request was not done.
pub struct Failure(pub Problem);

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

impl From<Code> for Failure {
    fn from(code: Code) -> Self {
        Self(Problem::new(code))
    }
}

/// The reason stays inside: it is for the operator. A store that wants it logged logs it.
impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::from(match error {
            StoreError::Unavailable(_) => Code::Unavailable,
            StoreError::Broken(_) => Code::Internal,
        })
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let Self(problem) = self;
        let status = StatusCode::from_u16(problem.code.status());
        let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let wait = problem.retry_after.map(HeaderValue::from);
        let mut response = (status, Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
        if let Some(wait) = wait {
            headers.insert(header::RETRY_AFTER, wait);
        }
        response
    }
}

/// For paths that do not exist.
pub async fn not_found() -> Failure {
    Failure::from(Code::NotFound)
}

/// For methods that a path does not have: there is nothing for that method here, so it says
/// `not_found`, with the status that RFC 9110 asks for. axum adds `Allow`.
pub async fn method_not_allowed() -> Response {
    let mut response = Failure::from(Code::NotFound).into_response();
    *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
    response
}
