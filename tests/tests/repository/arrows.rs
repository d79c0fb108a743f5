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

/// A screen that knows of the prototype behaves otherwise in production.
#[test]
fn screens_know_nothing_of_the_prototype() {
    let found = ["src/screens", "src/api", "src/ui"].map(|folder| sources(folder, "rs"));
    assert_none(
        &mentions(
            &found.into_iter().flatten().collect::<Vec<_>>(),
            &["portal::"],
        ),
        "screens, api and ui are the same in both targets: let src/prototype reach in, through a slot or the Transport.",
    );
}

/// Where the two build targets may differ, and why.
const DIFFERENT: &[(&str, &str)] = &[
    ("src/lib.rs", "the prototype is a module of its own"),
    (
        "src/start/target.rs",
        "it chooses where requests are answered",
    ),
    (
        "src/start/mod.rs",
        "what stands in until the prototype is there",
    ),
    (
        "src/start/second_chunk.rs",
        "the made-up portal comes with the screens",
    ),
    ("src/start/boot.rs", "a link to the prototype names a world"),
    (
        "src/memory.rs",
        "the portal's stack is overwritten where it runs in the tab",
    ),
];

/// Where the two targets differ in many places, what was tried in one says little of the other.
#[test]
fn the_targets_differ_in_few_places() {
    let mut everywhere = sources("src", "rs");
    everywhere.retain(|source| !source.path.starts_with("src/prototype/"));
    let mut broken = mentions(&everywhere, &["feature = \"prototype\""]);
    for (path, reason) in DIFFERENT {
        let before = broken.len();
        broken.retain(|place| !place.starts_with(path));
        assert!(
            broken.len() < before,
            "{path} ({reason}) needs no excuse any more: take it out of DIFFERENT"
        );
    }
    assert_none(
        &broken,
        "src/start/target.rs chooses the target: move what the prototype alone needs into src/prototype.",
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
