//! `/app-passwords`: the list, and the only replies that hold a password.

use super::{
    body::Body, guard::SignedIn, idempotency::Idempotency, problem::Failure, segment::Segment,
};
use crate::{
    operations::app_passwords::{self, NewAppPassword, Requested},
    portal::Portal,
    records::SessionView,
    rules::{password, token},
    store::Store,
};
use axum::{Json, extract::State, http::StatusCode};
use contract::{
    AppPassword, AppPasswordId, AppPasswordList, Code, CreateAppPassword, CreatedAppPassword,
    DeletedAppPassword, Delivery, DeliveryReport,
};

pub async fn list<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
) -> Result<Json<AppPasswordList>, Failure> {
    let limit = portal.settings().app_password_limit;
    let list = portal.store().read(&view.account, |aggregate| {
        app_passwords::list(aggregate, limit)
    });
    Ok(Json(list.await?.ok_or(Code::NoSession)?))
}

pub async fn create<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
    idempotency: Idempotency,
    Body(body): Body<CreateAppPassword>,
) -> Result<(StatusCode, Json<CreatedAppPassword>), Failure> {
    make(&portal, &view, idempotency, Requested::Named(body.name)).await
}

pub async fn create_initial<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
    idempotency: Idempotency,
) -> Result<(StatusCode, Json<CreatedAppPassword>), Failure> {
    make(&portal, &view, idempotency, Requested::Initial).await
}

async fn make<S: Store>(
    portal: &Portal<S>,
    view: &SessionView,
    idempotency: Idempotency,
    requested: Requested,
) -> Result<(StatusCode, Json<CreatedAppPassword>), Failure> {
    let random = portal.ports().random.as_ref();
    let password = password::generate(random);
    let new = NewAppPassword {
        requested,
        id: AppPasswordId(token::id(random)),
        digest: portal.settings().keys.app_password_digest(&password),
        key: idempotency.key,
        attempt: idempotency.attempt,
        limit: portal.settings().app_password_limit,
    };
    let item = portal
        .change(&view.account, |aggregate, now| {
            app_passwords::create(aggregate, &view.token, new, now)
        })
        .await??;
    let created = CreatedAppPassword { item, password };
    Ok((StatusCode::CREATED, Json(created)))
}

pub async fn report<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
    Segment(id): Segment,
    Body(body): Body<DeliveryReport>,
) -> Result<StatusCode, Failure> {
    if body.delivery == Delivery::Made {
        return Err(Code::Malformed.into());
    }
    let id = AppPasswordId(id);
    portal
        .change(&view.account, |aggregate, now| {
            app_passwords::report_delivery(aggregate, &view.token, &id, body.delivery, now)
        })
        .await??;
    Ok(StatusCode::NO_CONTENT)
}

pub async fn remove<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
    Segment(id): Segment,
) -> Result<Json<DeletedAppPassword>, Failure> {
    let id = AppPasswordId(id);
    let deleted = portal
        .change(&view.account, |aggregate, now| {
            app_passwords::delete(aggregate, &view.token, &id, now)
        })
        .await??;
    Ok(Json(deleted))
}

pub async fn restore<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
    Segment(id): Segment,
) -> Result<Json<AppPassword>, Failure> {
    let id = AppPasswordId(id);
    let limit = portal.settings().app_password_limit;
    let restored = portal
        .change(&view.account, |aggregate, now| {
            app_passwords::restore(aggregate, &view.token, &id, limit, now)
        })
        .await??;
    Ok(Json(restored))
}
