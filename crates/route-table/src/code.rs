//! The enum `Route` of the page.

use crate::{Route, Table};
use std::fmt::Write;

/// Rust for the enum and what the table says of each route. It stands on the page's modules `words`,
/// for the titles, and `Access`.
pub fn code(table: Table) -> String {
    let routes = table.longest_first();
    let mut code = String::from(
        "/// A place a person can be, with an address of its own.\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]\npub enum Route {\n",
    );
    for route in &routes {
        // Writing to a String does not fail.
        let _ = writeln!(code, "    /// {}\n    {},", route.about, route.name);
    }
    let names: Vec<String> = routes
        .iter()
        .map(|route| format!("Self::{}", route.name))
        .collect();
    let _ = writeln!(
        code,
        "}}\n\nimpl Route {{\n    /// Every route.\n    pub const ALL: [Self; {}] = [{}];",
        routes.len(),
        names.join(", ")
    );
    let mut method = |about: &str, head: &str, value: &dyn Fn(&Route) -> String| {
        let _ = writeln!(
            code,
            "\n    /// {about}\n    {head} {{\n        match self {{"
        );
        for route in &routes {
            let _ = writeln!(
                code,
                "            Self::{} => {},",
                route.name,
                value(route)
            );
        }
        code.push_str("        }\n    }\n");
    };
    method(
        "The path below the base.",
        "pub const fn path(self) -> &'static str",
        &|route| format!("{:?}", route.path),
    );
    method(
        "The screen's title, for the window and for the announcement on arrival.",
        "pub fn title(self) -> crate::words::Text",
        &|route| format!("crate::words::{}()", route.title.replace('.', "::")),
    );
    method(
        "Who may be there.",
        "pub(super) const fn access(self) -> Access",
        &|route| format!("Access::{:?}", route.access),
    );
    code.push_str("}\n");
    code
}
