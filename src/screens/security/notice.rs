//! That something was done: for the eye at its place, for a screen reader once.

use crate::words::Text;
use crate::{
    clock::timers,
    ui::{Announcer, Icon},
};
use leptos::prelude::*;
use std::time::Duration;

/// A dialog makes the rest of the page inert while it is open, live regions included. Said this much
/// later, it is closed and the focus has moved.
const AFTER_THE_DIALOG: Duration = Duration::from_millis(200);

/// The last thing done in a section of the screen.
#[derive(Clone, Copy)]
pub struct Notice {
    words: RwSignal<Option<Text>>,
    announcer: Announcer,
}

impl Notice {
    /// Nothing done yet.
    pub fn new() -> Self {
        Self {
            words: RwSignal::new(None),
            announcer: Announcer::from_context(),
        }
    }

    /// Something was done.
    pub fn say(self, words: Text) {
        self.words.try_set(Some(words.clone()));
        timers::once(AFTER_THE_DIALOG, move || self.announcer.say(words));
    }

    /// It is out of date.
    pub fn clear(self) {
        self.words.try_set(None);
    }

    /// Its place in the section. Not a live region: it would be read twice.
    pub fn line(self) -> impl IntoView {
        move || {
            self.words.get().map(|words| {
                view! {
                    <p class="notice">
                        <Icon name="check" />
                        <span>{words}</span>
                    </p>
                }
            })
        }
    }
}
