//! Every state of every screen is opened once, in the light on a laptop: what a screen reader is handed,
//! what axe-core finds in each theme, whether it fits a small phone, whether everything can be hit, and
//! whether it looks as it did.

use end_to_end::{Page, Result, Setup, ensure, repository, tree::accessible_tree};
use std::{fs, path::PathBuf, time::Duration};
use sweep::{
    KEPT, SCREENS, Screen, Studio, THEMES, WIDTHS, compare, file_name,
    frame::{frame_of, without_frame},
    measure::{too_small, too_wide},
};

/// The state whose frame stands for that of all: `frame.txt`.
const FRAMED: &str = "list";

fn kept(name: &str) -> PathBuf {
    repository::root().join(format!("tests/trees/{name}.txt"))
}

fn kept_tree(name: &str) -> String {
    // a new state has none
    fs::read_to_string(kept(name)).unwrap_or_default()
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
        let lines = lines[from..to].iter();
        let lines: Vec<_> = lines.map(|line| format!("  {sign} {line}")).collect();
        lines.join("\n")
    };
    let (old, new) = (part(&old, "-"), part(&new, "+"));
    format!("line {}\n{old}\n{new}", place + 1)
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

/// With `E2E_ACCEPT_TREES` the tree is kept: `make trees-accept`.
async fn accept(page: &Page, screen: &Screen) -> Result<()> {
    let tree = settled(page).await?;
    if screen.name == FRAMED {
        fs::write(kept("frame"), frame_of(&tree).concat())?;
    }
    let frame = frame_of(&kept_tree("frame"));
    fs::write(kept(screen.name), without_frame(&tree, &frame))?;
    Ok(())
}

/// How the tree differs from the kept one, which it is given time to become.
async fn reads(page: &Page, screen: &Screen) -> Result<Option<String>> {
    let (frame, old) = (kept_tree("frame"), kept_tree(screen.name));
    let parts = frame_of(&frame);
    let read = async || -> Result<String> {
        let tree = accessible_tree(page).await?;
        let whole = screen.name == FRAMED && frame_of(&tree).concat() != frame;
        Ok(if whole {
            tree
        } else {
            without_frame(&tree, &parts)
        })
    };
    let patient = page.patience(Duration::from_secs(10));
    let became = patient.holds("it reads as it did", async || Ok(read().await? == old));
    if became.await.is_ok() {
        return Ok(None);
    }
    let differs = difference(&old, &read().await?);
    Ok(Some(format!("{}, {differs}", kept(screen.name).display())))
}

/// What axe-core finds: all rules in the light, and in the other themes that of their colours.
async fn axe(studio: &Studio) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for (place, theme) in THEMES.iter().enumerate() {
        studio.wear(theme).await?;
        let rules: &[&str] = if place == 0 { &[] } else { &["color-contrast"] };
        let found = studio.page().axe_only(rules).await?;
        all.extend(found.iter().map(|found| format!("{}: {found}", theme.name)));
    }
    Ok(all)
}

/// What scrolls sideways on a small phone or at 400 % (WCAG 2.2, 1.4.10), and what is too small to be hit
/// (2.5.8).
async fn sizes(page: &Page) -> Result<Vec<String>> {
    page.resize(320, 640).await?;
    let wide = too_wide(page).await?;
    let mut all: Vec<_> = wide
        .map(|over| format!("it scrolls sideways: {over}"))
        .into_iter()
        .collect();
    let small = too_small(page).await?;
    all.extend(
        small
            .iter()
            .map(|small| format!("{small} is less than 24 px")),
    );
    Ok(all)
}

/// Which pictures differ from the kept ones, and what to open.
async fn pictures(studio: &Studio, screen: &Screen) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for look in KEPT {
        let name = file_name(screen, *look);
        let picture = studio.picture(*look).await?;
        let difference = compare::with_kept(&name, &picture)?;
        if difference.shows() {
            let [old, new, drawn] = difference.files.map(|file| file.display().to_string());
            all.push(format!(
                "{name}: {} pixels differ where it is worst, {} may\n  old        {old}\n  new        {new}\n  difference {drawn}",
                difference.pixels, compare::TOLERANCE
            ));
        }
    }
    Ok(all)
}

async fn look_at(studio: &Studio, screen: &Screen) -> Result<Vec<String>> {
    let page = studio.page();
    if std::env::var_os("E2E_ACCEPT_TREES").is_some() {
        accept(page, screen).await?;
        return Ok(vec![]);
    }
    let mut told = Vec::new();
    if screen.main {
        // before anything else, as `make shots-accept` takes them
        told.extend(pictures(studio, screen).await?);
        page.resize(WIDTHS[1].pixels, WIDTHS[1].height).await?;
        studio.wear(&THEMES[0]).await?;
    }
    told.extend(reads(page, screen).await?);
    told.extend(axe(studio).await?);
    told.extend(sizes(page).await?);
    Ok(told)
}

/// Every other screen, so that two browsers share them.
async fn sweep(odd: bool) -> Result<()> {
    let host = Setup::page().start()?;
    let studio = Studio::open(&WIDTHS[1]).await?;
    let mut told = Vec::new();
    let mut screens: Vec<&Screen> = SCREENS.iter().collect();
    // the others are compared with its frame
    screens.sort_by_key(|screen| screen.name != FRAMED);
    for (place, screen) in screens.into_iter().enumerate() {
        if (place % 2 == 1) != odd {
            continue;
        }
        let found = match studio.show(&host, screen).await {
            Ok(()) => look_at(&studio, screen).await?,
            Err(error) => vec![format!("{error:#}")],
        };
        told.extend(
            found
                .iter()
                .map(|found| format!("{}: {found}", screen.name)),
        );
    }
    ensure!(
        told.is_empty(),
        "If a tree or a picture should be otherwise: `make trees-accept`, `make shots-accept`, and look at what changed.\n{}",
        told.join("\n")
    );
    Ok(())
}

/// Somebody could not use a screen, or would hear or see it wrong, in a state that nobody looked at.
#[journey]
async fn one_half_of_the_states() -> Result<()> {
    sweep(false).await
}

/// The same for the other half.
#[journey]
async fn the_other_half_of_the_states() -> Result<()> {
    sweep(true).await
}
