//! Makes the typed functions of `words` from the English message files, and the enum `Route` from
//! `routes.json`. Refuses to go on when a
//! translation or the static page says something else than they do.

use message_files::{BUILT_IN, Language, MessageFile, check, check_static, functions, keys_in};
use std::{env, error::Error, fs, path::Path};

/// What the page is made of beside the program.
const STATIC: [&str; 6] = [
    "index.html",
    "public/boot/texts.js",
    "public/boot/failure.js",
    "scripts/dist/loader.js",
    "scripts/dist/deferred/network.js",
    "scripts/dist/deferred/release.js",
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut wrong = Vec::new();
    let mut english = Vec::new();
    for folder in ["public/locales", "public/locales/prototype"] {
        println!("cargo::rerun-if-changed={folder}");
        english.push(check_folder(Path::new(folder), &mut wrong)?);
    }
    let mut in_place = Vec::new();
    for path in STATIC {
        println!("cargo::rerun-if-changed={path}");
        let text = fs::read_to_string(path)?;
        wrong.extend(
            check_static(&english, &text)
                .into_iter()
                .map(|error| format!("{path}: {error}")),
        );
        in_place.extend(keys_in(&text).into_iter().map(str::to_owned));
    }
    if !wrong.is_empty() {
        for error in &wrong {
            println!("cargo::error={error}");
        }
        return Ok(());
    }
    // the static page is one for both homes; the program is not
    if env::var_os("CARGO_FEATURE_PROTOTYPE").is_none() {
        english.truncate(1);
    }
    let table = fs::read_to_string("routes.json")?;
    println!("cargo::rerun-if-changed=routes.json");
    let routes = match route_table::read(&table) {
        Ok(table) => route_table::code(table),
        Err(errors) => {
            for error in errors {
                println!("cargo::error=routes.json: {error}");
            }
            return Ok(());
        }
    };
    let code = functions(&english, |key| in_place.iter().any(|known| known == key));
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    fs::write(Path::new(&out).join("words.rs"), code)?;
    fs::write(Path::new(&out).join("routes.rs"), routes)?;
    Ok(())
}

/// The English file of a folder, and what is wrong with the others beside it.
fn check_folder(folder: &Path, wrong: &mut Vec<String>) -> Result<MessageFile, Box<dyn Error>> {
    let read = |path: &Path| -> Result<MessageFile, String> {
        let name = path.display();
        let text = fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
        MessageFile::read(&text).map_err(|error| format!("{name}: {error}"))
    };
    let english = read(&folder.join(format!("{BUILT_IN}.json")))?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let tag = path.file_stem().unwrap_or_default().to_string_lossy();
        if path.extension().is_none_or(|kind| kind != "json") || tag == BUILT_IN {
            continue;
        }
        let name = path.display();
        let Some(language) = Language::of(&tag) else {
            wrong.push(format!("{name}: {tag} is none of the page's languages"));
            continue;
        };
        match read(&path) {
            Err(error) => wrong.push(error),
            Ok(other) => wrong.extend(
                check(&english, &other, language)
                    .into_iter()
                    .map(|error| format!("{name}: {error}")),
            ),
        }
    }
    Ok(english)
}
