//! Which file of a crate uses which, read from the `use` lines and paths.

use end_to_end::repository::{Source, sources};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use syn::{Item, ItemUse, UseTree, visit::Visit};

/// A path as it is written, such as `crate`, `api`, `Api`.
type Segments = Vec<String>;

/// The files of one crate.
pub struct Crate {
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
    pub fn read(folder: &str) -> Self {
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
    pub fn arrows(&self) -> BTreeMap<&str, BTreeSet<&str>> {
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
