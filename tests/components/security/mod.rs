//! Additional security verification: preferred option, phones, authenticator app, trusted devices.

mod authenticator;
mod phones;
mod preferred;
mod trusted;

use crate::stage::{Stage, settings, signed_in};
use contract::SecuritySettings;

const SETTINGS: &str = "GET /security";

/// The tab, with everything set up.
async fn security() -> Stage {
    security_with(&settings()).await
}

async fn security_with(settings: &SecuritySettings) -> Stage {
    let stage = Stage::open(signed_in(), "/security").await;
    stage.asked(SETTINGS).reply(settings).await;
    stage
}
