//! The rules, as functions of what they are given: no database, no clock, no random source.
//! A [`crate::Store`] calls those that must be atomic inside its own transaction.

pub mod app_passwords;
pub mod challenge;
pub mod code;
pub mod digest;
pub mod guesses;
pub mod initial;
pub mod methods;
pub mod name;
pub mod password;
pub mod phone;
pub mod security;
pub mod session;
pub mod sign_in;
pub mod stack;
pub mod time;
pub mod token;
pub mod totp;
pub mod undo;
pub mod unicode;
