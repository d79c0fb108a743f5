//! Runs every case over one backend.

use crate::{Backend, Start, cases};
use contract::Code;
use libtest_mimic::{Arguments, Trial};
use portal::Settings;
use serde_json::Value;
use std::{
    collections::BTreeSet,
    process::ExitCode,
    sync::{Mutex, OnceLock, PoisonError},
};

/// Problems that no portal gives yet: step-up is to come.
const NOT_YET: [Code; 1] = [Code::StepUpRequired];

static START: OnceLock<Start> = OnceLock::new();
static SEEN: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Runs every case over backends that `start` makes, as tests of their own; then, unless only some ran,
/// checks that every problem [`Code`] was met. To be called once in a process.
///
/// # Panics
/// When it is called twice.
#[must_use]
pub fn run(start: Start) -> ExitCode {
    assert!(START.set(start).is_ok(), "one backend for each process");
    let arguments = Arguments::from_args();
    let all = arguments.filter.is_none() && arguments.skip.is_empty() && !arguments.list;
    let trials = cases::all().into_iter().map(|(name, case)| {
        Trial::test(name, move || {
            case();
            Ok(())
        })
    });
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    if all && !conclusion.has_failed() {
        let surprises = surprises();
        if !surprises.is_empty() {
            eprintln!("{}", surprises.join("\n"));
            return ExitCode::FAILURE;
        }
    }
    conclusion.exit_code()
}

/// A backend whose store is empty.
pub(crate) fn start(settings: Settings) -> Box<dyn Backend> {
    let start = START.get().expect("cases run in `run`");
    start(settings)
}

/// Remembers the code of a reply that is a problem.
pub(crate) fn note_code(body: &Value) {
    if let Some(code) = body["code"].as_str() {
        let seen = SEEN.lock();
        let mut seen = seen.unwrap_or_else(PoisonError::into_inner);
        seen.insert(code.to_owned());
    }
}

fn surprises() -> Vec<String> {
    let seen = SEEN.lock();
    let seen = seen.unwrap_or_else(PoisonError::into_inner);
    let mut surprises = Vec::new();
    for code in Code::ALL {
        let (met, expected) = (seen.contains(code.as_str()), !NOT_YET.contains(code));
        match (met, expected) {
            (false, true) => surprises.push(format!("no case meets the problem {code:?}")),
            (true, false) => surprises.push(format!("{code:?} is met: take it out of NOT_YET")),
            _ => {}
        }
    }
    surprises
}
