//! The password spelled out: for reading it aloud over a telephone, and for whoever listens to it.

use super::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// The password of "Desk", spelled out.
async fn spelled() -> (Stage, Part) {
    let (stage, dialog) = shown().await;
    // nobody who wants none is shown one
    assert!(letters(&dialog).is_empty());
    dialog.button("Spell it out").click().await;
    (stage, dialog)
}

fn letters(dialog: &Part) -> Vec<String> {
    let lists = dialog.all(Role::List, "The letters of the password");
    lists
        .iter()
        .flat_map(|list| list.names(Role::ListItem))
        .collect()
}

/// The entries that are marked as the one that was said.
fn marked(dialog: &Part) -> Vec<String> {
    let lists = dialog.all(Role::List, "The letters of the password");
    let items = lists.iter().flat_map(|list| list.every(Role::ListItem));
    let marked =
        items.filter(|item| item.0.get_attribute("aria-current").as_deref() == Some("true"));
    marked.map(|item| item.words()).collect()
}

/// Whoever is told the password over a telephone would not get their mail.
#[wasm_bindgen_test]
async fn what_is_spelled_is_the_password() {
    let (_stage, dialog) = spelled().await;
    let said = letters(&dialog);
    assert_eq!(said[..3], ["a Alfa", "b Bravo", "c Charlie"]);
    let spelled: String = said
        .iter()
        .filter_map(|entry| entry.chars().next())
        .collect();
    assert_eq!(spelled, PASSWORD);
}

/// Who listens would have to remember sixteen letters at once, or to guess where they are.
#[wasm_bindgen_test]
async fn a_press_says_one_letter_and_keeps_the_focus() {
    let (stage, dialog) = spelled().await;
    let (next, back) = (
        dialog.button("Next letter"),
        dialog.button("Previous letter"),
    );
    next.click().await;
    stage.announces("a Alfa 1 of 16");
    assert_eq!(marked(&dialog), ["a Alfa"]);
    stage.press("Enter").await;
    stage.announces("b Bravo 2 of 16");
    assert!(next.has_focus());
    back.click().await;
    stage.announces("a Alfa 1 of 16");
    back.click().await;
    stage.announces("p Papa 16 of 16");
    next.click().await;
    stage.announces("a Alfa 1 of 16");
    assert_eq!(marked(&dialog), ["a Alfa"]);
}

/// Four letters are read as a word: "bake" for b, a, k, e.
#[wasm_bindgen_test]
async fn a_screen_reader_is_given_single_letters() {
    let (_stage, dialog) = shown().await;
    let paper = dialog.the(Role::Group, "App password for Desk");
    assert_eq!(paper.spoken(), "Desk a b c d e f g h i j k l m n o p");
}

/// What is folded away would still be in the page, and a second list would come below the first.
#[wasm_bindgen_test]
async fn folded_away_it_is_gone_and_can_be_opened_again() {
    let (stage, dialog) = spelled().await;
    dialog.button("Spell it out").click().await;
    assert!(letters(&dialog).is_empty());
    assert!(!stage.kept().contains("Charlie"));
    dialog.button("Spell it out").click().await;
    assert_eq!(letters(&dialog).len(), 16);
}

/// Whoever sits down at this computer next could read it.
#[wasm_bindgen_test]
async fn of_what_was_spelled_nothing_is_left() {
    let (stage, dialog) = spelled().await;
    dialog.button("Next letter").click().await;
    // the very nodes, which a page could keep after they are taken out
    let nodes = dialog.text_nodes();
    assert!(nodes.iter().any(|node| node.data() == "Alfa"));
    dialog.button("close").click().await;
    dialog.button("Close without copying").click().await;
    for node in nodes {
        let left = node.data();
        assert!(
            !["Alfa", "Charlie", "a b c d", &PASSWORD[..4]].contains(&left.trim()),
            "{left}"
        );
    }
    let kept = stage.kept();
    for trace in [PASSWORD, &PASSWORD[..4], "Alfa", "Charlie", "a b c d"] {
        assert!(!kept.contains(trace), "{trace} is left");
    }
}
