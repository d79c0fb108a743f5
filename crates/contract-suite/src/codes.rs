//! Which problems the cases met.

use contract::Code;
use serde_json::Value;
use std::{
    collections::BTreeSet,
    sync::{Mutex, MutexGuard, PoisonError},
};

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

/// Codes that no case met.
pub(crate) fn missing() -> Vec<&'static str> {
    let met = met();
    let codes = Code::ALL.iter().map(|code| code.as_str());
    codes.filter(|code| !met.contains(*code)).collect()
}
