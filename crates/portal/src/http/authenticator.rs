//! `/security/authenticator`: set up, confirm, remove.

use super::{
    body::Body,
    guard::{SetUpSession, SignedIn},
    problem::Failure,
    security,
};
use crate::{
    operations::authenticator,
    portal::Portal,
    rules::{token, totp},
    store::Store,
};
use axum::{Json, extract::State, response::Response};
use contract::{AuthenticatorSetUp, ConfirmCode, SecuritySettings};

pub async fn start<S: Store>(
    State(portal): State<Portal<S>>,
    SetUpSession(view): SetUpSession,
) -> Result<Json<AuthenticatorSetUp>, Failure> {
    let ports = portal.ports();
    let key = totp::generate_key(ports.random.as_ref());
    portal
        .change(&view.account, |aggregate, now| {
            authenticator::start(aggregate, &view.token, &key, ports.sealer.as_ref(), now)
        })
        .await??;
    let address = totp::address(&portal.settings().issuer, &view.person.email, &key);
    Ok(Json(AuthenticatorSetUp { key, address }))
}

pub async fn confirm<S: Store>(
    State(portal): State<Portal<S>>,
    SetUpSession(view): SetUpSession,
    Body(body): Body<ConfirmCode>,
) -> Result<Response, Failure> {
    let ports = portal.ports();
    let token = token::generate(ports.random.as_ref());
    let next = token::digest(&token);
    let confirmed = portal
        .change(&view.account, |aggregate, now| {
            let sealer = ports.sealer.as_ref();
            authenticator::confirm(aggregate, &view.token, &body.code, sealer, next, now)
        })
        .await??;
    Ok(security::confirmed(&portal, confirmed, &token))
}

pub async fn remove<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
) -> Result<Json<SecuritySettings>, Failure> {
    let settings = portal
        .change(&view.account, |aggregate, now| {
            authenticator::remove(aggregate, &view.token, now)
        })
        .await??;
    Ok(Json(settings))
}
