//! An X display for one browser: WebKitGTK has no headless mode, and keeps its clipboard in the display,
//! so that two tests on one display would paste what the other copied.

use crate::process::{Driver, End, scratch};
use anyhow::Result;

/// Ends when it is dropped.
pub struct Display {
    /// `:` and a number, for the variable `DISPLAY`.
    pub name: String,
    _server: Driver,
}

impl Display {
    /// Starts one in memory, under a number that is free.
    pub fn start() -> Result<Self> {
        // it prints the number once it listens
        let command = "Xvfb -displayfd 1 -screen 0 1600x1200x24 -nolisten tcp -noreset";
        let command: Vec<String> = command.split(' ').map(str::to_owned).collect();
        let mut server = Driver::start(&command, &[], &scratch()?, End::Asked)?;
        let number: u32 = server.prints(|line| line.parse().ok())?;
        Ok(Self {
            name: format!(":{number}"),
            _server: server,
        })
    }
}
