//! `/profile`: who the user is.

use super::{guard::SignedIn, problem::Failure};
use crate::{operations::security, portal::Portal, store::Store};
use axum::{Json, extract::State};
use contract::{Code, Profile};

pub async fn read<S: Store>(
    State(portal): State<Portal<S>>,
    SignedIn(view): SignedIn,
) -> Result<Json<Profile>, Failure> {
    let now = portal.now();
    let settings = portal
        .store()
        .read(&view.account, |aggregate| security::show(aggregate, now));
    let settings = settings.await?.ok_or(Code::NoSession)?;
    Ok(Json(Profile {
        name: view.person.name,
        email: view.person.email,
        authentication_phone: settings.authentication_phone,
        office_phone: settings.office_phone,
        alternate_phone: settings.alternate_phone,
    }))
}
