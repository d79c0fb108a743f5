//! The app password that is made without asking on the very first visit.

use super::app_passwords::{list, world_with};
use crate::case::cases;
use contract::{Code, CreatedAppPassword, paths};

cases![
    the_first_visit_makes_one_without_asking_and_only_the_first,
    two_tabs_on_the_first_visit_make_one,
];

fn the_first_visit_makes_one_without_asking_and_only_the_first() {
    let world = world_with(0);
    let mut browser = world.signed_in();
    assert!(list(&mut browser).initial_due);
    let created: CreatedAppPassword = browser.create_initial("key-00001", 1).ok();
    assert_eq!(created.item.name, "Initial app password20260115000000");
    assert!(!list(&mut browser).initial_due);
    browser
        .create_initial("key-00002", 1)
        .refused(Code::InitialNotDue);
    browser.delete(&paths::app_password(&created.item.id));
    assert!(
        !list(&mut browser).initial_due,
        "deleting it does not bring it back"
    );
    browser
        .create_initial("key-00003", 1)
        .refused(Code::InitialNotDue);
}

fn two_tabs_on_the_first_visit_make_one() {
    let world = world_with(0);
    let browser = world.signed_in();
    let racers: Vec<_> = (0..8)
        .map(|n| {
            let mut browser = browser.clone();
            std::thread::spawn(move || browser.create_initial(&format!("key-{n:05}"), 1).status)
        })
        .collect();
    let made = racers
        .into_iter()
        .filter_map(|racer| (racer.join().unwrap() == 201).then_some(()));
    assert_eq!(made.count(), 1);
    assert_eq!(list(&mut browser.clone()).items.len(), 1);
}
