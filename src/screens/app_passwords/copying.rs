//! **copy password to clipboard**, and copying by hand: what became of it is said in words, each
//! outcome in its own.

use super::{ListContext, on_window};
use crate::words::Text;
use crate::{
    ui::{
        CopyText, Hand, Icon, Platform,
        clipboard::{self, Outcome},
        copy_text::Progress,
    },
    words,
};
use leptos::{html, prelude::*};

/// The button and what became of it.
#[component]
pub fn Copying(shared: ListContext, paper: NodeRef<html::Code>) -> impl IntoView {
    let showing = shared.showing;
    let progress = RwSignal::new(Progress::NotYet);
    Effect::new(move |_| {
        if progress.get().is_copied() {
            if showing.copied.try_get_untracked() == Some(false)
                && let Some(shown) = untrack(|| showing.shown())
            {
                shared.note_kept(&shown.item.id);
            }
            showing.copied.try_set(true);
            showing.asking.try_set(false);
        }
    });
    // By hand: whatever part of the password is selected, the whole password is copied, and nothing
    // around it.
    on_window("copy", move |event| {
        let Some(node) = paper.try_get_untracked().flatten() else {
            return;
        };
        if clipboard::touches(&node)
            && showing.with_secret(|letters| clipboard::put(&event, letters)) == Some(true)
        {
            progress.try_set(Progress::ByHand);
        }
    });
    let start = move |node: &web_sys::Node| {
        showing.with_secret(|letters| clipboard::start(letters, Some(node)))
    };
    view! {
        <CopyText shown=paper start progress said=outcome_words>
            <Icon name="copy" />
            {words::shown_once::copy()}
        </CopyText>
    }
}

fn outcome_words(progress: Progress) -> Option<impl IntoView> {
    const GOOD: (&str, &str) = ("message message--success", "check");
    const NOTE: (&str, &str) = ("message message--note", "info");
    const BAD: (&str, &str) = ("message message--warning", "warning");
    let by_hand = |became: Text| {
        let selected = match Platform::here().hand() {
            Hand::Finger => words::copying::selected_touch(),
            Hand::Command => words::copying::selected_mac(),
            Hand::Control => words::copying::selected_keyboard(),
        };
        words::common::sentences(became, selected)
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
    Some(view! {
        <div class=class>
            <Icon name=icon />
            <div class="message__body"><p>{sentence}</p></div>
        </div>
    })
}
