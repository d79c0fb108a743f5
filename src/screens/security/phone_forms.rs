//! The two forms of the phone dialog.

use super::{
    phone_flow::{PhoneForms, Sent, Step},
    start_again::StartAgain,
};
use crate::{
    api::ApiError,
    screens::verify::SendAgain,
    ui::{Button, CodeField, Look, Message, Outcome, RadioGroup, TextField, Tone, field},
    words::{
        self, Text,
        text::{self, Failure},
    },
};
use contract::{Field, Secret, VerificationChannel};
use leptos::{html, prelude::*};

/// The number, and how the code travels.
#[component]
pub fn NumberForm(forms: PhoneForms) -> impl IntoView {
    let number = NodeRef::<html::Input>::new();
    let sending = forms.sending;
    field::focus_when_refused(number, sending, Field::Phone);
    field::focus_on_arrival(number);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        forms.send(field::value_of(number));
    };
    let code_open = move || {
        forms.open_code().map(|sent| {
            let label = words::phone_number::enter_sent(&sent.number);
            view! {
                <Button look=Look::Plain on_press=move || forms.step.set(Step::Code(sent.clone()))>
                    {label}
                </Button>
            }
        })
    };
    let carried_over = forms.carried_over.then(|| {
        view! {
            <Message tone=Tone::Note>
                <p>{words::phone_number::carried_over()}</p>
            </Message>
        }
    });
    view! {
        <form class="phone-dialog__form" method="post" novalidate on:submit=send>
            {carried_over}
            <p>{words::phone_number::counts()}</p>
            <TextField
                id="phone-number"
                label=words::phone_number::label()
                kind="tel"
                autocomplete="tel"
                inputmode="tel"
                hint=words::phone_number::hint(text::EXAMPLE_NUMBER)
                node_ref=number
                value=forms.typed.get_untracked()
                on_input=UnsyncCallback::new(move |text| forms.typed.set(text))
                error=sending.error_at(Field::Phone)
                autofocus=true
            />
            <RadioGroup
                name="phone-channel"
                legend=words::phone_number::channel()
                options=vec![
                    (VerificationChannel::Text, words::phone_number::by_text()),
                    (VerificationChannel::Call, words::phone_number::by_call()),
                ]
                chosen=forms.channel
            />
            <Outcome of=sending only=|error: &ApiError| error.field() != Some(Field::Phone)>
                <div class="actions">
                    <Button submit=true pending=sending.pending()>{words::phone_number::send()}</Button>
                    <Button look=Look::Secondary on_press=move || forms.close()>{words::common::cancel()}</Button>
                </div>
            </Outcome>
            {code_open}
        </form>
    }
}

/// The code that was sent to the number. Drawn anew for each code.
#[component]
pub fn CodeForm(forms: PhoneForms, sent: Sent) -> impl IntoView {
    let code = NodeRef::<html::Input>::new();
    let (sending, confirming) = (forms.sending, forms.confirming);
    field::focus_when_refused(code, confirming, Field::Code);
    field::focus_on_arrival(code);
    let again_at = Signal::stored(sent.again_at);
    let (label, wait) = again(&sent);
    let sent = StoredValue::new(sent);
    let confirm = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        forms.confirm(sent.get_value(), &Secret::new(field::value_of(code)));
    };
    let back = UnsyncCallback::from(move || {
        confirming.clear_error();
        sending.clear_error();
        forms.step.set(Step::Number);
    });
    view! {
        <form class="phone-dialog__form" method="post" novalidate on:submit=confirm>
            <CodeField id="phone-code" node_ref=code error=confirming.error_at(Field::Code) />
            <Outcome of=confirming only=|error: &ApiError| error.field() != Some(Field::Code)>
                <StartAgain task=confirming on_press=back />
                <div class="actions">
                    <Button submit=true pending=confirming.pending()>{words::common::confirm()}</Button>
                    <Button look=Look::Secondary on_press=move || forms.close()>{words::common::cancel()}</Button>
                </div>
            </Outcome>
        </form>
        <SendAgain
            label
            wait
            again_at
            pending=sending.pending()
            on_press=move || forms.send(sent.with_value(|sent| sent.number.clone()))
        />
        <Outcome of=sending />
        <Button look=Look::Plain on_press=move || back.run(())>{words::phone_number::change()}</Button>
    }
}

/// The button that sends again, and what stands there while it is too soon.
fn again(sent: &Sent) -> (Text, Text) {
    match sent.channel {
        VerificationChannel::Text => (
            words::verify::send_code_again(),
            words::verify::send_code_again_in(words::ELEMENT),
        ),
        VerificationChannel::Call => (
            words::verify::call_again(),
            words::verify::call_again_in(words::ELEMENT),
        ),
    }
}
