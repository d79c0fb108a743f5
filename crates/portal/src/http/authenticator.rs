//! `/security/authenticator`: set up, confirm, remove.

use super::{
    body::Body,
    guard::{SetUpSession, SignedIn},
    problem::Failure,
    security,
};
use crate::{
    portal::Portal,
    rules::{
        code,
        token::{self, TokenDigest},
        totp,
    },
    store::Store,
};
use axum::{Json, extract::State, response::Response};
use contract::{AuthenticatorSetUp, Code, ConfirmCode, SecuritySettings};

pub async fn start<S: Store>(
    State(portal): State<Portal<S>>,
    SetUpSession(view): SetUpSession,
) -> Result<Json<AuthenticatorSetUp>, Failure> {
    let key = totp::generate_key(portal.ports().random.as_ref());
    portal
        .store()
        .start_authenticator(&view.account.id, key.clone())
        .await??;
    let address = totp::address(&portal.settings().issuer, &view.account.email, &key);
    Ok(Json(AuthenticatorSetUp { key, address }))
}

pub async fn confirm<S: Store>(
    State(portal): State<Portal<S>>,
    SetUpSession(view): SetUpSession,
    Body(body): Body<ConfirmCode>,
) -> Result<Response, Failure> {
    if view.account.pending_authenticator.is_none() {
        return Err(Code::NothingToConfirm.into());
    }
    let code = code::parse(Some(&body.code))?;
    let next = token::generate(portal.ports().random.as_ref());
    let store = portal.store();
    let view = store
        .confirm_authenticator(&view.token, code, TokenDigest::of(&next), portal.now())
        .await??;
    security::confirmed(&portal, &view, &next).await
}

pub async fn remove<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
) -> Result<Json<SecuritySettings>, Failure> {
    let account = portal
        .store()
        .remove_authenticator(&view.account.id)
        .await??;
    Ok(security::shown(&portal, &account).await?)
}
