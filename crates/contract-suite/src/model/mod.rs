//! Any sequence of operations and clock moves does what a simple model says.

mod drive;
mod expected;

use crate::case::cases;
use proptest::{
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

cases![any_sequence_of_operations_does_what_the_model_says];

/// One thing that a person, a mail application or time does.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// Signs in, with the right password or another.
    SignIn { right: bool },
    /// Enters the newest text code, or another six digits.
    Answer { right: bool },
    /// Asks for another text code.
    Resend,
    /// Signs out.
    SignOut,
    /// Makes an app password.
    Create { name: &'static str },
    /// Sends the newest create once more, with the same key and the next attempt.
    Retry,
    /// Deletes one of those that were ever made: the newest is 0.
    Delete { back: usize },
    /// Undoes a deletion.
    Restore { back: usize },
    /// A mail application signs in.
    Mail { back: usize },
    /// Looks at the list.
    List,
    /// Time passes, in seconds.
    Wait { seconds: i64 },
    /// The portal removes what is over.
    Purge,
    /// The portal starts anew.
    Restart,
}

/// Few names, two of them alike.
const NAMES: [&str; 5] = ["iPhone", "IPHONE", "iPad", "Laptop", "Desktop"];
/// Around every limit of time.
const WAITS: [i64; 12] = [1, 29, 30, 59, 60, 119, 120, 299, 300, 600, 900, 1_799];
/// Rows that a step may name: sometimes more than were made.
const BACK: std::ops::Range<usize> = 0..4;
/// Sequences, and steps in each.
const SEQUENCES: u32 = 64;
const STEPS: std::ops::Range<usize> = 20..80;

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => Just(Step::SignIn { right: true }),
        1 => Just(Step::SignIn { right: false }),
        4 => Just(Step::Answer { right: true }),
        4 => Just(Step::Answer { right: false }),
        1 => Just(Step::Resend),
        1 => Just(Step::SignOut),
        7 => prop::sample::select(&NAMES[..]).prop_map(|name| Step::Create { name }),
        3 => Just(Step::Retry),
        6 => BACK.prop_map(|back| Step::Delete { back }),
        6 => BACK.prop_map(|back| Step::Restore { back }),
        6 => BACK.prop_map(|back| Step::Mail { back }),
        3 => Just(Step::List),
        4 => prop::sample::select(&WAITS[..]).prop_map(|seconds| Step::Wait { seconds }),
        1 => Just(Step::Purge),
        1 => Just(Step::Restart),
    ]
}

/// The same sequences each time; a failure is shrunk to a short one.
fn any_sequence_of_operations_does_what_the_model_says() {
    let config = Config {
        cases: SEQUENCES,
        failure_persistence: None,
        ..Config::default()
    };
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, random);
    let steps = prop::collection::vec(step(), STEPS);
    let outcome = runner.run(&steps, |steps| {
        drive::run(&steps).map_err(TestCaseError::fail)
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}
