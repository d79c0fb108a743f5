//! `/session/challenge`: the second factor.

use super::{body::Body, cookies, guard::AnySession, problem::Failure};
use crate::{
    operations::challenge::{self, Judge, NextTokens},
    portal::Portal,
    rules::{session::TRUSTED_DEVICE_SECONDS, token},
    store::Store,
};
use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use contract::{AnswerChallenge, Challenge, Code, SelectMethod};

pub async fn status<S: Store>(
    State(portal): State<Portal<S>>,
    AnySession(view): AnySession,
) -> Result<Json<Challenge>, Failure> {
    let now = portal.now();
    let shown = portal.store().read(&view.account, |aggregate| {
        challenge::show(aggregate, &view.token, now)
    });
    Ok(Json(shown.await?.ok_or(Code::NoSession)??))
}

pub async fn select<S: Store>(
    State(portal): State<Portal<S>>,
    AnySession(view): AnySession,
    Body(body): Body<SelectMethod>,
) -> Result<Json<Challenge>, Failure> {
    let seed = portal.seed();
    let (shown, outgoing) = portal
        .change(&view.account, |aggregate, now| {
            challenge::restart(aggregate, &view.token, body.method, seed, now)
        })
        .await??;
    if let Some(outgoing) = outgoing {
        let delivered = portal.deliver(&view.account, outgoing, challenge::undelivered);
        if !delivered.await? {
            return Err(Code::Unavailable.into());
        }
    }
    Ok(Json(shown))
}

pub async fn answer<S: Store>(
    State(portal): State<Portal<S>>,
    AnySession(view): AnySession,
    Body(body): Body<AnswerChallenge>,
) -> Result<Response, Failure> {
    let ports = portal.ports();
    let token = token::generate(ports.random.as_ref());
    let device = body
        .remember_device
        .then(|| token::generate(ports.random.as_ref()));
    let next = NextTokens {
        session: token::digest(&token),
        trusted_device: device.as_ref().map(token::digest),
    };
    let judge = Judge {
        keys: &portal.settings().keys,
        sealer: ports.sealer.as_ref(),
    };
    let state = portal
        .change(&view.account, |aggregate, now| {
            let typed = body.code.as_ref();
            challenge::answer(aggregate, &view.token, typed, &judge, next, now)
        })
        .await??;

    let cookies = portal.settings().cookies;
    let mut response = Json(state).into_response();
    cookies::set_session(&mut response, cookies, &token);
    if let Some(device) = device {
        cookies::set_trusted_device(&mut response, cookies, &device, TRUSTED_DEVICE_SECONDS);
    }
    Ok(response)
}
