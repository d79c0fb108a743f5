//! Errors as `application/problem+json`.

use crate::store::StoreError;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use contract::{Code, Problem};

/// Why a request was not done.
pub struct Failure {
    /// What the page is told.
    problem: Problem,
    /// The status, where another one than that of the code says more.
    status: Option<StatusCode>,
    /// What the operator is told.
    cause: Option<StoreError>,
}

impl Failure {
    /// The same problem under another status.
    pub fn with_status(code: Code, status: StatusCode) -> Self {
        Self {
            status: Some(status),
            ..Self::from(code)
        }
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self {
            problem,
            status: None,
            cause: None,
        }
    }
}

impl From<Code> for Failure {
    fn from(code: Code) -> Self {
        Self::from(Problem::new(code))
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let code = match error {
            StoreError::Unavailable(_) => Code::Unavailable,
            StoreError::Broken(_) => Code::Internal,
        };
        Self {
            cause: Some(error),
            ..Self::from(code)
        }
    }
}

impl IntoResponse for Failure {
    /// A reply without a body: [`super::request_id::attach`] writes the problem into it. A host finds
    /// the [`StoreError`] in the reply's extensions and logs it with the request's id.
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.problem.code.status());
        let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = self.status.unwrap_or(status).into_response();
        if let Some(wait) = self.problem.retry_after {
            let headers = response.headers_mut();
            headers.insert(header::RETRY_AFTER, HeaderValue::from(wait));
        }
        let extensions = response.extensions_mut();
        extensions.insert(self.problem);
        if let Some(cause) = self.cause {
            extensions.insert(cause);
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
pub async fn method_not_allowed() -> Failure {
    Failure::with_status(Code::NotFound, StatusCode::METHOD_NOT_ALLOWED)
}
