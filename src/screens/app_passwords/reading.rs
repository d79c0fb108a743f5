//! The password letter by letter, for those who listen: a press says one, and the person keeps the
//! time. Where the device has a voice of its own for the language, it can read all of them; it never
//! begins by itself, because somebody else may be listening.

use super::{alphabet::Alphabet, showing::ShowingFlow};
use crate::{
    clock,
    ui::{Button, Look, voice},
    words,
};
use contract::limits::APP_PASSWORD_LENGTH;
use leptos::{html, prelude::*, task::spawn_local};
use std::time::Duration;

/// Between two letters that a voice reads: time to write one down.
const PAUSE: Duration = Duration::from_millis(400);

/// The letter that is said, and what says the next one.
#[component]
pub fn Reading(
    showing: ShowingFlow,
    /// The place of the letter that was said last, from 0.
    at: RwSignal<Option<usize>>,
) -> impl IntoView {
    let said = NodeRef::<html::P>::new();
    let aloud = Aloud::new(showing, at);
    let step = move |place: usize| {
        aloud.stop();
        at.set(Some(place));
        let Some(said) = said.get_untracked() else {
            return;
        };
        showing.write_on(&said, |letters| {
            if let Some(letter) = letters.chars().nth(place) {
                Alphabet::of_the_page().write(&said, letter);
                say_place(&said, place);
            }
        });
    };
    // Round and round: whoever has missed one goes on to it.
    let next = move || {
        let after = at.get_untracked().map_or(0, |at| at + 1);
        step(after % APP_PASSWORD_LENGTH);
    };
    let back = move || {
        let at = at.get_untracked().unwrap_or_default();
        step((at + APP_PASSWORD_LENGTH - 1) % APP_PASSWORD_LENGTH);
    };
    // A screen reader would say over the voice what was said before.
    Effect::new(move |_| {
        if let (true, Some(said)) = (aloud.reading.get(), said.get_untracked()) {
            showing.wipe(&said);
        }
    });
    on_cleanup(move || {
        if let Some(said) = said.try_get_untracked().flatten() {
            showing.wipe(&said);
        }
    });
    let has_voice = Memo::new(move |_| aloud.voice.read().is_some());
    let read = move || {
        let label = move || {
            if aloud.reading.get() {
                words::spelling::stop()
            } else {
                words::spelling::aloud()
            }
        };
        has_voice.get().then(|| {
            view! {
                <Button look=Look::Secondary on_press=move || aloud.toggle()>{label}</Button>
            }
        })
    };
    view! {
        <div class="spelling__reading" role="group" aria-label=move || words::spelling::step().get()>
            // Stands there from the start: a live region that comes with its text is not always read.
            <p class="spelling__said notranslate" role="status" translate="no" node_ref=said></p>
            <div class="actions">
                <Button look=Look::Secondary on_press=back>{words::spelling::back()}</Button>
                <Button look=Look::Secondary on_press=next>{words::spelling::next()}</Button>
                {read}
            </div>
        </div>
    }
}

/// "5 of 16" after a letter.
fn say_place(said: &web_sys::Element, place: usize) {
    if let Ok(part) = document().create_element("span") {
        part.set_class_name("spelling__place");
        let (number, all) = ((place + 1).to_string(), APP_PASSWORD_LENGTH.to_string());
        part.set_text_content(Some(&words::spelling::position(&number, &all).get()));
        // A new element can be put into one that is in the page.
        let _ = said.append_child(&part);
    }
}

/// Reading all of it with a voice of the device.
#[derive(Clone, Copy)]
struct Aloud {
    showing: ShowingFlow,
    at: RwSignal<Option<usize>>,
    voice: RwSignal<Option<web_sys::SpeechSynthesisVoice>, LocalStorage>,
    reading: RwSignal<bool>,
    /// Which reading it is: one that was stopped goes on to no other letter.
    run: StoredValue<u32>,
}

impl Aloud {
    fn new(showing: ShowingFlow, at: RwSignal<Option<usize>>) -> Self {
        let find = || voice::of_this_device(&words::spelling::language().get());
        let aloud = Self {
            showing,
            at,
            voice: RwSignal::new_local(None),
            reading: RwSignal::new(false),
            run: StoredValue::new(0),
        };
        // Anew when the language changes.
        Effect::new(move |_| {
            aloud.voice.try_set(find());
        });
        let listener = voice::when_there_are_others(move || {
            aloud.voice.try_set(find());
        });
        let listener = StoredValue::new_local(listener);
        on_cleanup(move || {
            voice::silence();
            listener.try_with_value(voice::no_longer);
        });
        aloud
    }

    fn toggle(self) {
        if self.reading.get_untracked() {
            self.stop();
        } else {
            self.start();
        }
    }

    fn stop(self) {
        self.run.update_value(|run| *run = run.wrapping_add(1));
        self.reading.set(false);
        voice::silence();
    }

    /// From the letter it was stopped at; from the first when there is none, or it was the last.
    fn start(self) {
        let Some(voice) = self.voice.get_untracked() else {
            return;
        };
        self.stop();
        self.reading.set(true);
        let this = self.run.get_value();
        let begin = self
            .at
            .get_untracked()
            .filter(|at| at + 1 < APP_PASSWORD_LENGTH)
            .unwrap_or_default();
        spawn_local(async move {
            for place in begin..APP_PASSWORD_LENGTH {
                let Some(text) = self.text(place).filter(|_| self.is_still(this)) else {
                    break;
                };
                self.at.try_set(Some(place));
                if !voice::say(text, voice.clone()).await {
                    break;
                }
                clock::wait(PAUSE).await;
            }
            if self.is_still(this) {
                self.reading.try_set(false);
            }
        });
    }

    fn is_still(self, run: u32) -> bool {
        self.run.try_get_value() == Some(run)
    }

    /// A letter and its word, with a comma for the pause between.
    fn text(self, place: usize) -> Option<String> {
        self.showing
            .with_secret(|letters| {
                let letter = letters.chars().nth(place)?;
                let alphabet = Alphabet::of_the_page();
                Some(format!(
                    "{letter}, {}",
                    alphabet.word(letter).unwrap_or_default()
                ))
            })
            .flatten()
    }
}
