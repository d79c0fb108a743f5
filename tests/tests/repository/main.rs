//! The rules of this repository. Each message says what to do; a rule that hinders is changed here,
//! with its reason, not gone around.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where it fails"
)]

mod arrows;
mod documents;
mod modules;
mod page;
mod portable;
mod secrets;
mod states;
mod texts;
