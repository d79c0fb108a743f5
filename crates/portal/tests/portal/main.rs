//! The rules of `flow.md`, section 2, through the HTTP API. Each test is named for what a person
//! would lose.

mod app_passwords;
mod http;
mod idempotency;
mod mail;
mod second_factor;
mod security;
mod set_up;
mod sign_in;
mod support;
mod undo;
