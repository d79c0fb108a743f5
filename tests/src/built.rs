//! Where the built page is.

use crate::repository;
use std::path::PathBuf;

/// The folder with the built prototype: `E2E_DIST`, or where `make test` builds it.
///
/// # Panics
/// Where there is none: a test is never skipped.
#[must_use]
pub fn prototype() -> PathBuf {
    let folder = std::env::var_os("E2E_DIST").map_or_else(
        || repository::root().join("target/e2e/prototype"),
        PathBuf::from,
    );
    assert!(
        folder.join("index.html").exists(),
        "there is no built page in {}: build it with `make prototype`, or let `make test` do it all",
        folder.display()
    );
    folder
}
