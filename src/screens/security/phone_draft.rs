//! The phone dialog outlives a session that ends while it is open: the number that was typed and the
//! channel chosen for the code are there again. The code itself is not kept.

use crate::session::drafts;
use contract::{PhoneSlot, VerificationChannel};
use leptos::prelude::*;

/// The name of the draft.
const FORM: &str = "phone";

/// The phones that are set up by a number.
const SLOTS: [PhoneSlot; 2] = [PhoneSlot::Authentication, PhoneSlot::Alternate];

/// What the dialog is opened with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The phone to set up.
    pub slot: PhoneSlot,
    /// What was typed and chosen when the last session ended, if this goes on from there.
    pub carried_over: Option<(VerificationChannel, String)>,
}

/// The dialog as it was when the last session ended, if it was open then.
pub fn carried_over() -> Option<Opening> {
    let kept = drafts::carried_over(FORM)?;
    let (slot, channel, number) = read(&kept)?;
    Some(Opening {
        slot,
        carried_over: Some((channel, number.to_owned())),
    })
}

/// Keeps what is typed if the session ends while the dialog is open.
pub fn carry_over(
    slot: PhoneSlot,
    channel: RwSignal<VerificationChannel>,
    typed: RwSignal<String>,
) {
    drafts::carry_over(FORM, move || {
        let channel = channel.try_get_untracked()?;
        Some(write(slot, channel, &typed.try_get_untracked()?))
    });
}

fn write(slot: PhoneSlot, channel: VerificationChannel, number: &str) -> String {
    let channel = match channel {
        VerificationChannel::Text => "text",
        VerificationChannel::Call => "call",
    };
    format!("{} {channel} {number}", slot.as_str())
}

/// What is not understood (another version of the page wrote it) is as good as nothing.
fn read(kept: &str) -> Option<(PhoneSlot, VerificationChannel, &str)> {
    let mut parts = kept.splitn(3, ' ');
    let slot = parts.next()?;
    let slot = SLOTS.into_iter().find(|known| known.as_str() == slot)?;
    let channel = match parts.next()? {
        "text" => VerificationChannel::Text,
        "call" => VerificationChannel::Call,
        _ => return None,
    };
    Some((slot, channel, parts.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn what_was_typed_is_read_as_it_was_written_and_nonsense_is_nothing() {
        for number in ["", "+1 555 555 0134", " 0 "] {
            let kept = write(PhoneSlot::Alternate, VerificationChannel::Call, number);
            let read = read(&kept);
            assert_eq!(
                read,
                Some((PhoneSlot::Alternate, VerificationChannel::Call, number))
            );
        }
        for nonsense in [
            "",
            "alternate",
            "alternate call",
            "office text 1",
            "alternate fax 1",
        ] {
            assert_eq!(read(nonsense), None, "{nonsense:?}");
        }
    }
}
