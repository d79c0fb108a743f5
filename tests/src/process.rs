//! A driver and the browser it starts, as one process group that cannot outlive this process.

use anyhow::{Context, Result, bail};
use std::{
    io::{BufRead, BufReader, copy, sink},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    time::{Duration, SystemTime},
};

/// A new folder for one browser: its profile and its temporary files.
pub fn scratch() -> Result<PathBuf> {
    let now = SystemTime::UNIX_EPOCH.elapsed()?.as_nanos();
    let path = std::env::temp_dir().join(format!("end-to-end-{}-{now:x}", std::process::id()));
    std::fs::create_dir(&path)?;
    Ok(path)
}

/// A running program. It ends with everything it started when this is dropped, and also when this
/// process dies without a chance to drop anything.
pub struct Driver {
    guard: Child,
    process: u32,
    printed: Option<BufReader<ChildStdout>>,
}

/// The shell waits for the end of its standard input, which is a pipe from here: closed by a drop, and
/// by the system however this process ends. It then signals the program's own process group and removes
/// the folder. The number of the process comes before all that the program prints.
const GUARD: &str = r#"signal=$1 folder=$2; shift 2
setsid sh -c 'echo "$$"; exec "$@"' sh "$@" </dev/null 2>&1 & exec >/dev/null 2>&1; read -r _
[ "$signal" = KILL ] || { kill -s "$signal" "$!"; wait "$!"; }
kill -s KILL -- "-$!"; rm -rf "$folder""#;

/// How a program is ended.
#[derive(Clone, Copy, Debug)]
pub enum End {
    /// At once: all that it leaves is in its folder.
    AtOnce,
    /// It is asked to end, because it has files elsewhere to remove.
    Asked,
}

impl Driver {
    /// Starts `command` with its temporary files in `folder`, which is removed at its end.
    pub fn start(
        command: &[String],
        environment: &[(&str, &str)],
        folder: &Path,
        end: End,
    ) -> Result<Self> {
        let signal = match end {
            End::AtOnce => "KILL",
            End::Asked => "TERM",
        };
        let mut guard = Command::new("sh")
            .args(["-c", GUARD, "sh", signal])
            .arg(folder)
            .arg(which(&command[0])?)
            .args(&command[1..])
            .env("TMPDIR", folder)
            .envs(environment.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .context("cannot start a shell")?;
        let mut printed = BufReader::new(guard.stdout.take().context("it has no output")?);
        let mut process = String::new();
        printed.read_line(&mut process)?;
        Ok(Self {
            guard,
            process: process.trim().parse().context("no process was started")?,
            printed: Some(printed),
        })
    }

    /// Reads what it prints until `wanted` finds something in a line. Once only.
    pub fn prints<T>(&mut self, wanted: impl Fn(&str) -> Option<T>) -> Result<T> {
        let mut printed = self.printed.take().context("its output was read before")?;
        let mut lines = String::new();
        loop {
            let from = lines.len();
            if printed.read_line(&mut lines)? == 0 {
                bail!("it ended, and printed only:\n{lines}");
            }
            if let Some(found) = wanted(lines[from..].trim_end()) {
                // it goes on printing, and would wait for a reader
                std::thread::spawn(move || copy(&mut printed, &mut sink()));
                return Ok(found);
            }
        }
    }

    /// The port on which it listens, for a program that does not print it: Linux knows.
    pub async fn listens(&self) -> Result<u16> {
        let mut pause = tokio::time::interval(Duration::from_millis(10));
        for _ in 0..2_000 {
            pause.tick().await;
            if let Some(port) = port_of(self.process)? {
                return Ok(port);
            }
        }
        bail!("it never listened on any port")
    }
}

/// The port of a process that listens on one, from its open files and the list of sockets.
fn port_of(process: u32) -> Result<Option<u16>> {
    let sockets: Vec<String> = std::fs::read_dir(format!("/proc/{process}/fd"))?
        .filter_map(|file| std::fs::read_link(file.ok()?.path()).ok())
        .filter_map(|file| {
            Some(
                file.to_str()?
                    .strip_prefix("socket:[")?
                    .trim_end_matches(']')
                    .to_owned(),
            )
        })
        .collect();
    // columns: number, address and port in hexadecimal, the other end, state (0A: listens), ..., inode
    let listening = std::fs::read_to_string("/proc/net/tcp")?;
    Ok(listening.lines().find_map(|line| {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let ours = columns.get(3) == Some(&"0A")
            && sockets
                .iter()
                .any(|one| Some(&one.as_str()) == columns.get(9));
        let (_, port) = columns.get(1).filter(|_| ours)?.split_once(':')?;
        u16::from_str_radix(port, 16).ok()
    }))
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        let _ = self.guard.wait();
    }
}

/// Where a command is on `PATH`.
pub fn which(name: &str) -> Result<String> {
    std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())
        .map(|folder| folder.join(name))
        .find(|path| path.exists())
        .map(|path| path.display().to_string())
        .with_context(|| format!("{name} is not installed: `make test` installs it"))
}
