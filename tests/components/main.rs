//! Component tests: the page's screens in one browser page, over a scripted transport and with virtual
//! time. They ask what a screen says, where the focus goes, what stays typed, what is announced and what
//! is sent. Whether a rule is right is the question of `crates/portal/tests`.
//!
//! `scripts/components.sh` runs them in Chromium, and in Firefox when asked to.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unused_self,
    clippy::similar_names,
    reason = "a stage stands for the one page there is; a stage and a state are different enough"
)]

mod app_passwords;
mod apps;
mod security;
mod session;
mod set_up;
mod sign_in;
mod stage;
mod verify;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
