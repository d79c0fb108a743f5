//! The dialog that sets up or changes a phone.

use super::{
    factor::Factor,
    phone_draft::Opening,
    phone_flow::{PhoneFlow, PhoneForms, Step},
    phone_forms::{CodeForm, NumberForm},
};
use crate::words::Text;
use crate::{ui::Dialog, words};
use contract::VerificationChannel;
use leptos::prelude::*;

/// First the number, then the code.
#[component]
pub fn PhoneDialog(flow: PhoneFlow) -> impl IntoView {
    let content = move |opening: Opening| {
        let forms = PhoneForms::new(flow, opening);
        view! {
            <div class="phone-dialog">
                <p class="phone-dialog__lead" role="status">{move || status(&forms.step.get())}</p>
                {move || match forms.step.get() {
                    Step::Number => view! { <NumberForm forms /> }.into_any(),
                    Step::Code(sent) => view! { <CodeForm forms sent /> }.into_any(),
                }}
            </div>
        }
    };
    view! {
        <Dialog
            open=flow.opening
            id="phone-dialog"
            title=|opening: &Opening| Factor::of(opening.slot).title()
            on_cancel=move || flow.close()
            content
        />
    }
}

/// What was done, for the eye and for a screen reader: the page's own live region is silent while a
/// dialog is open.
fn status(step: &Step) -> Option<Text> {
    let Step::Code(sent) = step else {
        return None;
    };
    let said = match (sent.channel, sent.anew) {
        (VerificationChannel::Text, false) => words::phone_number::text_sent,
        (VerificationChannel::Text, true) => words::phone_number::text_sent_again,
        (VerificationChannel::Call, false) => words::phone_number::calling,
        (VerificationChannel::Call, true) => words::phone_number::calling_again,
    };
    Some(said(&sent.number))
}
