//! A copy of a release's folder that can become the next release, as a deployment makes it.

use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

/// The copy; gone when it is dropped.
pub struct Copied(PathBuf);

impl Copied {
    /// Copies the folder, without the compressed files: they would be older than what is changed.
    pub fn of(folder: &Path) -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("{}-{}", process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
        let place = crate::repository::root()
            .join("target/e2e/releases")
            .join(name);
        copy(folder, &place)?;
        Ok(Self(place))
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// Gives the release in it another name, wherever that stands.
    pub fn renew(&self) -> Result<()> {
        let page = fs::read_to_string(self.0.join("index.html"))?;
        let old = page
            .split("data-release=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let old = old.context("index.html names no release")?;
        let new: String = old.chars().rev().collect();
        rename(&self.0, old, &new)
    }
}

impl Drop for Copied {
    fn drop(&mut self) {
        // What is left lies below target/, and no test reads it.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        if path.is_dir() {
            copy(&path, &to.join(name))?;
        } else if !is(&path, &["br", "gz"]) {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}

fn rename(folder: &Path, old: &str, new: &str) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            rename(&path, old, new)?;
        } else if is(&path, &["html", "js"]) {
            fs::write(&path, fs::read_to_string(&path)?.replace(old, new))?;
        }
    }
    Ok(())
}

fn is(path: &Path, kinds: &[&str]) -> bool {
    path.extension()
        .is_some_and(|kind| kinds.iter().any(|known| kind == *known))
}
