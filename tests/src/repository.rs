//! The files of this repository, for the rules it keeps.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The root of the checkout.
///
/// # Panics
/// If this package is not one folder below it.
#[must_use]
pub fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package
        .parent()
        .expect("tests/ is a folder of the repository")
        .to_owned()
}

/// A file of the repository.
pub struct Source {
    /// From the root, with `/`.
    pub path: String,
    /// All of it.
    pub text: String,
}

impl Source {
    /// Its lines with their numbers from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line))
    }

    /// Its lines that are Rust code: without comments and without what stands below
    /// `#[cfg(test)]`, which is last in a file here.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines()
            .take_while(|(_, line)| !line.trim_start().starts_with("#[cfg(test)]"))
            .map(|(number, line)| (number, line.split("//").next().unwrap_or_default()))
            .filter(|(_, line)| !line.trim().is_empty())
    }
}

/// All files below `folder` that end with `.extension`, in order of their names; none if there is
/// no such folder.
///
/// # Panics
/// If one cannot be read.
#[must_use]
pub fn sources(folder: &str, extension: &str) -> Vec<Source> {
    let root = root();
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if path.is_dir()
                && !hidden
                && !path.ends_with("target")
                && !path.ends_with("node_modules")
            {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(source(
                    path.strip_prefix(&root).expect("it is below the root"),
                ));
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// One file.
///
/// # Panics
/// If it cannot be read.
#[must_use]
pub fn source(path: &Path) -> Source {
    let text = fs::read_to_string(root().join(path))
        .unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    Source {
        path: path.display().to_string(),
        text,
    }
}

/// Fails with everything that breaks a rule, and what to do.
///
/// # Panics
/// If anything breaks it.
#[track_caller]
pub fn assert_none(broken: &[String], advice: &str) {
    assert!(broken.is_empty(), "{advice}\n  {}", broken.join("\n  "));
}
