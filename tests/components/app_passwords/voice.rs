//! A voice of the device reads the password aloud: one whose text stays here, when it is asked to, and
//! for as long as the password is shown.

use super::*;
use crate::stage::{SECOND, voice};
use wasm_bindgen_test::wasm_bindgen_test;

/// The password of "Desk", spelled out on a device that speaks.
async fn spelled_on(own_voice: bool, slow: bool) -> (Stage, Part) {
    voice::install(slow);
    voice::has_voices(own_voice).await;
    let (stage, dialog) = shown().await;
    dialog.button("Spell it out").click().await;
    assert!(voice::said().is_empty(), "it spoke by itself");
    (stage, dialog)
}

/// The password would be sent to whoever makes the browser.
#[wasm_bindgen_test]
async fn without_a_voice_of_the_device_nothing_is_read() {
    let (_stage, dialog) = spelled_on(false, false).await;
    assert!(!dialog.has(Role::Button, "Read it aloud"));
    // browsers find their voices after they are asked
    voice::has_voices(true).await;
    dialog.button("Read it aloud");
    assert!(voice::said().is_empty(), "it spoke by itself");
}

/// Whoever cannot see it would not know it.
#[wasm_bindgen_test]
async fn the_voice_of_the_device_reads_all_of_it() {
    let (stage, dialog) = spelled_on(true, false).await;
    dialog.button("Read it aloud").click().await;
    dialog.button("Stop reading");
    stage.after(SECOND * 10).await;
    let said = voice::said();
    assert_eq!(said[..2], ["near: a, Alfa", "near: b, Bravo"]);
    assert_eq!(said.len(), PASSWORD.len());
    dialog.button("Read it aloud");
}

/// The rest would be said when somebody has come in.
#[wasm_bindgen_test]
async fn it_stops_when_asked_and_with_the_showing() {
    for end in ["Stop reading", "Next letter", "close"] {
        let (stage, dialog) = spelled_on(true, true).await;
        dialog.button("Read it aloud").click().await;
        assert_eq!(voice::rest(), "a, Alfa");
        dialog.button(end).click().await;
        if end == "close" {
            dialog.button("Close without copying").click().await;
        } else {
            dialog.button("Read it aloud");
        }
        stage.after(SECOND * 10).await;
        assert_eq!(
            (voice::rest(), voice::said().len()),
            (String::new(), 1),
            "after {end}"
        );
    }
}
