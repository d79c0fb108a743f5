//! Runs every case over one backend.

use crate::{backend, backend::Start, cases, codes, model};
use libtest_mimic::{Arguments, Trial};
use std::process::ExitCode;

/// Runs every case over backends that `start` makes, as tests of their own; then, unless only some ran,
/// checks that every problem [`contract::Code`] was met. To be called once in a process.
///
/// # Panics
/// When it is called twice.
#[must_use]
pub fn run(start: Start) -> ExitCode {
    backend::choose(start);
    let arguments = Arguments::from_args();
    let all = arguments.filter.is_none() && arguments.skip.is_empty() && !arguments.list;
    let trials = cases::all().chain(model::CASES).map(|(path, case)| {
        let name = path.trim_start_matches("contract_suite::");
        let run = move || {
            case();
            Ok(())
        };
        Trial::test(name.trim_start_matches("cases::"), run)
    });
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    if all && !conclusion.has_failed() {
        let missing = codes::missing();
        if !missing.is_empty() {
            eprintln!("no case meets these problems: {}", missing.join(", "));
            return ExitCode::FAILURE;
        }
    }
    conclusion.exit_code()
}
