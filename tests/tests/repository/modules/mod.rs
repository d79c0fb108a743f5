//! Arrows run one way, and in no circle.

mod graph;

use end_to_end::repository::{assert_none, source, sources};
use graph::Crate;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

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

/// The files of a screen lead where `routes.json` says, and nowhere else.
#[test]
fn a_screen_leads_where_the_table_says() {
    let table = source(Path::new("src/frame/router.rs")).text;
    // each arm of its match: the routes, and the screen that they show
    let arms = table.split("Some(Route::").skip(1).filter_map(|arm| {
        let (routes, screen) = arm.split_once("=>")?;
        let folder = screen.split_once("screens::")?.1.split("::").next()?;
        let routes: Vec<&str> = routes.split(" | Route::").collect();
        Some((
            folder,
            routes
                .iter()
                .map(|route| route.trim_end_matches([')', ' ']).to_owned())
                .collect::<Vec<_>>(),
        ))
    });
    let mut screens: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (folder, routes) in arms {
        screens.entry(folder).or_default().extend(routes);
    }
    assert!(screens.len() > 5, "the router shows {screens:?}");
    let mut broken = Vec::new();
    for (folder, routes) in screens {
        let exits: Vec<&String> = route_table::all()
            .iter()
            .filter(|route| routes.contains(&route.name))
            .flat_map(|route| &route.exits)
            .collect();
        let own = format!("src/screens/{folder}");
        for file in sources("src/screens", "rs") {
            let is_own =
                file.path.starts_with(&format!("{own}/")) || file.path == format!("{own}.rs");
            for (number, line) in file.code().filter(|_| is_own) {
                let leads = [
                    "href(Route::",
                    "go(Route::",
                    "go_with(Route::",
                    "tab(Route::",
                ];
                let target = leads.iter().find_map(|form| line.split_once(form));
                let Some((_, target)) = target else { continue };
                let target = target
                    .split(|letter: char| !letter.is_alphanumeric())
                    .next()
                    .unwrap_or_default();
                if !exits.iter().any(|exit| *exit == target)
                    && !routes.iter().any(|route| route == target)
                {
                    broken.push(format!("{}:{number} leads to {target}", file.path));
                }
            }
        }
    }
    assert_none(&broken, "say in routes.json where a screen leads:");
}
