//! One file per screen; a folder where a screen has dialogs.
//!
//! A **flow** is what a screen knows of something that takes several steps: a `Copy` struct of
//! signals, made by the screen, with a method for each thing that a person can do. Its name ends in
//! `Flow`. States that exclude each other are one enum in it. Work that must have its effect even if
//! its dialog has been closed applies the effect inside the future that it gives to a
//! [`Task`](crate::ui::Task); the task itself is made in the dialog's content.

pub mod app_passwords;
pub mod apps;
pub mod help;
pub mod not_found;
pub mod profile;
pub mod security;
pub mod set_up;
pub mod sign_in;
pub mod verify;
