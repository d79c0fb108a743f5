//! Arrows run one way: screens -> ui, api -> contract; prototype -> made-up -> portal -> contract.

use end_to_end::repository::{Source, assert_none, source, sources};
use std::path::Path;

/// Whether this dependency works in a browser alone.
fn is_of_a_browser(name: &str) -> bool {
    [
        "leptos",
        "web-sys",
        "js-sys",
        "wasm-bindgen",
        "gloo",
        "tokio",
        "app-password-portal",
    ]
    .iter()
    .any(|browser| name.starts_with(browser))
}

/// Every place in `folder` whose code mentions one of `forbidden`.
fn mentions(found: &[Source], forbidden: &[&str]) -> Vec<String> {
    let mut broken = Vec::new();
    for source in found {
        for (number, line) in source.code() {
            for word in forbidden.iter().filter(|word| line.contains(**word)) {
                broken.push(format!("{}:{number} mentions {word}", source.path));
            }
        }
    }
    broken
}

/// The names under `[dependencies]` of a manifest, and under what depends on a target.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut inside = false;
    for line in source(Path::new(manifest)).text.lines() {
        if let Some(table) = line.strip_prefix('[') {
            let table = table.trim_end().trim_end_matches(']');
            inside = table == "dependencies" || table.ends_with(".dependencies");
            names.extend(
                table
                    .split_once("dependencies.")
                    .map(|(_, name)| name.to_owned()),
            );
        } else if inside && !line.trim_start().starts_with('#') {
            names.extend(
                line.split_once('=')
                    .map(|(name, _)| name.trim().split('.').next().unwrap_or_default().to_owned()),
            );
        }
    }
    names
}

/// A widget that knows a screen or an endpoint cannot be used anywhere else.
#[test]
fn widgets_know_nothing_of_the_application() {
    let forbidden = [
        "crate::api",
        "crate::session",
        "crate::routes",
        "crate::screens",
        "crate::prototype",
        "crate::frame",
        "crate::start",
        "super::super::",
    ];
    assert_none(
        &mentions(&sources("src/ui", "rs"), &forbidden),
        "src/ui is the ground: hand what it needs in as a property, from the screen.",
    );
}

/// A screen that knows of the prototype behaves otherwise in production.
#[test]
fn screens_know_nothing_of_the_prototype() {
    let found = ["src/screens", "src/api", "src/ui"].map(|folder| sources(folder, "rs"));
    assert_none(
        &mentions(
            &found.into_iter().flatten().collect::<Vec<_>>(),
            &["crate::prototype", "portal::"],
        ),
        "screens, api and ui are the same in both homes: let src/prototype reach in, through a slot or the Transport.",
    );
}

/// A request that knows a screen cannot be made from another.
#[test]
fn the_api_knows_no_screen() {
    assert_none(
        &mentions(
            &sources("src/api", "rs"),
            &["crate::screens", "crate::ui", "crate::frame"],
        ),
        "src/api is one short method for each endpoint: what is shown is the screen's matter.",
    );
}

/// Files that leave out what one home does not need, and choose nothing.
const LEFT_OUT: &[(&str, &str)] = &[
    (
        "src/api/mod.rs",
        "fetch is the Transport of production alone",
    ),
    (
        "src/start/second_chunk.rs",
        "the made-up portal comes in the file of the screens",
    ),
    (
        "src/config.rs",
        "the form of production needs the API's address before the rest is read",
    ),
    (
        "src/memory.rs",
        "the portal's stack is overwritten where it runs in the tab",
    ),
    (
        "src/words/text.rs",
        "the time of day is shown on the prototype's phone alone",
    ),
];

/// Where the two homes differ in many places, what was tried in one says little of the other.
#[test]
fn one_file_chooses_the_home() {
    let mut elsewhere = sources("src", "rs");
    elsewhere.retain(|source| {
        !["src/lib.rs", "src/start/mod.rs"].contains(&source.path.as_str())
            && !source.path.starts_with("src/prototype/")
    });
    let mut broken = mentions(
        &elsewhere,
        &["feature = \"prototype\"", "feature = \"production\""],
    );
    for (path, reason) in LEFT_OUT {
        let before = broken.len();
        broken.retain(|place| !place.starts_with(path));
        assert!(
            broken.len() < before,
            "{path} ({reason}) needs no excuse any more: take it out of LEFT_OUT"
        );
    }
    assert_none(
        &broken,
        "only src/start/mod.rs knows that there are two homes: move what one home alone needs into src/prototype.",
    );
}

/// Every dependency of the contract is one of the page and of the server.
#[test]
fn the_contract_stands_on_serde_alone() {
    let broken: Vec<String> = dependencies("crates/contract/Cargo.toml")
        .into_iter()
        .filter(|name| !["serde", "zeroize"].contains(&name.as_str()))
        .collect();
    assert_none(
        &broken,
        "crates/contract depends on serde and zeroize, and on nothing else:",
    );
}

/// Tests and pictures share the made-up world with the tab.
#[test]
fn the_made_up_world_knows_no_browser() {
    let broken: Vec<String> = dependencies("crates/made-up/Cargo.toml")
        .into_iter()
        .filter(|name| is_of_a_browser(name))
        .collect();
    assert_none(
        &broken,
        "crates/made-up runs in a tab and in a test: src/prototype adds what a browser has.",
    );
}

/// The same crate answers in the tab and on a server.
#[test]
fn the_portal_knows_no_browser() {
    let broken: Vec<String> = dependencies("crates/portal/Cargo.toml")
        .into_iter()
        .filter(|name| is_of_a_browser(name))
        .collect();
    assert_none(
        &broken,
        "crates/portal runs in a tab and on a server: time, randomness and messengers are handed in.",
    );
}

/// The rules of the portal hold whichever store is behind them.
#[test]
fn the_rules_know_no_http_and_no_store() {
    assert_none(
        &mentions(
            &sources("crates/portal/src/rules", "rs"),
            &["axum::", "crate::http", "crate::store::memory"],
        ),
        "the rules decide, and do not fetch, save or answer: src/http asks them.",
    );
}

#[test]
fn dependencies_are_read_in_every_form() {
    let page = dependencies("Cargo.toml");
    for name in ["leptos", "web-sys", "contract"] {
        assert!(
            page.iter().any(|found| found == name),
            "{name} is missing: {page:?}"
        );
    }
    assert!(
        !page.iter().any(|found| found == "features"),
        "a key of a table is no dependency"
    );
}
