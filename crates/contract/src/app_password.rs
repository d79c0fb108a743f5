//! App passwords: the list, and the one reply that holds a password.

use crate::{Secret, Timestamp};
use serde::{Deserialize, Serialize};

/// Names one app password in paths; says nothing about the password.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AppPasswordId(pub String);

/// One row of the list: never the password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppPassword {
    /// For paths.
    pub id: AppPasswordId,
    /// The name its owner gave, 1 to 64 Unicode scalar values.
    pub name: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// How far its password was delivered.
    pub delivery: Delivery,
}

/// How far a password was delivered; it is shown once. Only [`Delivery::Closed`] means that its owner
/// had the chance to keep it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// Made; the reply may have been lost on the way. A retry with the same key replaces it.
    Made,
    /// The page has drawn it. A retry with the same key is refused with `already_shown`.
    Shown,
    /// Its owner copied it or pressed close, or a mail application has signed in with it.
    Closed,
}

/// Reply to `GET /app-passwords`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppPasswordList {
    /// Newest first.
    pub items: Vec<AppPassword>,
    /// Most that this user may hold.
    pub limit: usize,
    /// What policy says about new ones.
    pub creation: Creation,
    /// True on the very first visit: the page then asks for the initial one.
    pub initial_due: bool,
}

/// Whether new app passwords may be made. Old ones can be seen and deleted either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Creation {
    /// Yes.
    Allowed,
    /// The administrator has switched them off.
    Forbidden,
}

/// Body of `POST /app-passwords`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CreateAppPassword {
    /// As typed; the portal normalises and checks it.
    pub name: String,
}

/// The only reply that holds an app password; sent with `Cache-Control: no-store`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CreatedAppPassword {
    /// The row as the list will show it.
    pub item: AppPassword,
    /// 16 letters a-z.
    pub password: Secret,
}

/// Reply to `DELETE /app-passwords/{id}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeletedAppPassword {
    /// Seconds for which it can still be restored.
    pub undo_seconds: u32,
}

/// Body of `POST /app-passwords/{id}/delivery`: only ever moves forward.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DeliveryReport {
    /// [`Delivery::Shown`] or [`Delivery::Closed`].
    pub delivery: Delivery,
}
