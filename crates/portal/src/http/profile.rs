//! `/profile`: who the user is.

use super::guard::SignedIn;
use crate::{portal::Portal, rules::security, store::Store};
use axum::{Json, extract::State};
use contract::Profile;

pub async fn read<S: Store>(State(_): State<Portal<S>>, SignedIn(view): SignedIn) -> Json<Profile> {
    let phones = security::view(&view.account, 0);
    Json(Profile {
        name: view.account.name,
        email: view.account.email,
        authentication_phone: phones.authentication_phone,
        office_phone: phones.office_phone,
        alternate_phone: phones.alternate_phone,
    })
}
