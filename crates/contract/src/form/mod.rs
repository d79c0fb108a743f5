//! The rules of form: what a name, a code, an e-mail address and a phone number must look like.
//! The page checks them before it sends a request, and the portal checks them again.
//!
//! Nothing here needs tables of Unicode beyond those of `core` and the short ones of [`characters`]:
//! they would be paid for by every visitor. A caller composes a text (normalisation form C) before it is checked.

pub mod characters;
pub mod code;
pub mod email;
pub mod name;
pub mod phone;
