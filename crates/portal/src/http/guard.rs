//! The session of a request: three kinds, as extractors. They refuse early and spare an operation its
//! unit of work; the operation checks again inside it.

use super::{cookies, problem::Failure};
use crate::{
    operations::sessions::Access,
    portal::Portal,
    records::{AccountId, SessionView, TokenDigest},
    rules::token,
    store::{Store, StoreError},
};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};
use contract::{Code, paths};
use percent_encoding::percent_decode;

/// The session of a request, if it has one that has not ended. Refreshes the idle timeout.
pub async fn current<S: Store>(
    portal: &Portal<S>,
    headers: &HeaderMap,
) -> Result<Option<SessionView>, StoreError> {
    match session_token(portal, headers) {
        Some(token) => portal.use_session(&token).await,
        None => Ok(None),
    }
}

/// Refuses a session that is another account's than the page believes: in another tab of the same
/// browser, somebody else signed in.
pub fn check_account(headers: &HeaderMap, view: &SessionView) -> Result<(), Code> {
    let Some(believed) = headers.get(paths::ACCOUNT) else {
        return Ok(());
    };
    let believed = percent_decode(believed.as_bytes()).decode_utf8_lossy();
    if AccountId::of(&believed) == view.account {
        Ok(())
    } else {
        Err(Code::OtherAccount)
    }
}

/// The digest of the session token that a request carries, valid or not.
pub fn session_token<S: Store>(portal: &Portal<S>, headers: &HeaderMap) -> Option<TokenDigest> {
    let token = cookies::read(headers, portal.settings().cookies.session);
    token.as_ref().map(token::digest)
}

/// Any session, its second factor outstanding or not.
pub struct AnySession(pub SessionView);

/// A session that may set up a second factor: signed in, or to set up its first.
pub struct SetUpSession(pub SessionView);

/// A session to which everything is open.
pub struct SignedIn(pub SessionView);

async fn require<S: Store>(
    parts: &Parts,
    portal: &Portal<S>,
    access: Option<Access>,
) -> Result<SessionView, Failure> {
    let view = current(portal, &parts.headers).await?;
    let view = view.ok_or(Code::NoSession)?;
    check_account(&parts.headers, &view)?;
    access.map_or(Ok(()), |access| access.check(view.stage))?;
    Ok(view)
}

impl<S: Store> FromRequestParts<Portal<S>> for AnySession {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal<S>) -> Result<Self, Failure> {
        require(parts, portal, None).await.map(Self)
    }
}

impl<S: Store> FromRequestParts<Portal<S>> for SetUpSession {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal<S>) -> Result<Self, Failure> {
        let view = require(parts, portal, Some(Access::SetUp)).await?;
        Ok(Self(view))
    }
}

impl<S: Store> FromRequestParts<Portal<S>> for SignedIn {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal<S>) -> Result<Self, Failure> {
        let view = require(parts, portal, Some(Access::SignedIn)).await?;
        Ok(Self(view))
    }
}
