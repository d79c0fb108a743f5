//! An X display of its own for one browser: WebKitGTK has no headless mode, and keeps its clipboard
//! in the display, so that two tests on one display would paste what the other copied.

use crate::process::{Driver, Scratch, which};
use anyhow::{Result, bail, ensure};
use std::time::{Duration, Instant};

/// Ends when it is dropped.
pub struct Display {
    /// `:` and a number, for the variable `DISPLAY`.
    pub name: String,
    _server: Driver,
}

impl Display {
    /// Starts one in memory, under a number that is free.
    pub async fn start(scratch: &Scratch) -> Result<Self> {
        if !which("Xvfb").contains('/') {
            bail!("Xvfb is not installed: `make test` installs it");
        }
        // it writes the number to its standard output once it listens
        let command = "Xvfb -displayfd 1 -screen 0 1600x1200x24 -nolisten tcp -noreset";
        let command: Vec<String> = command.split(' ').map(str::to_owned).collect();
        let output = scratch.path().join("display");
        let server = Driver::politely(&command, scratch.path(), &output)?;
        let start = Instant::now();
        let mut pause = tokio::time::interval(Duration::from_millis(10));
        loop {
            let printed = std::fs::read_to_string(&output)?;
            // whole once its line has ended; a warning may stand on other lines
            let number = printed
                .split_inclusive('\n')
                .filter_map(|line| line.strip_suffix('\n'))
                .find(|line| !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit()));
            if let Some(number) = number {
                let name = format!(":{number}");
                return Ok(Self {
                    name,
                    _server: server,
                });
            }
            ensure!(
                start.elapsed() < Duration::from_secs(20),
                "Xvfb never listened; it printed:\n{printed}"
            );
            pause.tick().await;
        }
    }
}
