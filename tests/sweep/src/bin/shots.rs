//! `make shots`: a picture of every screen in every state, theme and width, from `dist/prototype`, into
//! `target/shots` with a page that shows them side by side. `make shots-accept` (the argument `accept`)
//! keeps those of the main screens in `tests/pictures`, for `make test` to compare with. With the
//! beginnings of names, only those screens: `scripts/shots.sh create list-`.

use end_to_end::{Host, Result, Setup, ensure, run};
use std::{fmt::Write, fs, path::Path};
use sweep::{KEPT, Look, SCREENS, Screen, Studio, THEMES, WIDTHS, compare, file_name, kept, shots};

/// Where a picture goes.
type Keep = fn(&str, &[u8]) -> Result<()>;

fn put(name: &str, picture: &[u8]) -> Result<()> {
    Ok(fs::write(shots().join(name), picture)?)
}

/// The screens one after the other, each opened once. Gives what could not be brought up, and why.
async fn take(host: &Host, screens: &[&Screen], looks: &[Look], keep: Keep) -> Result<Vec<String>> {
    let studio = Studio::open(&WIDTHS[1]).await?;
    let mut missing = Vec::new();
    for screen in screens {
        if let Err(error) = studio.show(host, screen).await {
            missing.push(format!("{}: {error:#}", screen.name));
            continue;
        }
        for look in looks {
            keep(&file_name(screen, *look), &studio.picture(*look).await?)?;
        }
    }
    Ok(missing)
}

/// Of a screen that is no more, nothing stays.
fn forget(folder: &Path, looks: &[Look]) -> Result<()> {
    let known: Vec<String> = SCREENS
        .iter()
        .flat_map(|screen| looks.iter().map(|look| file_name(screen, *look)))
        .collect();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".png") && !known.contains(&name.into_owned()) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// A page with a row for each screen.
fn index(screens: &[&Screen], looks: &[Look]) -> Result<String> {
    let mut page = String::from(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Every screen</title><style>\
         body{font:16px system-ui;margin:1rem}section{display:flex;gap:1rem;align-items:start;overflow-x:auto}\
         figure{margin:0}figcaption{font-size:.8rem}img{height:28rem;width:auto;border:1px solid #888}h2{margin:2rem 0 .5rem}\
         </style><h1>Every screen</h1>",
    );
    for screen in screens {
        let Screen {
            name,
            path,
            scenario,
            ..
        } = screen;
        write!(
            page,
            "<h2 id={name}>{name}</h2><p>{path}?scenario={scenario}</p><section>"
        )?;
        for look in looks {
            let file = file_name(screen, *look);
            let (theme, width) = (look.theme.name, look.width.name);
            write!(
                page,
                "<figure><a href={file}><img loading=lazy src={file} alt='{name}, {theme}, {width}'></a>\
                 <figcaption>{theme}, {width}</figcaption></figure>"
            )?;
        }
        page.push_str("</section>");
    }
    Ok(page)
}

async fn take_all() -> Result<()> {
    let mut wanted: Vec<String> = std::env::args().skip(1).collect();
    let accept = wanted.first().is_some_and(|first| first == "accept");
    if accept {
        wanted.remove(0);
    }
    let chosen = |screen: &&Screen| {
        (screen.main || !accept)
            && (wanted.is_empty() || wanted.iter().any(|begin| screen.name.starts_with(begin)))
    };
    let screens: Vec<&Screen> = SCREENS.iter().filter(chosen).collect();
    ensure!(!screens.is_empty(), "no screen has a name that begins so");
    let all: Vec<Look> = WIDTHS
        .iter()
        .flat_map(|width| THEMES.iter().map(move |theme| Look { theme, width }))
        .collect();
    let (looks, keep, folder): (&[Look], Keep, _) = if accept {
        (KEPT, compare::keep, kept())
    } else {
        (&all, put, shots())
    };
    fs::create_dir_all(&folder)?;
    forget(&folder, looks)?;
    let host = Setup::page().start()?;
    let missing = take(&host, &screens, looks, keep).await?;
    if !accept {
        fs::write(folder.join("index.html"), index(&screens, looks)?)?;
        println!("{}", folder.join("index.html").display());
    }
    ensure!(
        missing.is_empty(),
        "not to be seen:\n{}",
        missing.join("\n")
    );
    Ok(())
}

fn main() -> Result<()> {
    run(take_all())
}
