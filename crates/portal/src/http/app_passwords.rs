//! `/app-passwords`: the list, and the only replies that hold a password.

use super::{
    body::Body, guard::SignedIn, idempotency::Idempotency, problem::Failure, segment::Segment,
};
use crate::{
    portal::Portal,
    rules::{
        app_passwords::{NewAppPassword, Wanted, check_policy, initial_due},
        name::Name,
        password, token,
    },
    store::Store,
};
use axum::{Json, extract::State, http::StatusCode};
use contract::{
    AppPassword, AppPasswordList, Code, CreateAppPassword, CreatedAppPassword, Delivery,
    DeliveryReport,
};

pub async fn list<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
) -> Result<Json<AppPasswordList>, Failure> {
    let rows = portal.store().app_passwords(&view.account.id).await?;
    Ok(Json(AppPasswordList {
        items: rows
            .iter()
            .map(crate::store::AppPasswordRecord::public)
            .collect(),
        limit: portal.settings().app_password_limit,
        creation: view.account.creation,
        initial_due: initial_due(&view.account),
    }))
}

pub async fn create<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
    idempotency: Idempotency,
    Body(body): Body<CreateAppPassword>,
) -> Result<(StatusCode, Json<CreatedAppPassword>), Failure> {
    // The store checks the policy again, atomically; here it only comes before the name's rules.
    check_policy(&view.account)?;
    let name = Name::parse(&body.name)?;
    make(&portal, &view.account.id, idempotency, Wanted::Named(name)).await
}

pub async fn create_initial<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
    idempotency: Idempotency,
) -> Result<(StatusCode, Json<CreatedAppPassword>), Failure> {
    make(&portal, &view.account.id, idempotency, Wanted::Initial).await
}

async fn make<S: Store>(
    portal: &Portal<S>,
    account: &str,
    idempotency: Idempotency,
    wanted: Wanted,
) -> Result<(StatusCode, Json<CreatedAppPassword>), Failure> {
    let random = portal.ports().random.as_ref();
    let password = password::generate(random);
    let new = NewAppPassword {
        wanted,
        id: token::id(random),
        digest: portal.settings().keys.app_password_digest(&password),
        key: idempotency.key,
        attempt: idempotency.attempt,
        limit: portal.settings().app_password_limit,
    };
    let row = portal
        .store()
        .create_if_below_limit(account, new, portal.now())
        .await??;
    let created = CreatedAppPassword {
        item: row.public(),
        password,
    };
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
    let known = portal
        .store()
        .report_delivery(&view.account.id, &id, body.delivery)
        .await?;
    if known {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(Code::NotFound.into())
    }
}

pub async fn remove<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
    Segment(id): Segment,
) -> Result<StatusCode, Failure> {
    let deleted = portal
        .store()
        .delete_and_report(&view.account.id, &id, portal.now())
        .await?;
    deleted
        .map(|_| StatusCode::NO_CONTENT)
        .ok_or_else(|| Code::NotFound.into())
}

pub async fn restore<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
    Segment(id): Segment,
) -> Result<Json<AppPassword>, Failure> {
    let limit = portal.settings().app_password_limit;
    let row = portal
        .store()
        .restore_app_password(&view.account.id, &id, limit, portal.now())
        .await??;
    Ok(Json(row.public()))
}
