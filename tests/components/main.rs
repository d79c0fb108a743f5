//! Component tests: the page's screens in one browser page, over a scripted transport and with virtual
//! time. They ask what a screen says, where the focus goes, what stays typed, what is announced and what
//! is sent. Whether a rule is right is the question of `crates/contract-suite`.
//!
//! `scripts/components.sh` runs them in Chromium, and in Firefox when asked to.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::similar_names,
    clippy::unused_self,
    clippy::unwrap_used,
    reason = "tests may panic; a stage stands for the one page there is, and is not a state"
)]

mod app_passwords;
mod apps;
mod fields;
mod languages;
mod lost_focus;
mod security;
mod session;
mod session_end;
mod set_up;
mod sign_in;
mod stage;
mod verify;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
