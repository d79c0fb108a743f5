//! The operations of the portal: plain functions over one account. Each is given the
//! [`Aggregate`], changes it, and returns a value or a refusal; what happened is in
//! [`Aggregate::events`]. Whatever it wrote is saved, **after a refusal too**: a wrong code is
//! counted because it was wrong.
//!
//! Operations that need a session take its token and check it themselves, so that a session that was
//! ended between the first look and the operation does not act.

pub mod account;
pub mod answer;
pub mod app_passwords;
pub mod authenticator;
pub mod challenge;
pub mod mail;
pub mod outgoing;
pub mod phones;
pub mod security;
pub mod sessions;
pub mod sign_in;

mod confirmation;
mod purge;

pub use confirmation::Confirmed;
pub use outgoing::{Outgoing, Seed};
pub use purge::purge;
