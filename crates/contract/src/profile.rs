//! The apps a user has, and who the user is.

use crate::Phone;
use serde::{Deserialize, Serialize};

/// One tile of the apps screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppTile {
    /// The app's name.
    pub name: String,
    /// One line on what it is for.
    pub description: String,
    /// Where it opens; an `https:` address, or empty when it opens nothing (made-up data).
    pub address: String,
}

/// Reply to `GET /profile`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The person's name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The authentication phone, if verified.
    pub authentication_phone: Option<Phone>,
    /// The office phone, set by the administrator.
    pub office_phone: Option<Phone>,
    /// The alternate phone, if verified.
    pub alternate_phone: Option<Phone>,
}
