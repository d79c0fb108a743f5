//! The dialog that sets up or changes a phone.

use super::{
    factor::Factor,
    phone_forms::{CodeForm, NumberForm},
    phone_set_up::{PhoneSetUp, Step},
};
use crate::{frame::slots::Slots, ui::Dialog, words};
use contract::VerificationChannel;
use leptos::{html, prelude::*};

/// First the number, then the code. The number form stays where it is while the code is asked for,
/// only out of sight, so that nothing typed is lost on the way back.
#[component]
pub fn PhoneDialog(set_up: PhoneSetUp) -> impl IntoView {
    let open = Memo::new(move |_| set_up.slot.get().is_some());
    let title = Memo::new(move |before: Option<&String>| {
        let slot = set_up.slot.get();
        // Keeps the last title while the dialog closes.
        slot.map(|slot| Factor::of(slot).title())
            .or_else(|| before.cloned())
            .unwrap_or_default()
    });
    let content = move || {
        let number = NodeRef::<html::Input>::new();
        view! {
            <div class="phone-dialog">
                <div hidden=move || set_up.step.get() != Step::Number>
                    <NumberForm set_up number />
                </div>
                {move || {
                    (set_up.step.get() == Step::Code).then(|| view! { <CodeForm set_up number /> })
                }}
                <p class="phone-dialog__status" role="status">{move || status(set_up)}</p>
            </div>
        }
    };
    let beside = !Slots::from_context().aside.is_empty();
    view! { <Dialog open id="phone-dialog" title on_cancel=move || set_up.close() beside content /> }
}

/// What a screen reader is told: the page's own live region is silent while a dialog is open.
fn status(set_up: PhoneSetUp) -> String {
    if set_up.sending.slow().get() || set_up.confirming.slow().get() {
        return words::common::still_working();
    }
    let sent = set_up
        .sent
        .get()
        .filter(|_| set_up.step.get() == Step::Code);
    match sent {
        Some(sent) if !sent.anew => String::new(),
        Some(sent) if sent.channel == VerificationChannel::Call => {
            words::phone_number::calling_again(&sent.number)
        }
        Some(sent) => words::phone_number::text_sent_again(&sent.number),
        None => String::new(),
    }
}
