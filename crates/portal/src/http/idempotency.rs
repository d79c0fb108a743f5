//! The two headers that every create needs.

use super::problem::Failure;
use axum::{extract::FromRequestParts, http::request::Parts};
use contract::{
    Code,
    paths::{IDEMPOTENCY_ATTEMPT, IDEMPOTENCY_KEY},
};

/// Which create it is, and which attempt at it.
pub struct Idempotency {
    /// 8 to 128 visible ASCII characters.
    pub key: String,
    /// From 1; 1 if not given.
    pub attempt: u32,
}

impl<S: Sync> FromRequestParts<S> for Idempotency {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let text = |name| {
            let value = parts.headers.get(name);
            value
                .map(|value| value.to_str().map_err(|_| Code::Malformed))
                .transpose()
        };
        let key = text(IDEMPOTENCY_KEY)?.ok_or(Code::Malformed)?;
        let attempt = text(IDEMPOTENCY_ATTEMPT)?
            .unwrap_or("1")
            .parse()
            .map_err(|_| Code::Malformed)?;
        let visible = key.bytes().all(|byte| byte.is_ascii_graphic());
        if !visible || !(8..=128).contains(&key.len()) || attempt == 0 {
            return Err(Code::Malformed.into());
        }
        Ok(Self {
            key: key.to_owned(),
            attempt,
        })
    }
}
