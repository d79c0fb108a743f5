//! Makes the typed functions of `words` from the English message files, and the enum `Route` from
//! `routes.json`. Refuses to go on when the static page says something else than the English files do, or
//! when the table of routes is wrong. The translations are checked by a test, because English stands in
//! for what they lack.

use message_files::{BUILT_IN, MessageFile, check_static, functions, keys_in};
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
    match code() {
        Ok([words, routes]) => {
            let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
            fs::write(Path::new(&out).join("words.rs"), words)?;
            fs::write(Path::new(&out).join("routes.rs"), routes)?;
        }
        Err(wrong) => {
            for error in wrong {
                println!("cargo::error={error}");
            }
        }
    }
    Ok(())
}

/// The code of `words` and of `Route`; else everything that is wrong.
fn code() -> Result<[String; 2], Vec<String>> {
    let mut english = Vec::new();
    for folder in ["public/locales", "public/locales/prototype"] {
        let path = format!("{folder}/{BUILT_IN}.json");
        let file = MessageFile::read(&read(&path)?);
        english.push(file.map_err(|error| vec![format!("{path}: {error}")])?);
    }
    let mut wrong = Vec::new();
    let mut in_place = Vec::new();
    for path in STATIC {
        let text = read(path)?;
        let errors = check_static(&english, &text).into_iter();
        wrong.extend(errors.map(|error| format!("{path}: {error}")));
        in_place.extend(keys_in(&text).into_iter().map(str::to_owned));
    }
    let routes = match route_table::read(&read("routes.json")?) {
        Ok(table) => route_table::code(table),
        Err(errors) => {
            wrong.extend(errors.iter().map(|error| format!("routes.json: {error}")));
            String::new()
        }
    };
    if !wrong.is_empty() {
        return Err(wrong);
    }
    // the static page is one for both targets; the program is not
    if env::var_os("CARGO_FEATURE_PROTOTYPE").is_none() {
        english.truncate(1);
    }
    let words = functions(&english, |key| in_place.iter().any(|known| known == key));
    Ok([words, routes])
}

fn read(path: &str) -> Result<String, Vec<String>> {
    println!("cargo::rerun-if-changed={path}");
    fs::read_to_string(path).map_err(|error| vec![format!("{path}: {error}")])
}
