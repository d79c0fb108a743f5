//! The id of a request: in every problem and in a header, so that a person can name it to an operator
//! who finds it in the logs.

use crate::{portal::Portal, rules::token, store::Store};
use axum::{
    Json,
    extract::{Request, State},
    http::{HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use contract::{Problem, paths::REQUEST_ID, problem::MEDIA_TYPE};

/// The id of a request. A host that gives each request an id (for its logs, say) adds this as a request
/// extension. Without it the portal draws one for a request that ends in a problem, and for no other:
/// drawing is not free, and in a made-up scenario with seeded randomness a request that is repeated
/// while a phone rings must not change the next password.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// Writes the problem that [`super::problem::Failure`] left in a reply's extensions, with the request's
/// id.
pub async fn attach<S: Store>(
    State(portal): State<Portal<S>>,
    request: Request,
    next: Next,
) -> Response {
    let given = request.extensions().get::<RequestId>().cloned();
    let mut response = next.run(request).await;
    let problem = response.extensions_mut().remove::<Problem>();
    let id = match (given, &problem) {
        (Some(given), _) => given.0,
        (None, Some(_)) => token::id(portal.ports().random.as_ref()),
        (None, None) => return response,
    };
    if let Ok(id) = HeaderValue::try_from(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    match problem {
        Some(problem) => written(response, problem, id),
        None => response,
    }
}

fn written(response: Response, mut problem: Problem, id: String) -> Response {
    problem.request_id = Some(id);
    let (parts, _) = response.into_parts();
    let mut response = (parts, Json(problem)).into_response();
    let media_type = HeaderValue::from_static(MEDIA_TYPE);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, media_type);
    response
}
