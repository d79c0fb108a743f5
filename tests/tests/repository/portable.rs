//! A fresh clone on another machine is all there is; and a test that sleeps is slow when it passes
//! and wrong when it fails.

use end_to_end::repository::{Source, assert_none, root, source, sources};
use std::path::PathBuf;

/// All that people wrote here, whatever its kind.
fn everything() -> Vec<Source> {
    let kinds = [
        "rs", "sh", "toml", "md", "html", "css", "js", "json", "ftl", "svg",
    ];
    let folders = [
        "src", "crates", "tests", "scripts", "style", "public", "docs",
    ];
    let mut all: Vec<Source> = folders
        .iter()
        .flat_map(|folder| kinds.iter().flat_map(|kind| sources(folder, kind)))
        .collect();
    for name in [
        "Cargo.toml",
        "Trunk.toml",
        "deny.toml",
        "CONTRIBUTING.md",
        "Makefile",
        "README.md",
        "index.html",
        ".ci/run",
    ] {
        if root().join(name).exists() {
            all.push(source(&PathBuf::from(name)));
        }
    }
    all
}

fn lines_with(found: &[Source], forbidden: &[&str]) -> Vec<String> {
    let mut broken = Vec::new();
    for file in found {
        for (number, line) in file.lines() {
            for word in forbidden.iter().filter(|word| line.contains(**word)) {
                broken.push(format!("{}:{number} has {word}", file.path));
            }
        }
    }
    broken
}

/// It would work for whoever wrote it, and for nobody else.
#[test]
fn no_file_names_a_path_of_this_machine() {
    // written in two halves, so that this file does not break its own rule
    let forbidden = [
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("../sha", "red"),
        concat!("/t", "mp/"),
    ];
    assert_none(
        &lines_with(&everything(), &forbidden),
        "the project stands alone: find a path from the script's or the package's own place, or by mktemp.",
    );
}

/// A registry's host that is wrong here is wrong in every clone.
#[test]
fn no_file_names_the_host_of_a_registry() {
    let forbidden = [
        concat!("crates", ".io"),
        concat!("registry.npm", "js.org"),
        concat!("deb.deb", "ian.org"),
        concat!("static.rust", "-lang.org"),
        concat!("artif", "actory"),
    ];
    assert_none(
        &lines_with(&everything(), &forbidden),
        "cargo, npm and apt know where their packages are: name the package, not the host.",
    );
}

/// The pause that is long enough today is too short on a busy machine.
#[test]
fn no_test_sleeps() {
    let mut tests = sources("tests", "rs");
    tests.extend(
        sources("crates", "rs")
            .into_iter()
            .filter(|source| source.path.contains("/tests/")),
    );
    assert_none(
        &lines_with(
            &tests,
            &[concat!("sle", "ep("), concat!("sle", "ep_until(")],
        ),
        "wait for what you wait for: page.see, page.gone, page.holds and the finders all do.",
    );
}
