//! How much two pictures differ to the eye: `scripts/pictures/compare.mjs`, with pixelmatch, which was
//! made for pictures of pages and leaves out the smoothed edges of letters. What counts is the worst
//! place. A score of the whole picture (SSIM and its kin) is lost on this page, most of which is paper:
//! one word is a thousandth of it.

use super::kept;
use anyhow::Context;
use end_to_end::{Result, ensure, repository};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// So many pixels may differ in a square of 24 by 24. Letters that are drawn a tenth of a pixel bolder
/// come to 10, a word to 100, a line of another colour to 48, an area to all 576.
pub const TOLERANCE: u64 = 20;

/// What came of it.
#[derive(Debug)]
pub struct Difference {
    /// So many pixels differ to see where it is worst.
    pub pixels: u64,
    /// The files: as it was, as it is, and what differs in red.
    pub files: [PathBuf; 3],
}

impl Difference {
    /// Whether it is too much.
    #[must_use]
    pub const fn shows(&self) -> bool {
        self.pixels > TOLERANCE
    }
}

fn node(script: &str, arguments: &[&Path]) -> Result<String> {
    let output = Command::new("node")
        .arg(repository::root().join("scripts/pictures").join(script))
        .args(arguments)
        .output()
        .context("node is missing: `make test` says how to install it")?;
    ensure!(
        output.status.success(),
        "{script}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Puts both beside each other under `target/pictures`, and compares them.
pub fn compare(name: &str, before: &[u8], after: &[u8]) -> Result<Difference> {
    let folder = repository::root().join("target/pictures");
    fs::create_dir_all(&folder)?;
    let stem = name.trim_end_matches(".png");
    let files = ["old", "new", "difference"].map(|kind| folder.join(format!("{stem}.{kind}.png")));
    let [old, new, difference] = &files;
    fs::write(old, before)?;
    fs::write(new, after)?;
    let printed = node("compare.mjs", &[old, new, difference])?;
    let pixels = printed.parse().with_context(|| printed.clone())?;
    Ok(Difference { pixels, files })
}

/// Compares a picture with the one that is kept under its name.
pub fn with_kept(name: &str, after: &[u8]) -> Result<Difference> {
    let path = kept().join(name);
    let before = fs::read(&path).with_context(|| {
        format!(
            "{} is not kept yet: `make shots-accept` keeps it",
            path.display()
        )
    })?;
    compare(name, &before, after)
}

/// Keeps this picture under this name from now on, as small as it gets; one that looks the same stays,
/// so that the history does not grow by every version of a browser.
pub fn keep(name: &str, picture: &[u8]) -> Result<()> {
    let path = kept().join(name);
    if path.exists() && with_kept(name, picture)?.pixels == 0 {
        return Ok(());
    }
    println!("{}", path.display());
    let raw = path.with_extension("raw.png");
    fs::write(&raw, picture)?;
    let outcome = node("keep.mjs", &[&raw, &path]);
    fs::remove_file(&raw)?;
    outcome.map(drop)
}
