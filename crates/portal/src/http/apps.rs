//! `/apps`: the tiles.

use super::guard::SignedIn;
use crate::{portal::Portal, store::Store};
use axum::{Json, extract::State};
use contract::AppTile;

pub async fn list<S: Store>(State(portal): State<Portal<S>>, _: SignedIn) -> Json<Vec<AppTile>> {
    Json(portal.settings().apps.clone())
}
