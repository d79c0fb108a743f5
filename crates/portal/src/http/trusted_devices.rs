//! `/security/trusted-devices`: "Restore multi-factor authentication on previously trusted
//! devices".

use super::{guard::SignedIn, problem::Failure, security};
use crate::{portal::Portal, store::Store};
use axum::{Json, extract::State};
use contract::SecuritySettings;

pub async fn forget<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
) -> Result<Json<SecuritySettings>, Failure> {
    portal
        .store()
        .forget_trusted_devices(&view.account.id)
        .await?;
    Ok(security::shown(&portal, &view.account).await?)
}
