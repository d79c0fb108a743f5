//! Nobody sees a secret by accident: what is named like one has a type that hides itself.

use end_to_end::repository::{assert_none, source, sources};
use std::{collections::BTreeSet, path::Path};
use syn::{Fields, Item, Type, visit::Visit};

/// Names of fields and types that hold what must not be shown.
const SECRET: &[&str] = &[
    "password", "code", "secret", "key", "token", "otpauth", "pin", "hash", "digest",
];

/// Types that show what is in them.
const BARE: &[&str] = &[
    "String",
    "str",
    "Cow",
    "u8",
    "Bytes",
    "Value",
    "HeaderValue",
];

/// A name that only sounds like a secret: type, field, and why it may be seen.
const HARMLESS: &[(&str, &str, &str)] = &[
    ("IdempotencyRecord", "key", KEY_OF_AN_ATTEMPT),
    ("Idempotency", "key", KEY_OF_AN_ATTEMPT),
    ("NewAppPassword", "key", KEY_OF_AN_ATTEMPT),
    ("IdempotencyKey", "key", KEY_OF_AN_ATTEMPT),
    ("CreateFlow", "key", KEY_OF_AN_ATTEMPT),
];
const KEY_OF_AN_ATTEMPT: &str = "an Idempotency-Key is bound to its account and opens nothing";

/// What a type is made of, without references, options, lists and boxes around it.
fn parts(kind: &Type) -> Vec<String> {
    struct Names(Vec<String>);
    impl<'ast> Visit<'ast> for Names {
        fn visit_path_segment(&mut self, segment: &'ast syn::PathSegment) {
            self.0.push(segment.ident.to_string());
            match &segment.arguments {
                // what a map finds by is not what it holds
                syn::PathArguments::AngleBracketed(inside)
                    if segment.ident.to_string().ends_with("Map") =>
                {
                    for held in inside.args.iter().skip(1) {
                        self.visit_generic_argument(held);
                    }
                }
                all => self.visit_path_arguments(all),
            }
        }
    }
    let mut names = Names(Vec::new());
    names.visit_type(kind);
    names.0
}

/// Whether one of the words of `a_field` or of `ATypesName` is that of a secret. An id or a count
/// of secrets is none.
fn sounds_secret(name: &str) -> bool {
    let mut words = vec![String::new()];
    for letter in name.chars() {
        if (letter == '_' || letter.is_uppercase())
            && words.last().is_some_and(|word| !word.is_empty())
        {
            words.push(String::new());
        }
        if letter != '_' {
            words
                .last_mut()
                .expect("it starts with one")
                .extend(letter.to_lowercase());
        }
    }
    let harmless = ["id", "kind", "limit", "length", "guesses", "policy"];
    let last = words.last().map_or("", String::as_str);
    !harmless.contains(&last)
        && words
            .iter()
            .any(|word| SECRET.contains(&word.trim_end_matches('s')))
}

fn derives_debug(attributes: &[syn::Attribute]) -> bool {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("derive"))
        .any(|attribute| {
            let mut debug = false;
            let _ = attribute.parse_nested_meta(|meta| {
                debug |= meta.path.is_ident("Debug");
                Ok(())
            });
            debug
        })
}

/// Every breach in one file, as `type.field`.
fn breaches(path: &str, text: &str, excused: &mut BTreeSet<(String, String)>) -> Vec<String> {
    let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut broken = Vec::new();
    let mut check = |owner: &str, fields: &Fields, attributes: &[syn::Attribute]| {
        for (index, field) in fields.iter().enumerate() {
            let bare = parts(&field.ty)
                .iter()
                .any(|name| BARE.contains(&name.as_str()));
            let hidden = parts(&field.ty).iter().any(|name| name == "Secret");
            let name = field
                .ident
                .as_ref()
                .map_or_else(|| index.to_string(), ToString::to_string);
            // a field without a name is what its type is called
            let secret = match &field.ident {
                Some(_) => sounds_secret(&name),
                None => sounds_secret(owner) && derives_debug(attributes),
            };
            if !secret || !bare || hidden {
                continue;
            }
            if HARMLESS
                .iter()
                .any(|(owner_, name_, _)| owner == *owner_ && name == *name_)
            {
                excused.insert((owner.to_owned(), name));
            } else {
                broken.push(format!("{path}: {owner}.{name}"));
            }
        }
    };
    let mut items: Vec<&Item> = file.items.iter().collect();
    while let Some(item) = items.pop() {
        match item {
            Item::Struct(found) => check(&found.ident.to_string(), &found.fields, &found.attrs),
            Item::Enum(found) => {
                for variant in &found.variants {
                    let owner = format!("{}::{}", found.ident, variant.ident);
                    check(&owner, &variant.fields, &found.attrs);
                }
            }
            Item::Mod(found) => {
                let is_test = found
                    .attrs
                    .iter()
                    .any(|attribute| attribute.path().is_ident("cfg"));
                items.extend(
                    found
                        .content
                        .iter()
                        .flat_map(|(_, items)| items)
                        .filter(|_| !is_test),
                );
            }
            _ => {}
        }
    }
    broken
}

/// A log or an error message would carry it where anyone reads it.
#[test]
fn what_is_named_like_a_secret_hides_itself() {
    let mut excused = BTreeSet::new();
    let mut broken = Vec::new();
    for file in [
        "crates/contract/src",
        "crates/portal/src",
        "src/api",
        "src/screens",
    ]
    .map(|folder| sources(folder, "rs"))
    .iter()
    .flatten()
    {
        broken.extend(breaches(&file.path, &file.text, &mut excused));
    }
    assert_none(
        &broken,
        "make it a Secret, or a type whose own Debug hides it; or call it what it is (…_id); or say in \
         HARMLESS why it may be seen:",
    );
    for (owner, name, _) in HARMLESS {
        assert!(
            excused.contains(&((*owner).to_owned(), (*name).to_owned())),
            "{owner}.{name} needs no excuse any more: take it out of HARMLESS"
        );
    }
}

/// A derived `Debug` would undo all of the above at once.
#[test]
fn a_secret_hides_itself() {
    let text = source(Path::new("crates/contract/src/secret.rs")).text;
    let file = syn::parse_file(&text).expect("secret.rs is Rust");
    let derived = file.items.iter().any(|item| match item {
        Item::Struct(found) => found.ident == "Secret" && derives_debug(&found.attrs),
        _ => false,
    });
    let display = text.contains("Display for Secret");
    assert!(
        !derived && !display,
        "Secret has a Debug of its own that hides the text, and no Display"
    );
}

#[test]
fn a_bare_secret_is_found() {
    let bad = "
        #[derive(Debug)] struct SignIn { email: String, password: String }
        enum Reply { Made { one_time_code: Option<String> }, Limit(u8) }
        #[derive(Debug)] struct TokenDigest([u8; 32]);
        struct Seed { server_keys: Vec<[u8; 32]> }";
    let found = breaches("bad.rs", bad, &mut BTreeSet::new());
    assert_eq!(found.len(), 4, "{found:?}");
    let good = "
        struct SignIn { email: String, password: Secret, had_app_passwords: bool, key_id: String }
        enum Reply { Made { one_time_code: Option<Secret> }, Limit(u8) }
        struct TokenDigest([u8; 32]);
        #[cfg(test)] mod tests { struct Bad { password: String } }";
    assert_eq!(breaches("good.rs", good, &mut BTreeSet::new()), [""; 0]);
}
