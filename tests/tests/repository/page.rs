//! What a strict Content-Security-Policy and a small, whole page need.

use end_to_end::repository::{assert_none, root, source, sources};
use std::{collections::BTreeMap, path::Path};

/// A style file that no link loads, or loads twice, changes the page otherwise than it reads.
#[test]
fn every_style_file_is_linked_once() {
    let page = source(Path::new("index.html")).text;
    let mut linked: BTreeMap<String, usize> = BTreeMap::new();
    for link in page.split("href=\"").skip(1) {
        let path = link.split('"').next().unwrap_or_default();
        if Path::new(path)
            .extension()
            .is_some_and(|kind| kind == "css")
        {
            *linked.entry(path.to_owned()).or_default() += 1;
        }
    }
    let mut broken: Vec<String> = sources("style", "css")
        .into_iter()
        .filter(|style| !linked.contains_key(&style.path))
        .map(|style| format!("{} is linked nowhere", style.path))
        .collect();
    for (path, times) in &linked {
        if *times > 1 {
            broken.push(format!("{path} is linked {times} times"));
        }
        if !root().join(path).exists() {
            broken.push(format!("{path} is linked and does not exist"));
        }
    }
    assert!(
        !linked.is_empty(),
        "index.html links no style file: has the form of the links changed?"
    );
    assert_none(
        &broken,
        "index.html links every file of style/ once, in cascade order (Trunk resolves no @import).",
    );
}

/// The Content-Security-Policy has no `unsafe-inline`: such a style is dropped without a word.
#[test]
fn no_style_attributes() {
    let mut found = sources("src", "rs");
    found.push(source(Path::new("index.html")));
    let mut broken = Vec::new();
    for file in found {
        for (number, line) in file.lines() {
            let code = line.split("// ").next().unwrap_or_default();
            if [" style=", " style:", ".style((", "\"style\""]
                .iter()
                .any(|form| code.contains(form))
            {
                broken.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    assert_none(
        &broken,
        "no style attributes: a class in style/, or an SVG attribute such as fill=, does the same.",
    );
}

/// A timer of its own cannot be moved by a test, and makes it wait.
#[test]
fn the_page_waits_through_one_port() {
    let mut broken = Vec::new();
    for file in sources("src", "rs") {
        if file.path == "src/clock/timers.rs" {
            continue;
        }
        for (number, line) in file.code() {
            let forbidden = [
                "set_timeout",
                "set_interval",
                "gloo_timers",
                "TimeoutFuture",
                "Date::now",
                "Date.now",
                "setTimeout",
                "setInterval",
            ];
            if let Some(word) = forbidden.iter().find(|word| line.contains(**word)) {
                broken.push(format!("{}:{number} has {word}", file.path));
            }
        }
    }
    assert_none(
        &broken,
        "time and timers are in src/clock/timers.rs: use clock::now, clock::wait, clock::countdown or timers::once.",
    );
}

/// `wasm-opt --all-features` makes a file that no browser loads.
#[test]
fn wasm_opt_is_told_each_feature() {
    let script = source(Path::new("scripts/dist.sh")).text;
    let options = script.split("OPTIMIZE=(").nth(1).unwrap_or_default();
    let options = options.split(')').next().unwrap_or_default();
    assert!(
        options.contains("--enable-bulk-memory"),
        "scripts/dist.sh no longer holds wasm-opt's options in OPTIMIZE"
    );
    assert!(
        !options
            .split_whitespace()
            .any(|word| word == "-all" || word == "--all-features"),
        "name the features in OPTIMIZE one by one: --all-features emits what no browser reads yet"
    );
}
