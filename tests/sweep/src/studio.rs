//! A browser that draws the same pixels on every machine: with fonts of its own, no motion, and a
//! page whose clock stands still.

use super::{
    Screen, Step,
    looks::{Look, Theme, Width},
};
use anyhow::Context;
use end_to_end::{
    Engine, Host, Name, Page, Result, Role, begins, json,
    steps::{delete, text_code},
};
use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

/// A link with this added gives the same pixels each time.
const STILL: &str = "now=2016-11-02T09:00:00Z&seed=7";

/// What the fonts are drawn with. Hinting, the order of the colours in a pixel and the profile of the
/// screen are the machine's otherwise.
const DRAWING: &[&str] = &[
    "--font-render-hinting=none",
    "--disable-lcd-text",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    // nothing is left of what was painted before the window grew
    "--disable-partial-raster",
    "--disable-checker-imaging",
    "--run-all-compositor-stages-before-draw",
];

/// Chromium, set up to have its picture taken.
pub struct Studio {
    page: Page,
    width: &'static Width,
    _fonts: Fonts,
}

/// Of the folders with fonts: one for each browser of this process.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// The folder with the file that names the fonts, gone with the browser.
struct Fonts(PathBuf);

impl Drop for Fonts {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Fonts {
    fn pinned() -> Result<Self> {
        let tools = std::env::var("NODE_TOOLS").context(
            "NODE_TOOLS names no folder: run `make test`, or `. scripts/environment.sh` first",
        )?;
        let fonts = Path::new(&tools).join("node_modules/@expo-google-fonts");
        anyhow::ensure!(
            fonts.is_dir(),
            "{} is missing: `scripts/install/node-tools.sh` brings it",
            fonts.display()
        );
        let text = include_str!("fonts.conf").replace("{fonts}", &fonts.display().to_string());
        let number = COUNT.fetch_add(1, Ordering::SeqCst);
        let name = format!("fonts-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path)?;
        std::fs::write(path.join("fonts.conf"), text)?;
        Ok(Self(path))
    }
}

impl Studio {
    /// Starts the browser, for pictures of this width.
    pub async fn open(width: &'static Width) -> Result<Self> {
        let fonts = Fonts::pinned()?;
        let start = Engine::Chromium
            .with()
            .environment(
                "FONTCONFIG_FILE",
                &fonts.0.join("fonts.conf").display().to_string(),
            )
            .environment("TZ", "UTC");
        let start = DRAWING.iter().fold(start, |start, one| start.argument(one));
        let page = start.start().await?;
        let source = include_str!("hold.js");
        page.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": source }),
        )
        .await?;
        Ok(Self {
            page,
            width,
            _fonts: fonts,
        })
    }

    /// The page, for whoever changes something before the picture.
    pub const fn page(&self) -> &Page {
        &self.page
    }

    /// Brings a screen up.
    pub async fn show(&self, host: &Host, screen: &Screen) -> Result<()> {
        self.steps(host, screen)
            .await
            .with_context(|| format!("the screen {:?}", screen.name))
    }

    async fn steps(&self, host: &Host, screen: &Screen) -> Result<()> {
        let page = &self.page;
        self.wear(&super::THEMES[0]).await?;
        page.resize(self.width.pixels, self.width.height).await?;
        let link = host.at(&format!("{}&{STILL}", screen.link()));
        if matches!(screen.steps, [Step::Hold, ..]) {
            page.run("window.name = 'hold'", json!([])).await?;
            page.open(&link).await?;
        } else {
            page.ready(&link).await?;
            // until it is drawn, what is beside it may show already
            page.gone(Role::Status, "Loading…").await?;
        }
        let mut waits = false;
        for step in screen.steps {
            match step {
                Step::See(text) => page.see(text).await?,
                Step::Dialog(title) => drop(page.dialog(*title).await?),
                Step::Press(name) => self.in_front(name).await?,
                Step::Choose(name) => page.button(begins(name)).await?.click().await?,
                Step::Fill(label, text) => page.field(*label).await?.fill(text).await?,
                Step::Code => {
                    page.field("Code")
                        .await?
                        .fill(&text_code(page).await?)
                        .await?;
                }
                Step::Delete(name) => delete(page, name).await?,
                Step::Load => page.ready(&host.at(screen.path)).await?,
                Step::Hold => {
                    waits = true;
                    page.run("window.held = true", json!([])).await?;
                }
            }
        }
        if !waits {
            // what was waited for may stand beside a screen that is not there yet, or the other way round
            page.not_see("Loading…").await?;
            // behind a dialog it cannot be reached, and shows all the same
            page.see("Mail application").await?;
        }
        Ok(())
    }

    /// A dialog's buttons may have the names of those behind it.
    async fn in_front(&self, name: &str) -> Result<()> {
        let dialogs = self.page.all(Role::Dialog, Name::Any).await?;
        if let [dialog] = &dialogs[..]
            && !dialog.all(Role::Button, name).await?.is_empty()
        {
            return dialog.button(name).await?.click().await;
        }
        self.page.button(name).await?.click().await
    }

    /// A picture of all that the page holds, however high, as PNG.
    pub async fn picture(&self, look: Look) -> Result<Vec<u8>> {
        let page = &self.page;
        self.wear(look.theme).await?;
        let Width { pixels, height, .. } = *look.width;
        page.resize(pixels, height).await?;
        let needed = page.run(include_str!("height.js"), json!([])).await?;
        let needed = needed
            .as_u64()
            .and_then(|needed| u32::try_from(needed).ok());
        page.resize(
            pixels,
            needed.context("the page has no height")?.max(height),
        )
        .await?;
        // what the mouse was used on last does not look as if it were used now
        let away = json!({ "type": "mouseMoved", "x": 0, "y": 0 });
        page.devtools("Input.dispatchMouseEvent", away).await?;
        page.run_async(include_str!("still.js")).await?;
        page.picture().await
    }

    /// Has the page wear a theme.
    pub async fn wear(&self, theme: &Theme) -> Result<()> {
        let still = [("prefers-reduced-motion", "reduce")];
        self.page
            .emulate_media(&[&still[..], theme.media].concat())
            .await?;
        let wear = include_str!("wear.js");
        self.page.run(wear, json!([theme.attributes])).await?;
        Ok(())
    }
}
