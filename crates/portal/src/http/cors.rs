//! Cross-origin requests: the page may lie on a sibling host (design decision 8). Only the origins of
//! [`Settings::allowed_origins`] are answered, with credentials.

use crate::settings::Settings;
use axum::http::{HeaderName, HeaderValue, Method, header};
use contract::paths::{ACCOUNT, IDEMPOTENCY_ATTEMPT, IDEMPOTENCY_KEY, REQUEST_ID};
use std::time::Duration;
use tower_http::cors::{AllowOrigin, CorsLayer};

/// How long a browser may keep the answer to a preflight.
const MAX_AGE: Duration = Duration::from_secs(10 * 60);

/// Answers preflights, and lets the page read the replies.
pub fn layer(settings: &Settings) -> CorsLayer {
    let origins = settings.allowed_origins.iter();
    let origins = origins.filter_map(|origin| HeaderValue::try_from(origin).ok());
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
        .allow_credentials(true)
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::DELETE])
        .allow_headers([
            header::CONTENT_TYPE,
            HeaderName::from_static(ACCOUNT),
            HeaderName::from_static(IDEMPOTENCY_KEY),
            HeaderName::from_static(IDEMPOTENCY_ATTEMPT),
        ])
        .expose_headers([header::RETRY_AFTER, HeaderName::from_static(REQUEST_ID)])
        .max_age(MAX_AGE)
}
