//! The phone dialog outlives a session that ends while it is open: the number that was typed and the
//! way chosen for the code are there again. The code itself is not kept.

use super::phone_set_up::PhoneSetUp;
use crate::session::drafts::carry_over;
use contract::{PhoneSlot, VerificationChannel};
use leptos::prelude::*;

/// The phones that are set up by a number.
const SLOTS: [PhoneSlot; 2] = [PhoneSlot::Authentication, PhoneSlot::Alternate];

/// Opens the dialog as it was, if it was; and sees to it that it will be.
pub fn carry(set_up: PhoneSetUp) {
    let carried = carry_over("phone", move || {
        let slot = set_up.slot.try_get_untracked().flatten()?;
        let channel = set_up.channel.try_get_untracked()?;
        let number = set_up.typed.try_get_untracked()?;
        Some(write(slot, channel, &number))
    });
    if let Some((slot, channel, number)) = carried.as_deref().and_then(read) {
        set_up.open_for(slot);
        set_up.channel.set(channel);
        set_up.typed.set(number.to_owned());
        set_up.carried_over.set(true);
    }
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

    #[test]
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
