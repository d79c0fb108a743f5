//! Every state of every screen, for everyone: what axe-core finds in each theme, and what a screen
//! reader is handed. What is to be seen is the list that the pictures are taken from.

use end_to_end::{
    Page, Result, Setup, ensure,
    pictures::{SCREENS, Screen, Studio, THEMES, WIDTHS},
    repository,
    tree::accessible_tree,
};
use std::{fs, path::PathBuf, time::Duration};

/// Half of the screens, so that two browsers share them.
fn half(odd: bool) -> impl Iterator<Item = &'static Screen> {
    SCREENS
        .iter()
        .enumerate()
        .filter(move |(place, _)| (place % 2 == 1) == odd)
        .map(|(_, screen)| screen)
}

/// What nobody could use: what axe-core finds in any theme, what scrolls sideways on a small phone or
/// at 400 % (WCAG 2.2, 1.4.10), what is too small to be hit (2.5.8).
async fn are_clean(odd: bool) -> Result<()> {
    let host = Setup::page().start()?;
    let studio = Studio::open(&WIDTHS[usize::from(odd)]).await?;
    let page = studio.page();
    let mut told = Vec::new();
    for screen in half(odd) {
        let name = screen.name;
        if let Err(error) = studio.show(&host, screen).await {
            told.push(format!("{error:#}"));
            continue;
        }
        for theme in THEMES {
            studio.wear(theme).await?;
            let found = page.axe().await?;
            told.extend(
                found
                    .iter()
                    .map(|found| format!("{name}, {}: {found}", theme.name)),
            );
        }
        page.resize(320, 640).await?;
        told.extend(
            page.too_wide()
                .await?
                .map(|over| format!("{name} scrolls sideways: {over}")),
        );
        told.extend(
            page.too_small()
                .await?
                .iter()
                .map(|small| format!("{name}: {small} is less than 24 px")),
        );
    }
    ensure!(told.is_empty(), "{}", told.join("\n"));
    Ok(())
}

/// Somebody could not use a screen in a state that nobody looked at.
#[journey]
async fn half_of_the_states_can_be_used_by_everyone() -> Result<()> {
    are_clean(false).await
}

/// The same for the other half.
#[journey]
async fn the_other_half_of_the_states_can_be_used_by_everyone() -> Result<()> {
    are_clean(true).await
}

fn kept(screen: &Screen) -> PathBuf {
    repository::root().join(format!("tests/trees/{}.txt", screen.name))
}

/// The first line in which two texts differ, with a few around it.
fn difference(old: &str, new: &str) -> String {
    const AROUND: usize = 2;
    let (old, new): (Vec<_>, Vec<_>) = (old.lines().collect(), new.lines().collect());
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new);
    let place = same.count();
    let part = |lines: &[&str], sign: &str| {
        let from = place.saturating_sub(AROUND).min(lines.len());
        let to = (place + AROUND + 1).min(lines.len());
        lines[from..to]
            .iter()
            .map(|line| format!("  {sign} {line}"))
            .collect::<Vec<_>>()
            .join("\n")
    };
    format!(
        "line {}\n{}\n{}",
        place + 1,
        part(&old, "-"),
        part(&new, "+")
    )
}

/// What a screen reader is handed once nothing changes any more: the focus and the window's title come a
/// little after the screen.
async fn settled(page: &Page) -> Result<String> {
    /// So often in a row the same: about a second.
    const STILL: u32 = 20;
    let (mut tree, mut same) = (String::new(), 0);
    page.holds("nothing changes any more", async || {
        let now = accessible_tree(page).await?;
        same = if now == tree { same + 1 } else { 0 };
        tree = now;
        Ok(same >= STILL)
    })
    .await?;
    Ok(tree)
}

/// What a screen reader is handed, waited for to be what was kept; else what it is in the end.
async fn as_kept(page: &Page, kept: &str) -> Result<String> {
    let patient = page.patience(Duration::from_secs(10));
    let became = patient.holds("it reads as it did", async || {
        Ok(accessible_tree(page).await? == kept)
    });
    match became.await {
        Ok(()) => Ok(kept.to_owned()),
        Err(_) => accessible_tree(page).await,
    }
}

/// With `E2E_ACCEPT_TREES` the new ones are kept: `make trees-accept`.
async fn read_as_they_did(odd: bool) -> Result<()> {
    let accept = std::env::var_os("E2E_ACCEPT_TREES").is_some();
    let host = Setup::page().start()?;
    let studio = Studio::open(&WIDTHS[1]).await?;
    let mut told = Vec::new();
    for screen in half(odd) {
        if let Err(error) = studio.show(&host, screen).await {
            told.push(format!("{error:#}"));
            continue;
        }
        let path = kept(screen);
        let old = fs::read_to_string(&path).unwrap_or_default();
        let new = if accept {
            settled(studio.page()).await?
        } else {
            as_kept(studio.page(), &old).await?
        };
        if old == new {
            continue;
        }
        if accept {
            fs::write(&path, &new)?;
        } else {
            told.push(format!("{}, {}", path.display(), difference(&old, &new)));
        }
    }
    ensure!(
        told.is_empty(),
        "A screen reader is handed something else. If it should be: `make trees-accept`, and read what changed.\n{}",
        told.join("\n")
    );
    Ok(())
}

/// What is drawn right could still be read wrong, or not at all.
#[journey]
async fn half_of_the_states_read_as_they_did() -> Result<()> {
    read_as_they_did(false).await
}

/// The same for the other half.
#[journey]
async fn the_other_half_of_the_states_read_as_they_did() -> Result<()> {
    read_as_they_did(true).await
}
