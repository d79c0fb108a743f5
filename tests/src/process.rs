//! A driver and the browser it starts, as one process group that cannot outlive this test.

use anyhow::{Context, Result};
use std::{
    fs::File,
    net::TcpListener,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant, SystemTime},
};

/// A folder of its own for one browser: profile, temporary files and what it printed.
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes the folder.
    pub fn new() -> Result<Self> {
        let now = SystemTime::UNIX_EPOCH.elapsed()?.as_nanos();
        let path = std::env::temp_dir().join(format!("end-to-end-{}-{now:x}", std::process::id()));
        std::fs::create_dir(&path)?;
        Ok(Self(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A running driver. Ends with everything it started when it is dropped, and also when this
/// process dies without a chance to drop anything.
pub struct Driver(Child);

/// The shell leads the group and waits for the end of its standard input, which is a pipe from
/// here: closed by a drop, and by the system however this process ends. Then it kills its group.
const GUARD: &str = r#""$@" </dev/null & read -r _; kill -KILL 0"#;

/// The same for one that has files elsewhere to clear away: it is asked first, and waited for.
const POLITE_GUARD: &str =
    r#""$@" </dev/null & read -r _; kill -TERM "$!"; wait "$!"; kill -KILL 0"#;

impl Driver {
    /// Starts `command`, with its temporary files and its output in `scratch`.
    pub fn start(command: &[String], environment: &[(&str, &str)], scratch: &Path) -> Result<Self> {
        Self::guarded(
            GUARD,
            command,
            environment,
            scratch,
            &scratch.join("output"),
        )
    }

    /// Starts `command`, with its output in `output`; it may clear up before it ends.
    pub fn politely(command: &[String], scratch: &Path, output: &Path) -> Result<Self> {
        Self::guarded(POLITE_GUARD, command, &[], scratch, output)
    }

    fn guarded(
        guard: &str,
        command: &[String],
        environment: &[(&str, &str)],
        scratch: &Path,
        output: &Path,
    ) -> Result<Self> {
        let output = File::create(output)?;
        Command::new("sh")
            .args(["-c", guard, "sh"])
            .args(command)
            .env("TMPDIR", scratch)
            .envs(environment.iter().copied())
            .stdin(Stdio::piped())
            .stdout(output.try_clone()?)
            .stderr(output)
            .process_group(0)
            .spawn()
            .map(Self)
            .context("cannot start a shell")
    }

    /// Until something listens on `port`.
    pub async fn listens(&mut self, port: u16, scratch: &Path) -> Result<()> {
        let start = Instant::now();
        let mut pause = tokio::time::interval(Duration::from_millis(10));
        while tokio::net::TcpStream::connect(("127.0.0.1", port))
            .await
            .is_err()
        {
            anyhow::ensure!(
                start.elapsed() < Duration::from_secs(20),
                "the driver never listened on port {port}; it printed:\n{}\nIs it installed? `make test` installs it.",
                std::fs::read_to_string(scratch.join("output")).unwrap_or_default()
            );
            pause.tick().await;
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}

/// A port that nothing listens on.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// Where a command is on `PATH`; its bare name where it is not, which the driver then reports.
pub fn which(name: &str) -> String {
    std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())
        .map(|folder| folder.join(name))
        .find(|path| path.exists())
        .map_or_else(|| name.to_owned(), |path| path.display().to_string())
}
