//! The rules that need no more than what they are given: no database, no clock, no random source,
//! and no more than one record. [`crate::operations`] puts them together over one account.

pub mod challenge;
pub mod code;
pub mod digest;
pub mod initial;
pub mod methods;
pub mod name;
pub mod password;
pub mod phone;
pub mod rate_limit;
pub mod session;
pub mod sign_in;
pub mod stack;
pub mod time;
pub mod token;
pub mod totp;
pub mod undo;
