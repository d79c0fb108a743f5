//! States that a screen must not forget.

use end_to_end::repository::{assert_none, sources};

/// Tasks whose outcome has words of its own, and where.
const OWN_WORDS: &[(&str, &str, &str)] = &[
    (
        "src/screens/app_passwords/undo_bar.rs",
        "undoing",
        "the bar says what stands in the way of an undo",
    ),
    (
        "src/screens/app_passwords/list.rs",
        "initial",
        "InitialStatus is beside it",
    ),
    (
        "src/frame/unreachable.rs",
        "opening",
        "it stands in place of a screen",
    ),
];

/// The names between `before` and `after` in a source.
fn names<'a>(text: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    let is_name = |name: &str| {
        name.chars()
            .all(|letter| letter.is_alphanumeric() || "_.".contains(letter))
    };
    text.split(before)
        .skip(1)
        .filter_map(|rest| rest.split_once(after))
        .map(|(name, _)| name)
        .filter(|name| is_name(name))
        .collect()
}

/// A button that spins and then does nothing leaves a person alone with a failure.
#[test]
fn who_shows_that_a_task_is_under_way_shows_how_it_went() {
    let mut broken = Vec::new();
    let mut found = 0;
    for source in ["src/screens", "src/frame"]
        .map(|folder| sources(folder, "rs"))
        .iter()
        .flatten()
    {
        for task in names(&source.text, "pending=", ".pending()") {
            found += 1;
            let shown = source.text.contains(&format!("<Outcome of={task}"));
            let excused = OWN_WORDS
                .iter()
                .any(|(path, name, _)| source.path == *path && task == *name);
            if !shown && !excused {
                broken.push(format!("{}: {task}", source.path));
            }
            assert!(
                !(shown && excused),
                "{} needs no excuse for {task} any more",
                source.path
            );
        }
    }
    assert!(
        found > 10,
        "only {found} buttons show a task: has the form of the attribute changed?"
    );
    assert_none(
        &broken,
        "draw <Outcome of=…> beside the button that starts the task:",
    );
}
