//! What is in the folders, and what is not.

use end_to_end::{Result, Target, built, ensure, repository};
use std::{fs, path::Path, process::Command};

fn assets(target: Target, kind: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(built::folder(target).join("assets"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == kind) {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            found.push((name, fs::read(&path)?));
        }
    }
    ensure!(!found.is_empty(), "there is no {kind} in {target:?}");
    Ok(found)
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes
        .windows(words.len())
        .any(|window| window == words.as_bytes())
}

/// Words that only the made-up portal has: its people, its password, its rules, its devices.
const MADE_UP: [&str; 7] = [
    "made-up-password",
    "contoso.example",
    "Sam Rivera",
    "Made-up people",
    "Incoming call, ",
    "the key of a made-up portal",
    "sec-fetch-site",
];

/// Whoever deploys the portal would deploy a made-up one with a known password in it.
#[test]
fn production_holds_nothing_of_the_portal_in_the_tab() -> Result<()> {
    let mut files = assets(Target::Production, "wasm")?;
    files.extend(assets(Target::Production, "js")?);
    let page = fs::read(built::folder(Target::Production).join("index.html"))?;
    files.push(("index.html".into(), page));
    for (name, bytes) in &files {
        for words in MADE_UP {
            ensure!(!holds(bytes, words), "{name} of the portal holds {words:?}");
        }
    }
    // and the words are the right ones: the prototype has them all
    let mut files = assets(Target::Prototype, "wasm")?;
    files.extend(assets(Target::Prototype, "js")?);
    for words in MADE_UP {
        ensure!(
            files.iter().any(|(_, bytes)| holds(bytes, words)),
            "the prototype does not hold {words:?}: this test looks for the wrong words"
        );
    }
    Ok(())
}

/// A build that names no target would be one of them by chance.
#[test]
fn a_build_names_its_target() -> Result<()> {
    for (arguments, said) in [
        (&[][..], "name the build target"),
        (&["production", "portal"], "no build target called portal"),
    ] {
        let built = Command::new(repository::root().join("scripts/dist.sh"))
            .args(arguments)
            .output()?;
        let complaint = String::from_utf8_lossy(&built.stderr);
        ensure!(
            !built.status.success() && complaint.contains(said),
            "dist.sh {arguments:?}: {complaint}"
        );
    }
    Ok(())
}

/// Bytes that a visitor waits for, as the figures of the README say them.
#[test]
fn the_first_screen_stays_small() -> Result<()> {
    for (target, most) in [(Target::Production, 89_000), (Target::Prototype, 190_000)] {
        let folder = built::folder(target);
        let mut sum = fs::metadata(folder.join("index.html.br"))?.len()
            + fs::metadata(folder.join("config.json"))?.len();
        for (name, _) in assets(target, "br")? {
            if name.starts_with("program-") {
                sum += fs::metadata(folder.join("assets").join(name))?.len();
            }
        }
        ensure!(
            sum <= most,
            "{target:?}: {sum} bytes until the form answers, of {most}"
        );
    }
    Ok(())
}

/// A file without its integrity could be changed by whoever serves it.
#[test]
fn everything_fetched_is_signed_and_compressed() -> Result<()> {
    for target in [Target::Production, Target::Prototype] {
        let folder = built::folder(target);
        let page = fs::read_to_string(folder.join("index.html"))?;
        for kind in ["wasm", "js", "css"] {
            for (name, _) in assets(target, kind)? {
                let entry = page
                    .split(&format!("\"{name}\""))
                    .nth(1)
                    .unwrap_or_default();
                let signed = entry
                    .trim_start_matches(',')
                    .starts_with("integrity:\"sha384-");
                ensure!(signed, "{target:?}: {name} has no integrity in the page");
                for compressed in ["br", "gz"] {
                    let path = folder.join("assets").join(format!("{name}.{compressed}"));
                    ensure!(path.exists(), "{} is missing", path.display());
                }
            }
        }
        ensure!(
            folder.with_extension("zip").exists(),
            "{target:?} has no zip"
        );
        ensure!(
            !Path::new(&folder).join("config.json.br").exists(),
            "config.json has an older copy beside it"
        );
    }
    Ok(())
}
