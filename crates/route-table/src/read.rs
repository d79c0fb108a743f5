//! Reads the table and says what is wrong with it, line by line.

use serde::Deserialize;
use std::cmp::Reverse;

/// Who may be at a place.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// Signed in or not.
    Everyone,
    /// Before signing in.
    SignedOut,
    /// While a second factor is outstanding.
    SecondFactor,
    /// While a second factor has to be set up.
    SetUp,
    /// Signed in.
    SignedIn,
}

/// A place a person can be, with an address of its own.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// As the code names it.
    pub name: String,
    /// What it is, in a sentence.
    pub about: String,
    /// The path below the base.
    pub path: String,
    /// The key of the title in the message files.
    pub title: String,
    /// Who may be there.
    pub access: Access,
    /// The names of the routes that its screen leads to.
    pub exits: Vec<String>,
}

/// The whole file.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Where the frame around every screen leads somebody who is signed in.
    pub frame: Vec<String>,
    /// Every route.
    pub routes: Vec<Route>,
}

impl Table {
    /// The routes, those with the longest path first.
    pub fn longest_first(mut self) -> Vec<Route> {
        self.routes.sort_by_key(|route| Reverse(route.path.len()));
        self.routes
    }
}

/// Reads the table.
///
/// # Errors
/// Everything that is wrong with it, each with its line.
pub fn read(text: &str) -> Result<Table, Vec<String>> {
    let table: Table = serde_json::from_str(text)
        // serde_json names the line
        .map_err(|error| vec![error.to_string()])?;
    let mut wrong = Vec::new();
    let names: Vec<&str> = table.routes.iter().map(|route| &*route.name).collect();
    let paths: Vec<&str> = table.routes.iter().map(|route| &*route.path).collect();
    for (key, values) in [("name", names), ("path", paths)] {
        for (place, value) in values.iter().enumerate() {
            if values[..place].contains(value) {
                let line = line_of(text, &format!("\"{key}\": \"{value}\""), 1);
                wrong.push(format!("line {line}: the {key} {value} stands there twice"));
            }
        }
    }
    let exists = |name: &String| table.routes.iter().any(|route| route.name == *name);
    for route in &table.routes {
        let line = line_of(text, &format!("\"path\": \"{}\"", route.path), 0);
        if !route.path.starts_with('/') || route.path.len() > 1 && route.path.ends_with('/') {
            wrong.push(format!(
                "line {line}: the path {} does not begin with a slash, or ends with one",
                route.path
            ));
        }
        for exit in route.exits.iter().filter(|exit| !exists(exit)) {
            let line = line_of(text, &format!("\"{exit}\""), 0);
            wrong.push(format!(
                "line {line}: {} leads to {exit}, which is no route",
                route.name
            ));
        }
        let is_entrance = route.path == "/";
        let is_led_to = table.frame.contains(&route.name)
            || table
                .routes
                .iter()
                .any(|other| other.name != route.name && other.exits.contains(&route.name));
        if !is_entrance && !is_led_to {
            wrong.push(format!("line {line}: nothing leads to {}", route.name));
        }
    }
    for exit in table.frame.iter().filter(|exit| !exists(exit)) {
        let line = line_of(text, &format!("\"{exit}\""), 0);
        wrong.push(format!(
            "line {line}: the frame leads to {exit}, which is no route"
        ));
    }
    if wrong.is_empty() {
        Ok(table)
    } else {
        Err(wrong)
    }
}

/// The number of the line that holds `words`, after `skipped` others that do.
fn line_of(text: &str, words: &str, skipped: usize) -> usize {
    text.lines()
        .zip(1..)
        .filter(|(line, _)| line.contains(words))
        .nth(skipped)
        .map_or(1, |(_, number)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The file with one change to it.
    fn wrong_with(from: &str, to: &str) -> Vec<String> {
        let changed = crate::FILE.replacen(from, to, 1);
        assert_ne!(changed, crate::FILE, "{from} is not in routes.json");
        read(&changed).expect_err(to)
    }

    fn line_with(words: &str) -> usize {
        line_of(crate::FILE, words, 0)
    }

    #[test]
    fn the_file_is_right() {
        assert_eq!(read(crate::FILE).err(), None);
    }

    #[test]
    fn a_longer_path_comes_before_its_beginning() {
        let paths: Vec<&str> = crate::all()
            .iter()
            .map(|route| route.path.as_str())
            .collect();
        assert!(
            paths.is_sorted_by_key(|path| Reverse(path.len())),
            "{paths:?}"
        );
        assert_eq!(paths.last(), Some(&"/"));
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        let wrong = wrong_with("\"path\": \"/help\"", "\"way\": \"/help\"");
        let line = format!("line {}", line_with("\"/help\""));
        assert!(
            wrong[0].contains("`way`") && wrong[0].contains(&line),
            "{wrong:?}"
        );
    }

    #[test]
    fn a_path_that_stands_there_twice_is_named_with_its_line() {
        let wrong = wrong_with("\"path\": \"/help\"", "\"path\": \"/apps\"");
        let line = format!(
            "line {}: the path /apps stands there twice",
            line_with("\"/help\"")
        );
        assert!(wrong.contains(&line), "{wrong:?}");
    }

    #[test]
    fn an_exit_to_nowhere_is_named_with_its_line() {
        let wrong = wrong_with("\"exits\": [\"Security\"]", "\"exits\": [\"Safety\"]");
        let line = line_with("\"exits\": [\"Security\"]");
        let said = format!("line {line}: Profile leads to Safety, which is no route");
        assert!(wrong.contains(&said), "{wrong:?}");
    }

    #[test]
    fn a_route_that_nothing_leads_to_is_named_with_its_line() {
        let wrong = wrong_with("\"Profile\", ", "");
        let line = line_with("\"path\": \"/profile\"");
        assert_eq!(wrong, [format!("line {line}: nothing leads to Profile")]);
    }
}
