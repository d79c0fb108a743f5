//! `make bench`: the figures of this build, on a slow phone as Chromium emulates one, printed and added
//! to `bench/history.csv`. It measures; it asserts nothing.

use end_to_end::{Engine, Page, Result, Setup, Target, Value, built, json, repository, run, steps};
use std::{
    fs::{self, OpenOptions},
    io::Write,
    path::Path,
};

/// Runs of each measurement; the median is printed.
const RUNS: usize = 5;
/// How many times slower than this machine.
const CPU: u32 = 4;
/// Milliseconds before each reply.
const LATENCY: u32 = 150;
/// 1.6 Mbit/s in bytes.
const BYTES_PER_SECOND: i32 = 200_000;

/// Notes when the page answers, what moves, and how long the main thread is taken.
const WATCH: &str = "
window.bench = { ready: 0, shift: 0, blocked: 0, paint: 0 };
new MutationObserver(() => {
  if (!bench.ready && document.documentElement?.hasAttribute('data-ready')) bench.ready = performance.now();
}).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-ready'] });
new PerformanceObserver((list) => { for (const one of list.getEntries()) bench.shift += one.value; })
  .observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => { for (const one of list.getEntries()) bench.blocked += Math.max(0, one.duration - 50); })
  .observe({ type: 'longtask', buffered: true });
new PerformanceObserver((list) => { for (const one of list.getEntriesByName('first-contentful-paint')) bench.paint = one.startTime; })
  .observe({ type: 'paint', buffered: true });
";

struct Figure {
    name: String,
    value: f64,
    unit: &'static str,
    goal: &'static str,
}

async fn measure() -> Result<()> {
    let mut figures = Vec::new();
    for target in [Target::Production, Target::Prototype] {
        bytes(target, &mut figures)?;
    }
    for target in [Target::Production, Target::Prototype] {
        slow_phone(target, &mut figures).await?;
    }
    create(&mut figures).await?;
    for figure in &figures {
        println!(
            "{:<52} {:>9.1} {:<6} {}",
            figure.name, figure.value, figure.unit, figure.goal
        );
    }
    remember(&figures)
}

fn main() -> Result<()> {
    run(measure())
}

fn name_of(target: Target) -> &'static str {
    match target {
        Target::Production => "portal",
        Target::Prototype => "prototype",
    }
}

fn size(path: &Path) -> Result<f64> {
    Ok(f64::from(u32::try_from(fs::metadata(path)?.len())?))
}

fn bytes(target: Target, figures: &mut Vec<Figure>) -> Result<()> {
    let folder = built::folder(target);
    let mut until_it_answers =
        size(&folder.join("index.html.br"))? + size(&folder.join("config.json"))?;
    let mut behind = 0.0;
    for entry in fs::read_dir(folder.join("assets"))? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.extension().is_some_and(|kind| kind == "br") {
            let part = if name.starts_with("program-") {
                &mut until_it_answers
            } else {
                &mut behind
            };
            *part += size(&path)?;
        }
    }
    let home_name = name_of(target);
    let goal = match target {
        Target::Production => "goal 89000, at most 119000",
        Target::Prototype => "at most 190000",
    };
    figures.push(Figure {
        name: format!("{home_name}: Brotli until sign in answers"),
        value: until_it_answers,
        unit: "bytes",
        goal,
    });
    figures.push(Figure {
        name: format!("{home_name}: Brotli that comes after it"),
        value: behind,
        unit: "bytes",
        goal: "",
    });
    Ok(())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}

async fn slow_phone(target: Target, figures: &mut Vec<Figure>) -> Result<()> {
    let mut runs: [Vec<f64>; 4] = Default::default();
    for _ in 0..RUNS {
        // a new browser each time: nothing is in a cache
        let host = Setup::of_target(target).start()?;
        let page = Engine::Chromium.start().await?;
        page.resize(390, 844).await?;
        page.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": WATCH }),
        )
        .await?;
        page.slow_network(LATENCY, BYTES_PER_SECOND).await?;
        page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": CPU }))
            .await?;
        page.ready(&host.at("/")).await?;
        // what comes after it belongs to the blocking time, too
        settled(&page).await?;
        let seen = page.run("return window.bench", json!([])).await?;
        for (values, key) in runs.iter_mut().zip(["paint", "ready", "shift", "blocked"]) {
            values.push(number(&seen[key]));
        }
    }
    let [paint, ready, shift, blocked] = runs.map(median);
    let home = name_of(target);
    let of = |what: &str| format!("{home}, slow phone: {what}");
    figures.extend([
        Figure {
            name: of("first contentful paint"),
            value: paint,
            unit: "ms",
            goal: "at most 700",
        },
        Figure {
            name: of("sign in answers"),
            value: ready,
            unit: "ms",
            goal: "at most 1700",
        },
        Figure {
            name: of("layout shift"),
            value: shift,
            unit: "",
            goal: "0",
        },
        Figure {
            name: of("total blocking time"),
            value: blocked,
            unit: "ms",
            goal: "at most 60",
        },
    ]);
    Ok(())
}

/// Waits until the screens behind sign-in are here and the browser has nothing to do.
async fn settled(page: &Page) -> Result<()> {
    page.holds("the rest is here", async || {
        let body = "return performance.getEntriesByType('resource').filter((one) => one.name.includes('behind-sign-in') && one.responseEnd > 0).length >= 2";
        Ok(page.run(body, json!([])).await? == true)
    })
    .await?;
    page.run(
        "return new Promise((done) => requestIdleCallback(() => requestIdleCallback(() => done(0))))",
        json!([]),
    )
    .await?;
    Ok(())
}

/// From `next` to the shown password with a server that answers at once, and how a list of 40 is drawn.
async fn create(figures: &mut Vec<Figure>) -> Result<()> {
    const FROM_NEXT: &str = "
        window.next = {};
        addEventListener('click', (event) => {
          if (event.target.closest('dialog') && /next/.test(event.target.textContent)) next.from = performance.now();
        }, true);
        new MutationObserver(() => {
          if (next.from && !next.to && document.querySelector('[role=group][aria-label^=\"App password for\"], .password-paper, [aria-label^=\"App password for\"]')) {
            next.to = performance.now();
          }
        }).observe(document, { childList: true, subtree: true });";
    // The portal of the tests is built for tests and thinks for a while; one that answers at once does not.
    const WITHOUT_THE_SERVER: &str = "
        const reply = performance.getEntriesByType('resource').findLast((one) => one.name.endsWith('/app-passwords') && one.startTime >= next.from - 1);
        return next.to - next.from - (reply.responseStart - reply.requestStart);";
    const ROWS: &str = "
        window.rows = { frames: 0, count: 0 };
        let frame = 0; const tick = () => { frame += 1; requestAnimationFrame(tick); }; requestAnimationFrame(tick);
        let last = -1;
        new MutationObserver(() => {
          const count = document.querySelectorAll('tbody tr').length;
          if (count !== rows.count) { rows.count = count; if (frame !== last) { rows.frames += 1; last = frame; } }
        }).observe(document, { childList: true, subtree: true });";
    let (mut times, mut frames) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let host = Setup::production().start()?;
        let page = Engine::Chromium.start().await?;
        steps::open_list(&page, &host, "three-rows").await?;
        page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": CPU }))
            .await?;
        page.run(FROM_NEXT, json!([])).await?;
        steps::create(&page, "Thunderbird").await?;
        let seen = page.run(WITHOUT_THE_SERVER, json!([])).await?;
        times.push(number(&seen));
        page.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": ROWS }),
        )
        .await?;
        steps::open_list(&page, &host, "forty").await?;
        page.holds("forty rows", async || {
            Ok(page.run("return rows.count", json!([])).await? == 40)
        })
        .await?;
        frames.push(number(&page.run("return rows.frames", json!([])).await?));
    }
    figures.push(Figure {
        name: "create: from next to the shown password, CPU 4x".into(),
        value: median(times),
        unit: "ms",
        goal: "at most 50",
    });
    figures.push(Figure {
        name: "list of 40: frames in which rows appear, CPU 4x".into(),
        value: median(frames),
        unit: "frames",
        goal: "1",
    });
    Ok(())
}

/// One line for each figure: date, commit, name, value.
fn remember(figures: &[Figure]) -> Result<()> {
    let said = |command: &str, arguments: &[&str]| {
        let output = std::process::Command::new(command)
            .args(arguments)
            .current_dir(repository::root())
            .output();
        let text = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
        text.unwrap_or_default()
    };
    let (date, commit) = (
        said("date", &["+%F"]),
        said("git", &["rev-parse", "--short", "HEAD"]),
    );
    let path = repository::root().join("bench/history.csv");
    let mut file = OpenOptions::new().create(true).append(true).open(&path)?;
    if fs::metadata(&path)?.len() == 0 {
        writeln!(file, "date,commit,figure,value,unit")?;
    }
    for figure in figures {
        let Figure {
            name, value, unit, ..
        } = figure;
        writeln!(file, "{date},{commit},\"{name}\",{value:.1},{unit}")?;
    }
    println!(
        "\nadded to {}",
        path.strip_prefix(repository::root())?.display()
    );
    Ok(())
}
