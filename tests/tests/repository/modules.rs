//! Arrows run one way, and in no circle: which file uses which, read from the `use` lines and paths.

use end_to_end::repository::{Source, assert_none, sources};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use syn::{Item, ItemUse, UseTree, visit::Visit};

/// A path as it is written, such as `crate`, `api`, `Api`.
type Segments = Vec<String>;

/// The files of one crate.
struct Crate {
    /// File by module: `["api", "error"]`.
    files: BTreeMap<Segments, String>,
    /// What a module makes public under a name of its own: where it is.
    reexports: BTreeMap<(Segments, String), Segments>,
    /// What a module imports: its name there, and where it is.
    imports: BTreeMap<(Segments, String), Segments>,
    /// Every path that a module mentions.
    mentioned: BTreeMap<Segments, Vec<Segments>>,
}

impl Crate {
    /// Reads the crate below `folder`.
    fn read(folder: &str) -> Self {
        let mut read = Self {
            files: BTreeMap::new(),
            reexports: BTreeMap::new(),
            imports: BTreeMap::new(),
            mentioned: BTreeMap::new(),
        };
        let found: Vec<(Segments, Source)> = sources(folder, "rs")
            .into_iter()
            .filter(|source| !source.path.ends_with("main.rs"))
            .map(|source| (module_of(folder, &source.path), source))
            .collect();
        for (module, source) in &found {
            read.files.insert(module.clone(), source.path.clone());
        }
        for (module, source) in found {
            let file = syn::parse_file(&source.text).expect(&source.path);
            let mut reader = Reader::default();
            for item in file.items.iter().filter(|item| !is_for_tests(item)) {
                if let Item::Use(item) = item {
                    let is_private = matches!(item.vis, syn::Visibility::Inherited);
                    for path in paths_of(item) {
                        let name = path.last().cloned().unwrap_or_default();
                        let key = (module.clone(), name);
                        let absolute = read.absolute(&module, &path);
                        if is_private {
                            read.imports.insert(key, absolute);
                            reader.paths.push(path);
                        } else {
                            read.reexports.insert(key, absolute);
                        }
                    }
                } else {
                    reader.visit_item(item);
                }
            }
            read.mentioned.insert(module, reader.paths);
        }
        read
    }

    /// A path from the root of the crate, where it leads into the crate.
    fn absolute(&self, module: &[String], path: &[String]) -> Segments {
        let first = path.first().cloned().unwrap_or_default();
        if let Some(imported) = self.imports.get(&(module.to_vec(), first)) {
            return [imported, &path[1..]].concat();
        }
        let mut from = module.to_vec();
        let mut rest = path;
        match path.first().map(String::as_str) {
            Some("crate") => {
                from.clear();
                rest = &path[1..];
            }
            Some("self") => rest = &path[1..],
            Some("super") => {}
            // a module below this one
            _ => {
                let below = [module, &path[..1]].concat();
                if !self.files.contains_key(&below) {
                    return vec![];
                }
            }
        }
        while rest.first().is_some_and(|first| first == "super") {
            from.pop();
            rest = &rest[1..];
        }
        from.extend_from_slice(rest);
        from
    }

    /// The module whose file holds what is at this path.
    fn holder(&self, path: &[String]) -> Option<Segments> {
        let length = (1..=path.len())
            .rev()
            .find(|length| self.files.contains_key(&path[..*length]))?;
        let (module, rest) = path.split_at(length);
        let name = rest.first().cloned().unwrap_or_default();
        match self.reexports.get(&(module.to_vec(), name)) {
            Some(elsewhere) if !elsewhere.is_empty() => self.holder(elsewhere),
            _ => Some(module.to_vec()),
        }
    }

    /// Which file uses which.
    fn arrows(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut arrows = BTreeMap::new();
        for (module, paths) in &self.mentioned {
            let from = self.files[module].as_str();
            let used = paths
                .iter()
                .filter_map(|path| self.holder(&self.absolute(module, path)))
                .map(|module| self.files[&module].as_str())
                .filter(|to| *to != from && !is_its_folder(to, from))
                .collect();
            arrows.insert(from, used);
        }
        arrows
    }
}

/// Whether a file is the `mod.rs` of a folder in which the other one is: it holds what the files of the
/// folder share, and puts them together.
fn is_its_folder(folder: &str, file: &str) -> bool {
    folder
        .strip_suffix("mod.rs")
        .is_some_and(|folder| file.starts_with(folder))
}

/// `src/api/error.rs` is `["api", "error"]`.
fn module_of(folder: &str, path: &str) -> Segments {
    let inside = path.trim_start_matches(folder).trim_start_matches('/');
    let mut module: Segments = inside
        .trim_end_matches(".rs")
        .split('/')
        .map(str::to_owned)
        .collect();
    if module
        .last()
        .is_some_and(|last| last == "mod" || last == "lib")
    {
        module.pop();
    }
    module
}

fn is_for_tests(item: &Item) -> bool {
    let Item::Mod(module) = item else {
        return false;
    };
    module.ident == "tests"
}

fn paths_of(item: &ItemUse) -> Vec<Segments> {
    fn collect(tree: &UseTree, before: &Segments, found: &mut Vec<Segments>) {
        let with = |name: &syn::Ident| [before.clone(), vec![name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => collect(&path.tree, &with(&path.ident), found),
            UseTree::Name(name) if name.ident == "self" => found.push(before.clone()),
            UseTree::Name(name) => found.push(with(&name.ident)),
            UseTree::Rename(rename) => found.push(with(&rename.ident)),
            UseTree::Glob(_) => found.push(before.clone()),
            UseTree::Group(group) => {
                for tree in &group.items {
                    collect(tree, before, found);
                }
            }
        }
    }
    let mut found = Vec::new();
    collect(&item.tree, &vec![], &mut found);
    found
}

#[derive(Default)]
struct Reader {
    paths: Vec<Segments>,
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.paths.extend(paths_of(item));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string());
        self.paths.push(segments.collect());
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, one: &'ast syn::Macro) {
        self.read_tokens(one.tokens.clone());
        syn::visit::visit_macro(self, one);
    }
}

impl Reader {
    /// What a macro is given is no syntax tree: a view names its components as paths.
    fn read_tokens(&mut self, tokens: TokenStream) {
        let mut path: Segments = vec![];
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.paths.push(std::mem::take(&mut path));
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                other => {
                    self.paths.push(std::mem::take(&mut path));
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.read_tokens(group.stream());
                    }
                }
            }
        }
        self.paths.push(path);
        self.paths.retain(|path| !path.is_empty());
    }
}

/// Every way around in which each file uses the next, once.
fn circles(arrows: &BTreeMap<&str, BTreeSet<&str>>) -> Vec<String> {
    fn reaches<'a>(
        arrows: &BTreeMap<&'a str, BTreeSet<&'a str>>,
        from: &'a str,
    ) -> BTreeSet<&'a str> {
        let mut reached = BTreeSet::new();
        let mut waiting = vec![from];
        while let Some(next) = waiting.pop() {
            for to in arrows.get(next).into_iter().flatten() {
                if reached.insert(*to) {
                    waiting.push(to);
                }
            }
        }
        reached
    }
    let reached: BTreeMap<&str, BTreeSet<&str>> = arrows
        .keys()
        .map(|file| (*file, reaches(arrows, file)))
        .collect();
    let mut found = BTreeSet::new();
    for (file, others) in &reached {
        if others.contains(file) {
            let circle: Vec<&str> = others
                .iter()
                .filter(|other| reached.get(*other).is_some_and(|back| back.contains(file)))
                .copied()
                .collect();
            found.insert(circle.join(", "));
        }
    }
    found.into_iter().collect()
}

/// Where two files use each other, neither can be read, tested or moved alone.
#[test]
fn no_file_uses_itself_by_way_of_others() {
    let mut broken = Vec::new();
    for folder in crates() {
        broken.extend(circles(&Crate::read(&folder).arrows()));
    }
    assert_none(
        &broken,
        "these files use each other in a circle: move what both need into a file of its own.",
    );
}

fn crates() -> Vec<String> {
    let mut folders: Vec<String> = sources("crates", "toml")
        .iter()
        .filter_map(|manifest| manifest.path.strip_suffix("/Cargo.toml"))
        .map(|folder| format!("{folder}/src"))
        .collect();
    assert!(folders.len() >= 4, "{folders:?}");
    folders.push("src".into());
    folders
}

/// The rooms of the page from the ground up: each uses only rooms that stand before it. A file is in
/// the first room whose beginning it has.
const ROOMS: [(&str, &[&str]); 11] = [
    ("the clock", &["src/clock/"]),
    (
        "the page around the program",
        &[
            "src/start/boot.rs",
            "src/start/first_screen.rs",
            "src/start/slices.rs",
        ],
    ),
    ("words", &["src/words/"]),
    ("the ground", &["src/memory.rs", "src/slots.rs"]),
    ("widgets", &["src/ui/"]),
    ("routes", &["src/routes/"]),
    ("the API", &["src/api/"]),
    ("session and settings", &["src/session/", "src/config.rs"]),
    ("screens", &["src/screens/"]),
    ("the frame", &["src/frame/"]),
    ("the prototype", &["src/prototype/"]),
];

/// Pairs of rooms where the one may come before the other and still not know it.
const STRANGERS: [(&str, &str); 4] = [
    ("widgets", "the page around the program"),
    ("the API", "widgets"),
    ("the API", "routes"),
    ("routes", "widgets"),
];

fn room(file: &str) -> usize {
    ROOMS
        .iter()
        .position(|(_, parts)| parts.iter().any(|part| file.starts_with(part)))
        // what opens the page: src/lib.rs and the rest of src/start
        .unwrap_or(ROOMS.len())
}

/// A screen that knows the frame, or a widget that knows a screen, cannot be used anywhere else.
#[test]
fn each_room_of_the_page_stands_on_those_below_it() {
    let page = Crate::read("src");
    let mut broken = Vec::new();
    for (from, used) in page.arrows() {
        for to in used {
            let upwards = room(to) > room(from);
            let strangers = STRANGERS.iter().any(|(one, other)| {
                let is = |file: &str, name: &str| {
                    ROOMS.get(room(file)).is_some_and(|room| room.0 == name)
                };
                is(from, one) && is(to, other)
            });
            if upwards || strangers {
                broken.push(format!("{from} uses {to}"));
            }
        }
    }
    assert_none(
        &broken,
        "from the ground up the rooms are the clock, words, ui, routes, api, session, screens, frame, prototype, start: hand what is above in as a property, a callback or a trait.",
    );
}

#[test]
fn a_circle_is_found() {
    let arrows = BTreeMap::from([
        ("a", BTreeSet::from(["b"])),
        ("b", BTreeSet::from(["c"])),
        ("c", BTreeSet::from(["b"])),
    ]);
    assert_eq!(circles(&arrows), ["b, c"]);
}

#[test]
fn a_path_is_found_wherever_it_is_written() {
    let page = Crate::read("src");
    let arrows = page.arrows();
    for (from, to, how) in [
        (
            "src/start/mod.rs",
            "src/start/boot.rs",
            "by a path of its own",
        ),
        ("src/frame/router.rs", "src/screens/apps.rs", "in a view"),
        (
            "src/ui/remote.rs",
            "src/ui/button.rs",
            "by a name that another module makes public",
        ),
        (
            "src/clock/manual.rs",
            "src/clock/timers.rs",
            "from its parent",
        ),
    ] {
        assert!(
            arrows[from].contains(to),
            "{from} uses {to} {how}: {:?}",
            arrows[from]
        );
    }
}
