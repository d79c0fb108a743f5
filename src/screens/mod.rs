//! One file per screen; a folder where a screen has dialogs.

pub mod app_passwords;
pub mod apps;
pub mod help;
pub mod not_found;
pub mod profile;
pub mod security;
pub mod set_up;
pub mod sign_in;
pub mod verify;
