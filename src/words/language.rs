//! The language of now: its texts, and that it changes.

use crate::start::boot;
use leptos::{prelude::*, reactive::graph::Observer};
use std::cell::Cell;

thread_local! {
    static CHANGES: Cell<Option<RwSignal<u32>>> = const { Cell::new(None) };
}

/// The text in the visitor's language. Without the boot script, as in a unit test, it is English.
pub fn served(key: &str, count: Option<u32>) -> Option<String> {
    if cfg!(test) {
        None
    } else {
        boot::text(key, count)
    }
}

/// Makes the signal that tells of another language. Call once, at the root.
pub fn provide() {
    CHANGES.set(Some(RwSignal::new(0)));
}

/// The person chose another language.
pub fn note_change() {
    if let Some(changes) = CHANGES.get() {
        changes.try_update(|count| *count = count.wrapping_add(1));
    }
}

/// Re-runs the caller when the language changes, if it is one that can be.
pub fn track() {
    if let (Some(changes), Some(_)) = (CHANGES.get(), Observer::get()) {
        changes.try_get();
    }
}
