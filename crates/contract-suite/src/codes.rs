//! Which problems the cases met.

use contract::Code;
use serde_json::Value;
use std::{
    collections::BTreeSet,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Problems that no portal gives yet: step-up is to come.
const NOT_YET: [Code; 1] = [Code::StepUpRequired];

static MET: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

fn met() -> MutexGuard<'static, BTreeSet<String>> {
    MET.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Remembers the code of a reply that is a problem.
pub(crate) fn note(body: &Value) {
    if let Some(code) = body["code"].as_str() {
        met().insert(code.to_owned());
    }
}

/// Codes that no case met, and those that were not expected.
pub(crate) fn surprises() -> Vec<String> {
    let met = met();
    let surprise = |code: &Code| match (met.contains(code.as_str()), NOT_YET.contains(code)) {
        (false, false) => Some(format!("no case meets the problem {code:?}")),
        (true, true) => Some(format!("{code:?} is met: take it out of NOT_YET")),
        _ => None,
    };
    Code::ALL.iter().filter_map(surprise).collect()
}
