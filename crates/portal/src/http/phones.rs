//! `/security/phones`: a phone counts only after a code sent to it was entered.

use super::{
    body::Body,
    guard::{SetUpSession, SignedIn},
    problem::Failure,
    security,
    segment::Segment,
};
use crate::{
    operations::phones::{self, NewVerification},
    portal::Portal,
    rules::token,
    store::Store,
};
use axum::{Json, extract::State, response::Response};
use contract::{
    Code, ConfirmCode, Field, PhoneSlot, Problem, SecuritySettings, StartPhoneVerification,
    VerificationStarted, form,
    limits::{CODE_SECONDS, RESEND_SECONDS},
};

pub async fn start<S: Store>(
    State(portal): State<Portal<S>>,
    SetUpSession(view): SetUpSession,
    Body(body): Body<StartPhoneVerification>,
) -> Result<Json<VerificationStarted>, Failure> {
    let number =
        form::phone::parse(&body.number).map_err(|code| Problem::about(code, Field::Phone))?;
    let new = NewVerification {
        slot: body.slot,
        number: number.clone(),
        channel: body.channel,
        seed: portal.seed(),
    };
    let outgoing = portal
        .change(&view.account, |aggregate, now| {
            phones::start(aggregate, &view.token, new, now)
        })
        .await??;
    let delivered = portal.deliver(&view.account, outgoing, phones::cancel);
    if !delivered.await? {
        return Err(Code::Unavailable.into());
    }
    Ok(Json(VerificationStarted {
        number,
        expires_in: CODE_SECONDS,
        resend_in: RESEND_SECONDS,
    }))
}

pub async fn confirm<S: Store>(
    State(portal): State<Portal<S>>,
    SetUpSession(view): SetUpSession,
    Body(body): Body<ConfirmCode>,
) -> Result<Response, Failure> {
    let token = token::generate(portal.ports().random.as_ref());
    let next = token::digest(&token);
    let confirmed = portal
        .change(&view.account, |aggregate, now| {
            let keys = &portal.settings().keys;
            phones::confirm(aggregate, &view.token, &body.code, keys, next, now)
        })
        .await??;
    Ok(security::confirmed(&portal, confirmed, &token))
}

pub async fn remove<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
    Segment(slot): Segment,
) -> Result<Json<SecuritySettings>, Failure> {
    let slots = [PhoneSlot::Authentication, PhoneSlot::Alternate];
    let slot = slots
        .into_iter()
        .find(|known| known.as_str() == slot)
        .ok_or(Code::NotFound)?;
    let settings = portal
        .change(&view.account, |aggregate, now| {
            phones::remove(aggregate, &view.token, slot, now)
        })
        .await??;
    Ok(Json(settings))
}
