//! One polite live region for the whole page.

use leptos::prelude::*;

/// Announces sentences to a screen reader without moving the focus.
#[derive(Clone, Copy)]
pub struct Announcer(RwSignal<String>);

impl Announcer {
    /// Makes it available to every widget below.
    pub fn provide() -> Self {
        let announcer = Self(RwSignal::new(String::new()));
        provide_context(announcer);
        announcer
    }

    /// Reads it from context. Panics if it was not provided.
    pub fn from_context() -> Self {
        expect_context()
    }

    /// Announces a sentence. A no-break space is added to one that equals the last, so that it is
    /// announced again.
    pub fn say(self, sentence: impl Into<String>) {
        let mut sentence = sentence.into();
        self.0.try_update(|said| {
            if *said == sentence {
                sentence.push('\u{a0}');
            }
            *said = sentence;
        });
    }

    /// The region itself; stands in the page from the start, because a live region that appears
    /// together with its text is not read by every screen reader.
    pub fn region(self) -> impl IntoView {
        view! { <p class="visually-hidden" role="status">{move || self.0.get()}</p> }
    }
}
