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
                {move || match forms.step.get() {
                    Step::Number => view! { <NumberForm forms /> }.into_any(),
                    Step::Code(sent) => view! { <CodeForm forms sent /> }.into_any(),
                }}
                <p class="phone-dialog__status" role="status">{move || status(&forms.step.get())}</p>
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

/// What a screen reader is told: the page's own live region is silent while a dialog is open.
fn status(step: &Step) -> Option<Text> {
    match step {
        Step::Code(sent) if sent.anew && sent.channel == VerificationChannel::Call => {
            Some(words::phone_number::calling_again(&sent.number))
        }
        Step::Code(sent) if sent.anew => Some(words::phone_number::text_sent_again(&sent.number)),
        Step::Code(_) | Step::Number => None,
    }
}
