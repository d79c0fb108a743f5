//! `/session/challenge`: the second factor.

use super::{body::Body, cookies, guard::AnySession, problem::Failure};
use crate::{
    operations::{
        answer::{self, Judge, NewTrust, NextTokens},
        challenge,
    },
    portal::Portal,
    rules::{
        session::{TRUSTED_DEVICE_SECONDS, ends_in},
        token,
    },
    store::Store,
};
use axum::{
    Json,
    extract::State,
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use contract::{AnswerChallenge, Challenge, Code, SelectMethod, SessionReply};

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
    headers: HeaderMap,
    Body(body): Body<AnswerChallenge>,
) -> Result<Response, Failure> {
    let ports = portal.ports();
    let cookies = portal.settings().cookies;
    let token = token::generate(ports.random.as_ref());
    let known = cookies::read_trusted_device(&headers, cookies);
    let device = body
        .remember_device
        .then(|| token::generate(ports.random.as_ref()));
    let next = NextTokens {
        session: token::digest(&token),
        trust: device.as_ref().map(|device| NewTrust {
            token: token::digest(device),
            known: known.iter().map(token::digest).collect(),
        }),
    };
    let judge = Judge {
        keys: &portal.settings().keys,
        sealer: ports.sealer.as_ref(),
    };
    let answered = portal
        .change(&view.account, |aggregate, now| {
            let typed = body.code.as_ref();
            answer::answer(aggregate, &view.token, typed, &judge, next, now)
        })
        .await??;

    let reply = SessionReply {
        state: answered.state,
        ends_in: ends_in(view.opened_at, portal.now()),
    };
    let mut response = Json(reply).into_response();
    cookies::set_session(&mut response, cookies, &token);
    if let Some(device) = device {
        let mut tokens = known;
        tokens.retain(|token| !answered.ended_trust.contains(&token::digest(token)));
        tokens.insert(0, device);
        cookies::set_trusted_device(&mut response, cookies, &tokens, TRUSTED_DEVICE_SECONDS);
    }
    Ok(response)
}
