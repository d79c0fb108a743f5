//! `/session`: signing in with e-mail and password, where a visitor stands, signing out.

use super::{ClientAddress, body::Body, cookies, guard, problem::Failure};
use crate::{
    outgoing,
    portal::Portal,
    rules::{challenge, sign_in, token},
    store::{NewSession, SessionView, Stage, Store},
};
use axum::{
    Extension, Json,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use contract::{Code, SessionState, SignIn, Timestamp, form};

pub async fn state<S: Store>(
    State(portal): State<Portal<S>>,
    headers: HeaderMap,
) -> Result<Json<SessionState>, Failure> {
    let view = guard::current(&portal, &headers).await?;
    let state = view.map_or(SessionState::SignedOut, |view| shown(&view, portal.now()));
    Ok(Json(state))
}

pub async fn sign_in<S: Store>(
    State(portal): State<Portal<S>>,
    address: Option<Extension<ClientAddress>>,
    headers: HeaderMap,
    Body(body): Body<SignIn>,
) -> Result<Response, Failure> {
    sign_in::check_filled(&body)?;
    let now = portal.now();
    let email = form::email::fold(&body.email);
    let address = address.map_or_else(|| "unknown".to_owned(), |Extension(address)| address.0);
    let who = format!("{email} {address}");
    portal.store().record_attempt(&who, now).await??;

    let account = portal.store().find_account(&email).await?;
    let hash = account.as_ref().map(|account| &account.password_hash);
    let right = portal
        .ports()
        .password_hasher
        .verify(&body.password, hash)
        .await;
    let account = account.filter(|_| right).ok_or(Code::WrongCredentials)?;
    portal.store().clear_attempts(&who).await?;

    let new_token = token::generate(portal.ports().random.as_ref());
    let (seed, code) = outgoing::seed(&portal);
    let cookies = portal.settings().cookies;
    let device = cookies::read(&headers, cookies.trusted_device);
    let new = NewSession {
        account: account.id,
        token: token::TokenDigest::of(&new_token),
        replaces: guard::token(&portal, &headers),
        trusted_device: device.map(|device| token::TokenDigest::of(&device)),
        seed,
    };
    let mut view = portal.store().open_session(new, now).await??;
    if !outgoing::send_challenge(&portal, &view, code).await? {
        // The session stands; the page sees an expired challenge, and may send it again or choose
        // another way at once.
        view = portal
            .store()
            .use_session(&view.token, now)
            .await?
            .ok_or(Code::NoSession)?;
    }
    let mut response = Json(shown(&view, now)).into_response();
    cookies::set_session(&mut response, cookies, &new_token);
    Ok(response)
}

pub async fn sign_out<S: Store>(
    State(portal): State<Portal<S>>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    if let Some(token) = guard::token(&portal, &headers) {
        portal.store().close_session(&token).await?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    cookies::clear_session(&mut response, portal.settings().cookies);
    Ok(response)
}

/// A session as the page sees it.
pub fn shown(view: &SessionView, now: Timestamp) -> SessionState {
    match &view.session.stage {
        Stage::SecondFactor(second) => {
            SessionState::SecondFactor(challenge::view(second, &view.account, now))
        }
        Stage::SetUp => SessionState::SetUpRequired(view.account.public()),
        Stage::SignedIn => SessionState::SignedIn(view.account.public()),
    }
}
