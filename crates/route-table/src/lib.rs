//! The page's routes: `routes.json`, where each path, title, access and exit stands once. The page's
//! build makes the enum `Route` of it ([`code`]); the made-up world and the tests read [`all`].

mod code;
mod read;

pub use code::code;
pub use read::{Access, Route, Table, read};

use std::sync::LazyLock;

/// The text of `routes.json`.
pub const FILE: &str = include_str!("../../../routes.json");

/// Every route, those with the longest path first, so that the first one that a path ends in is its
/// route. None, if the file is wrong: then the page's build says why.
pub fn all() -> &'static [Route] {
    static ALL: LazyLock<Vec<Route>> =
        LazyLock::new(|| read(FILE).map(Table::longest_first).unwrap_or_default());
    &ALL
}
