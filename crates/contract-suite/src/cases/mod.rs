//! The cases, one file for each part of the API. A case that stands in no list is dead code, which
//! does not compile.

mod app_code;
mod app_passwords;
mod approval;
mod clock;
mod first_visit;
mod http;
mod idempotency;
mod mail;
mod refusals;
mod second_factor;
mod security;
mod set_up;
mod sign_in;
mod storage;
mod trusted_devices;
mod undo;

/// A case with its name.
pub(crate) type Case = (&'static str, fn());

/// The cases of one file.
macro_rules! cases {
    ($($name:ident),* $(,)?) => {
        pub(crate) const CASES: &[$crate::cases::Case] = &[
            $((concat!(module_path!(), "::", stringify!($name)), $name as fn())),*
        ];
    };
}
pub(crate) use cases;

/// All of them, without the name of this crate.
pub(crate) fn all() -> Vec<(String, fn())> {
    let files = [
        app_code::CASES,
        app_passwords::CASES,
        approval::CASES,
        clock::CASES,
        first_visit::CASES,
        http::CASES,
        idempotency::CASES,
        mail::CASES,
        refusals::CASES,
        second_factor::CASES,
        security::CASES,
        set_up::CASES,
        sign_in::CASES,
        storage::CASES,
        trusted_devices::CASES,
        undo::CASES,
        crate::model::CASES,
    ];
    let cases = files.into_iter().flatten();
    cases
        .map(|(name, case)| {
            let name = name.trim_start_matches("contract_suite::");
            (name.trim_start_matches("cases::").to_owned(), *case)
        })
        .collect()
}
