//! What every portal must do, whatever store is behind it and however it is reached: cases in a
//! person's words, each named for what that person would lose, and a model-based test.
//!
//! A test binary runs all of it over one [`Backend`]:
//! ```no_run
//! fn main() -> std::process::ExitCode {
//!     contract_suite::run(contract_suite::over_memory)
//! }
//! ```
//! with `harness = false` in its manifest. A store of its own (SQLite, PostgreSQL) is another
//! [`Backend`] and another such binary.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where it fails"
)]

mod backend;
mod browser;
mod case;
mod cases;
mod codes;
mod devices;
mod memory;
mod model;
mod prelude;
mod run;
mod world;

pub use backend::{Api, Backend, Start};
pub use devices::{Devices, FakeClock, Hasher, Phone};
pub use memory::over_memory;
pub use run::run;
