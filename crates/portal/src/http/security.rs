//! `/security`: additional security verification.

use super::{
    body::Body,
    cookies,
    guard::{SetUpSession, SignedIn},
    problem::Failure,
};
use crate::{
    operations::{Confirmed, security},
    portal::Portal,
    store::Store,
};
use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use contract::{Code, Secret, SecuritySettings, UpdateSecurity};

pub async fn read<S: Store>(
    State(portal): State<Portal<S>>,
    SetUpSession(view): SetUpSession,
) -> Result<Json<SecuritySettings>, Failure> {
    let now = portal.now();
    let settings = portal
        .store()
        .read(&view.account, |aggregate| security::show(aggregate, now));
    Ok(Json(settings.await?.ok_or(Code::NoSession)?))
}

pub async fn update<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
    Body(body): Body<UpdateSecurity>,
) -> Result<Json<SecuritySettings>, Failure> {
    let settings = portal
        .change(&view.account, |aggregate, now| {
            security::set_preferred(aggregate, &view.token, body.preferred, now)
        })
        .await??;
    Ok(Json(settings))
}

/// The reply to a confirmation: the settings, and the session's new cookie if it was signed in
/// by it.
pub fn confirmed<S: Store>(portal: &Portal<S>, confirmed: Confirmed, token: &Secret) -> Response {
    let mut response = Json(confirmed.settings).into_response();
    if confirmed.rotated {
        cookies::set_session(&mut response, portal.settings().cookies, token);
    }
    response
}
