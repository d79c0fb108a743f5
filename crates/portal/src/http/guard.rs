//! Who is asking: three kinds of session, as extractors.

use super::{cookies, problem::Failure};
use crate::{
    portal::Portal,
    rules::token::TokenDigest,
    store::{SessionView, Stage, Store, StoreError},
};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};
use contract::Code;

/// The session of a request, if it has one that lasts. Counts as a sign of life.
pub async fn current<S: Store>(
    portal: &Portal<S>,
    headers: &HeaderMap,
) -> Result<Option<SessionView>, StoreError> {
    match token(portal, headers) {
        Some(token) => portal.store().use_session(&token, portal.now()).await,
        None => Ok(None),
    }
}

/// The digest of the session token that a request carries, worth something or not.
pub fn token<S: Store>(portal: &Portal<S>, headers: &HeaderMap) -> Option<TokenDigest> {
    cookies::read(headers, portal.settings().cookies.session).map(|token| TokenDigest::of(&token))
}

/// Any session, its second factor outstanding or not.
pub struct AnySession(pub SessionView);

/// A session that may set up a second factor: signed in, or to set up its first.
pub struct SetUpSession(pub SessionView);

/// A session to which everything is open.
pub struct SignedIn(pub SessionView);

impl<S: Store> FromRequestParts<Portal<S>> for AnySession {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal<S>) -> Result<Self, Failure> {
        let view = current(portal, &parts.headers).await?;
        Ok(Self(view.ok_or(Code::NoSession)?))
    }
}

impl<S: Store> FromRequestParts<Portal<S>> for SetUpSession {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal<S>) -> Result<Self, Failure> {
        let AnySession(view) = AnySession::from_request_parts(parts, portal).await?;
        match view.session.stage {
            Stage::SignedIn | Stage::SetUp => Ok(Self(view)),
            Stage::SecondFactor(_) => Err(Code::SecondFactorRequired.into()),
        }
    }
}

impl<S: Store> FromRequestParts<Portal<S>> for SignedIn {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal<S>) -> Result<Self, Failure> {
        let AnySession(view) = AnySession::from_request_parts(parts, portal).await?;
        match view.session.stage {
            Stage::SignedIn => Ok(Self(view)),
            Stage::SetUp | Stage::SecondFactor(_) => Err(Code::SecondFactorRequired.into()),
        }
    }
}
