//! `/session`: signing in with e-mail and password, where a visitor is, signing out.

use super::{address::ClientAddress, body::Body, cookies, guard, problem::Failure};
use crate::{
    operations::{
        account::replace_password_hash,
        challenge, sessions,
        sign_in::{self, NewSession},
    },
    portal::Portal,
    records::{AccountId, SessionId, SessionView, Stage},
    rules::{
        session::ends_in,
        sign_in::{attempts_id, check_filled, count_try, spellings},
        token,
    },
    store::{Store, StoreError},
};
use axum::{
    Extension, Json,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use contract::{
    Code, Secret, SessionReply, SessionState, SignIn, limits::SESSION_ABSOLUTE_SECONDS,
};

pub async fn state<S: Store>(
    State(portal): State<Portal<S>>,
    headers: HeaderMap,
) -> Result<Json<SessionReply>, Failure> {
    let view = guard::current(&portal, &headers).await?;
    Ok(Json(match view {
        None => SessionReply {
            state: SessionState::SignedOut,
            ends_in: 0,
        },
        Some(view) => SessionReply {
            ends_in: ends_in(view.opened_at, portal.now()),
            state: shown(&portal, view).await?,
        },
    }))
}

/// Where a visitor is. Only a challenge needs more than the look-up.
async fn shown<S: Store>(
    portal: &Portal<S>,
    view: SessionView,
) -> Result<SessionState, StoreError> {
    let now = portal.now();
    Ok(match view.stage {
        Stage::SetUp => SessionState::SetUpRequired(view.person),
        Stage::SignedIn => SessionState::SignedIn(view.person),
        Stage::SecondFactor => {
            let state = portal.store().read(&view.account, |aggregate| {
                sessions::state(aggregate, &view.token, now)
            });
            state.await?.unwrap_or(SessionState::SignedOut)
        }
    })
}

pub async fn sign_in<S: Store>(
    State(portal): State<Portal<S>>,
    address: Option<Extension<ClientAddress>>,
    headers: HeaderMap,
    Body(body): Body<SignIn>,
) -> Result<Response, Failure> {
    check_filled(&body)?;
    let account = AccountId::of(&body.email);
    let address = address.map_or_else(|| "unknown".to_owned(), |Extension(address)| address.0);
    let attempts = attempts_id(&portal.settings().keys, &account, &address);
    let now = portal.now();
    let counted = portal.store();
    let counted = counted.change_attempts(&attempts, |tries| count_try(tries, now));
    counted.await??;
    if !is_right(&portal, &account, &body.password).await? {
        return Err(Code::WrongCredentials.into());
    }
    let cleared = portal.store().change_attempts(&attempts, |tries| {
        tries.0.clear();
        Ok(())
    });
    cleared.await??;
    if let Some(old) = guard::session_token(&portal, &headers) {
        portal.close_session(&old).await?;
    }
    open_session(&portal, &account, &headers).await
}

/// Whether the password is the account's, in one of its spellings. If its hash is weaker than today's, it is hashed again.
async fn is_right<S: Store>(
    portal: &Portal<S>,
    account: &AccountId,
    password: &Secret,
) -> Result<bool, StoreError> {
    let hash = portal
        .store()
        .read(account, |aggregate| aggregate.account.password_hash.clone());
    let hash = hash.await?;
    let hasher = &portal.ports().password_hasher;
    for password in spellings(password) {
        let check = hasher.verify(&password, hash.as_ref()).await;
        let Some(old) = hash.as_ref().filter(|_| check.right) else {
            continue;
        };
        if check.needs_rehash {
            let new = hasher.hash(&password).await;
            let replaced = portal.change(account, |aggregate, _| {
                replace_password_hash(aggregate, old, new);
                Ok(())
            });
            let _ = replaced.await?;
        }
        return Ok(true);
    }
    Ok(false)
}

async fn open_session<S: Store>(
    portal: &Portal<S>,
    account: &AccountId,
    headers: &HeaderMap,
) -> Result<Response, Failure> {
    let random = portal.ports().random.as_ref();
    let cookies = portal.settings().cookies;
    let cookie = token::generate(random);
    let token = token::digest(&cookie);
    let trusted = cookies::read_trusted_device(headers, cookies);
    let new = NewSession {
        token: token.clone(),
        trusted_device: trusted.iter().map(token::digest).collect(),
        seed: portal.seed(),
        id: SessionId::new(token::id(random)),
    };
    let opened = portal
        .change(account, |aggregate, now| {
            Ok(sign_in::open(aggregate, new, now))
        })
        .await??;
    let mut state = opened.state;
    if let Some(outgoing) = opened.outgoing {
        let delivered = portal.deliver(account, outgoing, challenge::undelivered);
        if !delivered.await? {
            // The session stays: the page sees an expired challenge, and may send it again or choose
            // another method at once.
            let now = portal.now();
            let shown = portal
                .store()
                .read(account, |aggregate| sessions::state(aggregate, &token, now));
            state = shown.await?.ok_or(Code::NoSession)?;
        }
    }
    let ends_in = SESSION_ABSOLUTE_SECONDS;
    let mut response = Json(SessionReply { state, ends_in }).into_response();
    cookies::set_session(&mut response, cookies, &cookie);
    Ok(response)
}

pub async fn sign_out<S: Store>(
    State(portal): State<Portal<S>>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    if let Some(view) = guard::current(&portal, &headers).await? {
        guard::check_account(&headers, &view)?;
        portal.close_session(&view.token).await?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    cookies::clear_session(&mut response, portal.settings().cookies);
    Ok(response)
}
