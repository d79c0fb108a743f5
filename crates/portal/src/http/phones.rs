//! `/security/phones`: a phone counts only after a code sent to it was entered.

use super::{
    body::Body,
    guard::{SetUpSession, SignedIn},
    problem::Failure,
    security,
    segment::Segment,
};
use crate::{
    outgoing,
    portal::Portal,
    rules::{
        code,
        security::NewVerification,
        token::{self, TokenDigest},
    },
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
    let (seed, code) = outgoing::seed(&portal);
    let id = seed.id.clone();
    let new = NewVerification {
        id: seed.id,
        slot: body.slot,
        number: number.clone(),
        code: seed.code,
    };
    let account = view.account;
    portal
        .store()
        .start_verification(&account.id, new, portal.now())
        .await??;
    let message = outgoing::verification_message(body.channel, number.clone(), code, account.email);
    if portal.deliver(message).await.is_err() {
        portal.store().cancel_verification(&account.id, &id).await?;
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
    let pending = view
        .account
        .pending_phone
        .as_ref()
        .ok_or(Code::NothingToConfirm)?;
    let code = code::parse(Some(&body.code))?;
    let digests = code::digests(&portal.settings().keys, &pending.id, &code);
    let next = token::generate(portal.ports().random.as_ref());
    let store = portal.store();
    let view = store
        .confirm_phone(&view.token, digests, TokenDigest::of(&next), portal.now())
        .await??;
    security::confirmed(&portal, &view, &next).await
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
    let account = portal
        .store()
        .remove_phone(&view.account.id, slot)
        .await??;
    Ok(security::shown(&portal, &account).await?)
}
