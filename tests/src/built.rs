//! Where the built pages are, and which of them this run is about.

use crate::repository;
use std::path::PathBuf;

/// Where a page's requests are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// Inside the tab.
    Prototype,
    /// By a portal behind the host.
    Portal,
}

/// The home that this run is about: `E2E_HOME`, `prototype` (default) or `portal`.
///
/// # Panics
/// For any other word.
#[must_use]
pub fn home() -> Home {
    match std::env::var("E2E_HOME").as_deref() {
        Err(_) | Ok("prototype") => Home::Prototype,
        Ok("portal") => Home::Portal,
        Ok(other) => panic!("E2E_HOME={other}: prototype or portal"),
    }
}

/// The folder with a built page, as `make dist` writes it.
///
/// # Panics
/// Where there is none: a test is never skipped.
#[must_use]
pub fn folder(home: Home) -> PathBuf {
    let name = match home {
        Home::Prototype => "prototype",
        Home::Portal => "portal",
    };
    let folder = repository::root().join("dist").join(name);
    assert!(
        folder.join("index.html").exists(),
        "there is no built page in {}: build it with `make dist`, or let `make test` do it all",
        folder.display()
    );
    folder
}
