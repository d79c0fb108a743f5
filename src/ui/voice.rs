//! A voice of the device itself, for what may be read aloud. A browser may offer voices that send the
//! text to a server; those are never used, not even as the default of an utterance without a voice.

use js_sys::{Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// Slow enough to write along.
const RATE: f32 = 0.8;

thread_local! {
    // What is being said: browsers forget one that nobody holds, and never tell that it ended.
    static SAYING: RefCell<Option<SpeechSynthesisUtterance>> = const { RefCell::new(None) };
}

/// The browser's, where it has one.
fn synthesis() -> Option<SpeechSynthesis> {
    // web-sys takes it for granted; WebKitGTK, for one, may have none.
    Reflect::get(&leptos::prelude::window(), &"speechSynthesis".into())
        .ok()
        .filter(|synthesis| !synthesis.is_undefined() && !synthesis.is_null())
        .map(JsCast::unchecked_into)
}

/// Before the `-` or `_` of a language's tag.
fn base(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

/// A voice that speaks a language and whose text stays on this device; none if there is none (yet:
/// see [`when_there_are_others`]).
pub fn of_this_device(language: &str) -> Option<SpeechSynthesisVoice> {
    let voices = synthesis()?.get_voices();
    voices
        .iter()
        .map(JsCast::unchecked_into::<SpeechSynthesisVoice>)
        .find(|voice| {
            voice.local_service() && base(&voice.lang()).eq_ignore_ascii_case(base(language))
        })
}

/// Calls when the browser has come to know other voices: it looks for them when it is first asked.
/// The listener is to be kept, and given to [`no_longer`].
pub fn when_there_are_others(call: impl Fn() + 'static) -> Closure<dyn Fn()> {
    let listener = Closure::new(call);
    if let Some(synthesis) = synthesis() {
        // Listening to an event does not fail.
        let _ = synthesis
            .add_event_listener_with_callback("voiceschanged", listener.as_ref().unchecked_ref());
    }
    listener
}

/// Ends what [`when_there_are_others`] began.
pub fn no_longer(listener: &Closure<dyn Fn()>) {
    if let Some(synthesis) = synthesis() {
        // What is not listened to can be left as well.
        let _ = synthesis.remove_event_listener_with_callback(
            "voiceschanged",
            listener.as_ref().unchecked_ref(),
        );
    }
}

/// Says a text. Comes back when it is said, or was silenced; false if it cannot be said.
pub async fn say(text: String, voice: SpeechSynthesisVoice) -> bool {
    let Some(ended) = start(&text, &voice) else {
        return false;
    };
    drop(text);
    let said = ended.await.is_ok();
    if said && let Some(utterance) = SAYING.take() {
        utterance.set_text("");
    }
    said
}

fn start(text: &str, voice: &SpeechSynthesisVoice) -> Option<JsFuture> {
    silence();
    let synthesis = synthesis()?;
    let utterance = SpeechSynthesisUtterance::new_with_text(text).ok()?;
    utterance.set_voice(Some(voice));
    utterance.set_lang(&voice.lang());
    utterance.set_rate(RATE);
    let ended = Promise::new(&mut |said, failed| {
        utterance.set_onend(Some(&said));
        utterance.set_onerror(Some(&failed));
    });
    synthesis.speak(&utterance);
    SAYING.set(Some(utterance));
    Some(JsFuture::from(ended))
}

/// Ends what is being said, and keeps nothing of it.
pub fn silence() {
    let Some(utterance) = SAYING.take() else {
        return;
    };
    utterance.set_text("");
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
    // Whoever waits for it is told, also by a browser that says nothing of what was cancelled.
    if let Some(ended) = utterance.onerror() {
        // The function that ends a promise does not fail.
        let _ = ended.call0(&JsValue::UNDEFINED);
    }
}

#[cfg(test)]
mod tests {
    use super::base;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn a_voice_is_told_by_its_language_however_the_system_writes_it() {
        for tag in ["pt-BR", "pt_BR", "pt"] {
            assert_eq!(base(tag), "pt");
        }
    }
}
