//! `/security/trusted-devices`: "Restore multi-factor authentication on previously trusted
//! devices".

use super::{guard::SignedIn, problem::Failure};
use crate::{operations::security, portal::Portal, store::Store};
use axum::{Json, extract::State};
use contract::SecuritySettings;

pub async fn forget<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
) -> Result<Json<SecuritySettings>, Failure> {
    let settings = portal
        .change(&view.account, |aggregate, now| {
            security::forget_trusted_devices(aggregate, &view.token, now)
        })
        .await??;
    Ok(Json(settings))
}
