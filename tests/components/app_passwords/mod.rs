//! App passwords: the list, creating one, and deleting one.

mod clipboard;
mod closing;
mod expired;
mod initial;
mod leaving;
mod limit;
mod list;
mod names;
mod policy;
mod spelling;
mod twice;
mod uncertain;
mod undo;
mod undo_offer;
mod voice;

use crate::stage::{PASSWORD, Part, Role, Stage, app_passwords, created, deleted, signed_in};
use app_password_portal::session::Session;
use contract::AppPasswordList;

const LIST: &str = "GET /app-passwords";
const CREATE: &str = "POST /app-passwords";
const HERE: &str = "/security/app-passwords";

/// The list of somebody with three.
async fn list() -> Stage {
    list_with(&app_passwords()).await
}

async fn list_with(list: &AppPasswordList) -> Stage {
    let stage = Stage::open(signed_in(), HERE).await;
    stage.asked(LIST).reply(list).await;
    stage
}

/// The dialog that asks for a name.
async fn creating(stage: &Stage) -> Part {
    stage.button("create").click().await;
    stage.dialog("Create app password")
}

/// Types a name and sends it.
async fn name(dialog: &Part, name: &str) {
    dialog.field("Name").fill(name).await;
    dialog.button("next").click().await;
}

/// The list, with the password of "Desk" on the screen.
async fn shown() -> (Stage, Part) {
    let stage = list().await;
    name(&creating(&stage).await, "Desk").await;
    stage.asked(CREATE).reply(&created("Desk")).await;
    stage.after(std::time::Duration::from_millis(1)).await;
    let dialog = stage.dialog("Your app password");
    assert!(dialog.words().contains(PASSWORD));
    (stage, dialog)
}

/// The names in the list, in their order.
fn listed(stage: &Stage) -> Vec<String> {
    let deletes = stage.names(Role::Button);
    let names = deletes
        .iter()
        .filter_map(|name| name.strip_prefix("Delete "));
    names.map(str::to_owned).collect()
}
