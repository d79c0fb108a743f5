//! Every state of every screen, brought up one after the other: for people to look at (`make shots`), and
//! for `make test` to see that a change of one thing did not move another. What is to be seen is one list,
//! `made_up::STATES`.
#![allow(
    clippy::missing_errors_doc,
    reason = "each fails where a browser or a file does"
)]

pub mod compare;
pub mod frame;
mod looks;
pub mod measure;
mod studio;

pub use looks::{KEPT, Look, THEMES, Theme, WIDTHS, Width};
pub use made_up::{STATES as SCREENS, State as Screen, Step};
pub use studio::Studio;

use end_to_end::repository;
use std::path::PathBuf;

/// Where the pictures lie that `make test` compares with.
#[must_use]
pub fn kept() -> PathBuf {
    repository::root().join("tests/pictures")
}

/// Where `make shots` puts all of them.
#[must_use]
pub fn shots() -> PathBuf {
    repository::root().join("target/shots")
}

/// The name of a picture's file: `list.dark.narrow.png`.
#[must_use]
pub fn file_name(screen: &Screen, look: Look) -> String {
    format!(
        "{}.{}.{}.png",
        screen.name, look.theme.name, look.width.name
    )
}
