//! `make lighthouse`: what Lighthouse says of `dist/portal`, with a portal behind it, on a phone as it
//! emulates one: sign-in; the list of app passwords in a browser in which somebody is signed in, with the
//! copy of the page that it keeps for when there is no network; and the same with no copy at all. It
//! fails below the figures that are promised. The reports lie in `target/lighthouse`.

use anyhow::Context;
use end_to_end::{Engine, Host, Result, Setup, Value, ensure, json, repository, run, steps};
use std::{fs, net::TcpListener, path::Path, process::Command};

/// Runs of each page; the median of each score is told.
const RUNS: usize = 3;

/// The categories, as Lighthouse names them, and the least of each.
const LEAST: [(&str, f64); 3] = [
    ("performance", 95.0),
    ("accessibility", 100.0),
    ("best-practices", 100.0),
];

async fn audit_all() -> Result<()> {
    let folder = repository::root().join("target/lighthouse");
    fs::create_dir_all(&folder)?;
    let host = Setup::production().start()?;
    let mut below = Vec::new();
    for (name, path, keeps_nothing) in [
        ("sign-in", "/", false),
        ("app-passwords", "/security/app-passwords", false),
        ("app-passwords-cold", "/security/app-passwords", true),
    ] {
        if keeps_nothing {
            host.no_store();
        }
        let mut runs = Vec::new();
        for run in 1..=RUNS {
            let report = folder.join(format!("{name}-{run}.json"));
            runs.push(audit(&host, path, &report).await?);
        }
        for (category, least) in LEAST {
            let score = median(runs.iter().map(|run| score(run, category)).collect());
            println!("{name:<19} {category:<16} {score:>4.0}");
            if score < least {
                below.push(format!(
                    "{name}: {category} is {score}, and should be {least}"
                ));
            }
        }
        for lost in runs.first().map(lost).unwrap_or_default() {
            println!("{name:<19} {lost}");
        }
    }
    println!("the reports are in {}", folder.display());
    ensure!(below.is_empty(), "{}", below.join("\n"));
    Ok(())
}

fn main() -> Result<()> {
    run(audit_all())
}

/// One run, in a browser of its own, with an empty cache. What else it keeps stays: the session, that
/// there is one, and the copy of the page if the host allows one.
async fn audit(host: &Host, path: &str, report: &Path) -> Result<Value> {
    let tools =
        std::env::var("LIGHTHOUSE").context("LIGHTHOUSE names no folder: run `make lighthouse`")?;
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let browser = Engine::Chromium.with();
    let browser = browser.argument(&format!("--remote-debugging-port={port}"));
    let page = browser.start().await?;
    if path != "/" {
        steps::open_list(&page, host, "three-rows").await?;
    }
    page.open("about:blank").await?;
    page.devtools("Network.clearBrowserCache", json!({}))
        .await?;
    let url = host.at(path);
    let categories = LEAST.map(|(category, _)| category).join(",");
    let output = Command::new("node")
        .arg(Path::new(&tools).join("node_modules/lighthouse/cli/index.js"))
        .args([
            &url,
            "--quiet",
            "--output=json",
            "--no-enable-error-reporting",
        ])
        .args(["--disable-storage-reset", &format!("--port={port}")])
        .arg(format!("--output-path={}", report.display()))
        .arg(format!("--only-categories={categories}"))
        .output()
        .context("node is missing")?;
    ensure!(
        output.status.success(),
        "Lighthouse: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let seen: Value = serde_json::from_str(&fs::read_to_string(report)?)?;
    ensure!(
        seen["finalDisplayedUrl"] == url,
        "it looked at {} in place of {url}",
        seen["finalDisplayedUrl"]
    );
    Ok(seen)
}

/// Of 100.
fn score(report: &Value, category: &str) -> f64 {
    report["categories"][category]["score"]
        .as_f64()
        .unwrap_or_default()
        * 100.0
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// The audits that cost points.
fn lost(report: &Value) -> Vec<String> {
    let mut all = Vec::new();
    for (category, _) in LEAST {
        let audits = report["categories"][category]["auditRefs"].as_array();
        for reference in audits.into_iter().flatten() {
            let audit = &report["audits"][reference["id"].as_str().unwrap_or_default()];
            let weighs = reference["weight"]
                .as_f64()
                .is_some_and(|weight| weight > 0.0);
            if let Some(score) = audit["score"]
                .as_f64()
                .filter(|score| weighs && *score < 1.0)
            {
                all.push(format!(
                    "{category}: {} {} ({:.0})",
                    audit["title"].as_str().unwrap_or_default(),
                    audit["displayValue"].as_str().unwrap_or_default(),
                    score * 100.0
                ));
            }
        }
    }
    all
}
