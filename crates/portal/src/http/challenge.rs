//! `/session/challenge`: the second factor.

use super::{body::Body, cookies, guard::AnySession, problem::Failure, session::shown};
use crate::{
    outgoing,
    portal::Portal,
    rules::{
        challenge::{Answer, view as challenge_view},
        code,
        session::TRUSTED_DEVICE_SECONDS,
        token::{self, TokenDigest},
    },
    store::{NextTokens, SecondFactor, SessionView, Stage, Store},
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
    Ok(Json(challenge_view(
        second_factor(&view)?,
        &view.account,
        portal.now(),
    )))
}

pub async fn select<S: Store>(
    State(portal): State<Portal<S>>,
    AnySession(view): AnySession,
    Body(body): Body<SelectMethod>,
) -> Result<Json<Challenge>, Failure> {
    let now = portal.now();
    let (seed, code) = outgoing::seed(&portal);
    let view = portal
        .store()
        .restart_challenge(&view.token, body.method, seed, now)
        .await??;
    if !outgoing::send_challenge(&portal, &view, code).await? {
        return Err(Code::Unavailable.into());
    }
    Ok(Json(challenge_view(
        second_factor(&view)?,
        &view.account,
        now,
    )))
}

pub async fn answer<S: Store>(
    State(portal): State<Portal<S>>,
    AnySession(view): AnySession,
    Body(body): Body<AnswerChallenge>,
) -> Result<Response, Failure> {
    let challenge = &second_factor(&view)?.challenge;
    let answer = if challenge.method.takes_code() {
        let code = code::parse(body.code.as_ref())?;
        let digests = code::digests(&portal.settings().keys, &challenge.id, &code);
        Answer::Code { digests, code }
    } else {
        Answer::Nothing
    };
    let random = portal.ports().random.as_ref();
    let token = token::generate(random);
    let device = body.remember_device.then(|| token::generate(random));
    let next = NextTokens {
        session: TokenDigest::of(&token),
        trusted_device: device.as_ref().map(TokenDigest::of),
    };
    let now = portal.now();
    let view = portal
        .store()
        .answer_challenge(&view.token, answer, next, now)
        .await??;

    let cookies = portal.settings().cookies;
    let mut response = Json(shown(&view, now)).into_response();
    cookies::set_session(&mut response, cookies, &token);
    if let Some(device) = device {
        cookies::set_trusted_device(&mut response, cookies, &device, TRUSTED_DEVICE_SECONDS);
    }
    Ok(response)
}

fn second_factor(view: &SessionView) -> Result<&SecondFactor, Failure> {
    match &view.session.stage {
        Stage::SecondFactor(second) => Ok(second),
        Stage::SetUp | Stage::SignedIn => Err(Code::NoChallenge.into()),
    }
}
