//! The cases, one file for each part of the API.

mod app_code;
mod app_passwords;
mod approval;
mod clock;
mod first_visit;
mod http;
mod idempotency;
mod mail;
mod names;
mod other_account;
mod refusals;
mod second_factor;
mod security;
mod set_up;
mod sign_in;
mod storage;
mod trusted_devices;
mod undo;

use crate::case::Case;

/// All of them.
pub(crate) fn all() -> impl Iterator<Item = &'static Case> {
    let files = [
        app_code::CASES,
        app_passwords::CASES,
        approval::CASES,
        clock::CASES,
        first_visit::CASES,
        http::CASES,
        idempotency::CASES,
        mail::CASES,
        names::CASES,
        other_account::CASES,
        refusals::CASES,
        second_factor::CASES,
        security::CASES,
        set_up::CASES,
        sign_in::CASES,
        storage::CASES,
        trusted_devices::CASES,
        undo::CASES,
    ];
    files.into_iter().flatten()
}
