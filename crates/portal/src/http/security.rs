//! `/security`: additional security verification.

use super::{
    body::Body,
    cookies,
    guard::{SetUpSession, SignedIn},
    problem::Failure,
};
use crate::{
    portal::Portal,
    rules::{security, token::TokenDigest},
    store::{AccountRecord, SessionView, Store, StoreError},
};
use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use contract::{Secret, SecuritySettings, UpdateSecurity};

pub async fn read<S: Store>(
    State(portal): State<Portal<S>>,
    SetUpSession(view): SetUpSession,
) -> Result<Json<SecuritySettings>, Failure> {
    Ok(shown(&portal, &view.account).await?)
}

pub async fn update<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
    Body(body): Body<UpdateSecurity>,
) -> Result<Json<SecuritySettings>, Failure> {
    let account = portal
        .store()
        .set_preferred(&view.account.id, body.preferred)
        .await??;
    Ok(shown(&portal, &account).await?)
}

/// An account's settings as the page sees them.
pub async fn shown<S: Store>(
    portal: &Portal<S>,
    account: &AccountRecord,
) -> Result<Json<SecuritySettings>, StoreError> {
    let trusted = portal
        .store()
        .count_trusted_devices(&account.id, portal.now())
        .await?;
    Ok(Json(security::view(account, trusted)))
}

/// The reply to a confirmation: the settings, and the session's new cookie if it was signed in
/// by it.
pub async fn confirmed<S: Store>(
    portal: &Portal<S>,
    view: &SessionView,
    next: &Secret,
) -> Result<Response, Failure> {
    let mut response = shown(portal, &view.account).await?.into_response();
    if view.token == TokenDigest::of(next) {
        cookies::set_session(&mut response, portal.settings().cookies, next);
    }
    Ok(response)
}
