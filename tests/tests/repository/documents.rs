//! What the documents say is so.

use end_to_end::repository::{Source, assert_none, root, source, sources};
use serde_json::Value;
use std::path::Path;

/// The documents of the repository.
fn documents() -> Vec<Source> {
    let mut all = sources("docs", "md");
    for path in ["README.md", "CONTRIBUTING.md"] {
        if root().join(path).exists() {
            all.push(source(Path::new(path)));
        }
    }
    all
}

/// The targets of links to other files, without their anchors, and the paths in backticks.
fn paths(text: &str) -> Vec<(bool, &str)> {
    const FOLDERS: [&str; 9] = [
        ".github/", "bench/", "crates/", "docs/", "public/", "scripts/", "src/", "style/", "tests/",
    ];
    let links = text
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', '#']).next())
        .filter(|link| !link.is_empty() && !link.contains("://"))
        .map(|link| (true, link));
    let named = text
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|code| FOLDERS.iter().any(|folder| code.starts_with(folder)))
        .filter(|code| !code.contains(['*', '{', '<', ' ', '…']))
        .filter(|code| !code.contains("NAME") && !code.contains("LANGUAGE"))
        .map(|code| (false, code));
    links.chain(named).collect()
}

/// A newcomer would look for a file that is gone.
#[test]
fn documents_name_files_that_exist() {
    let mut broken = Vec::new();
    for file in documents() {
        let folder = Path::new(&file.path).parent().unwrap_or(Path::new(""));
        for (is_link, path) in paths(&file.text) {
            let found = if is_link {
                folder.join(path)
            } else {
                path.into()
            };
            if !root().join(found).exists() {
                broken.push(format!("{}: {path}", file.path));
            }
        }
    }
    assert_none(&broken, "these do not exist; say where they are now:");
}

/// The guide's sentences would be improved by and by, and people who follow it would not find them.
#[test]
fn the_sentences_of_the_guide_are_on_the_screen() {
    let english: Value = serde_json::from_str(&source(Path::new("public/locales/en-US.json")).text)
        .expect("the English file is JSON");
    let guide = source(Path::new("docs/guide.md")).text;
    let rows: Vec<(&str, &str)> = guide
        .lines()
        .filter_map(|line| {
            line.strip_prefix("| `")?
                .strip_suffix(" |")?
                .split_once("` | ")
        })
        .filter(|(key, _)| key.contains('.'))
        .collect();
    assert!(rows.len() > 20, "the table of docs/guide.md was not found");
    let broken: Vec<String> = rows
        .iter()
        .filter(|(key, sentence)| {
            let text = &english[*key];
            text.get("other").unwrap_or(text) != sentence
        })
        .map(|(key, sentence)| format!("{key}: {sentence}"))
        .collect();
    assert_none(
        &broken,
        "public/locales/en-US.json says otherwise than docs/guide.md; the guide is right:",
    );
}
