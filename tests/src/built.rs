//! Where the built pages are.

use crate::repository;
use std::path::PathBuf;

/// What the page was built for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A portal in the tab answers its requests.
    Prototype,
    /// A portal behind the host answers them.
    Production,
}

/// Both.
pub const TARGETS: [Target; 2] = [Target::Prototype, Target::Production];

/// The folder with a built page, as `make dist` writes it.
///
/// # Panics
/// Where there is none: a test is never skipped.
#[must_use]
pub fn folder(target: Target) -> PathBuf {
    let name = match target {
        Target::Prototype => "prototype",
        Target::Production => "portal",
    };
    let folder = repository::root().join("dist").join(name);
    assert!(
        folder.join("index.html").exists(),
        "there is no built page in {}: build it with `make dist`, or let `make test` do it all",
        folder.display()
    );
    folder
}
