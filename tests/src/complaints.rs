//! What the pages of WebKit complain about. Its driver has no way to read the console, so the host
//! puts a script into each page that it sends to `WebKit`, before all others.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// Gives what the page complained about; nothing in one that does not collect.
pub const READ: &str = "return globalThis.complaints ?? null";

const PATH: &str = "/__complaints.js";

/// Sends the script, and each page with the script in it.
pub async fn collect(mut request: Request, next: Next) -> Response {
    if request.uri().path() == PATH {
        let kind = [("content-type", "text/javascript")];
        return (kind, include_str!("complaints.js")).into_response();
    }
    let path = request.uri().path();
    if !is_webkit(request.headers()) || path.contains("/assets/") {
        return next.run(request).await;
    }
    // a page is changed on its way, so it comes as it is
    request.headers_mut().remove(header::ACCEPT_ENCODING);
    let reply = next.run(request).await;
    let kind = reply.headers().get(header::CONTENT_TYPE);
    if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return reply;
    }
    let (mut head, body) = reply.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    // every page begins with this
    let first = "<meta charset=";
    let script = format!("<script src=\"{PATH}\"></script>{first}");
    let text = String::from_utf8_lossy(&bytes).replacen(first, &script, 1);
    head.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(head, Body::from(text))
}

/// Chromium calls itself that as well, for old times' sake.
fn is_webkit(headers: &HeaderMap) -> bool {
    let agent = headers.get(header::USER_AGENT);
    agent
        .and_then(|agent| agent.to_str().ok())
        .is_some_and(|agent| agent.contains("AppleWebKit") && !agent.contains("Chrome"))
}
