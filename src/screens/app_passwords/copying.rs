//! **copy password to clipboard**, and copying by hand: what became of it is said in words, each
//! outcome in its own.

use super::{on_window, showing::Showing};
use crate::{
    clock,
    ui::{
        Button, Hand, Icon, Platform,
        clipboard::{self, Outcome},
    },
    words,
};
use leptos::{html, prelude::*, task::spawn_local};
use std::time::Duration;

/// After this long the browser is probably asking.
const PROBABLY_ASKING: Duration = Duration::from_millis(400);

/// How far the copying is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    NotYet,
    Waiting,
    Asking,
    Done(Outcome),
    ByHand,
}

/// The button and what became of it.
#[component]
pub fn Copying(showing: Showing, paper: NodeRef<html::Code>) -> impl IntoView {
    let progress = RwSignal::new(Progress::NotYet);
    let run = StoredValue::new(0_u32);
    let platform = Platform::here();

    let copied = move || {
        showing.copied.try_set(true);
        showing.asking.try_set(false);
    };
    let copy = move || {
        let Some(node) = paper.get_untracked() else {
            return;
        };
        // Straight from the click, nothing awaited before: else Firefox and WebKit refuse.
        let Some(copying) = showing.lend(|letters| clipboard::start(letters, Some(&node))) else {
            return;
        };
        let Some(this) = run.try_update_value(|run| {
            *run = run.wrapping_add(1);
            *run
        }) else {
            return;
        };
        progress.set(Progress::Waiting);
        spawn_local(async move {
            clock::wait(PROBABLY_ASKING).await;
            if run.try_get_value() == Some(this)
                && progress.try_get_untracked() == Some(Progress::Waiting)
            {
                progress.try_set(Progress::Asking);
            }
        });
        spawn_local(async move {
            let outcome = clipboard::finish(copying).await;
            if run.try_get_value() != Some(this) {
                return;
            }
            if matches!(outcome, Outcome::Copied | Outcome::CopiedTheOldWay) {
                copied();
            }
            if outcome != Outcome::Copied
                && let Some(node) = paper.try_get_untracked().flatten()
            {
                clipboard::select(&node);
            }
            progress.try_set(Progress::Done(outcome));
        });
    };
    // By hand: whatever part of the password is selected, the whole password is copied, and nothing
    // around it.
    on_window("copy", move |event| {
        let Some(node) = paper.try_get_untracked().flatten() else {
            return;
        };
        if clipboard::touches(&node)
            && showing.lend(|letters| clipboard::put(&event, letters)) == Some(true)
        {
            copied();
            progress.try_set(Progress::ByHand);
        }
    });
    view! {
        <div class="copying">
            <Button on_press=copy>
                <Icon name="copy" />
                {words::shown_once::copy()}
            </Button>
            // Stands there from the start: a live region that comes with its text is not always read.
            <div class="copying__outcome" role="status">{move || outcome_words(progress.get(), platform)}</div>
        </div>
    }
}

fn outcome_words(progress: Progress, platform: Platform) -> Option<AnyView> {
    const GOOD: (&str, &str) = ("message message--success", "check");
    const NOTE: (&str, &str) = ("message message--note", "info");
    const BAD: (&str, &str) = ("message message--warning", "warning");
    let by_hand = |became: String| {
        let selected = match platform.hand() {
            Hand::Finger => words::copying::selected_touch(),
            Hand::Command => words::copying::selected_mac(),
            Hand::Control => words::copying::selected_keyboard(),
        };
        words::common::sentences(&became, &selected)
    };
    let ((class, icon), sentence) = match progress {
        Progress::NotYet | Progress::Waiting => return None,
        Progress::Asking => (NOTE, words::copying::asking()),
        Progress::ByHand => (GOOD, words::copying::by_hand()),
        Progress::Done(outcome) => match outcome {
            Outcome::Copied => (GOOD, words::copying::copied()),
            Outcome::CopiedTheOldWay => (GOOD, by_hand(words::copying::old_way())),
            Outcome::Refused => (BAD, by_hand(words::copying::refused())),
            Outcome::Dismissed => (BAD, by_hand(words::copying::dismissed())),
            Outcome::Missing => (BAD, by_hand(words::copying::no_clipboard())),
            Outcome::Failed => (BAD, by_hand(words::copying::failed())),
        },
    };
    // Not the Message widget: this stands in a live region already, and would be read twice.
    Some(
        view! {
            <div class=class>
                <Icon name=icon />
                <div class="message__body"><p>{sentence}</p></div>
            </div>
        }
        .into_any(),
    )
}
