//! The two forms of the phone dialog.

use super::phone_set_up::{PhoneSetUp, Step};
use crate::{
    api::ApiError,
    screens::verify::SendAgain,
    ui::{Button, CodeField, Look, Message, RadioGroup, TextField, Tone, field},
    words,
    words::text,
};
use contract::{Code, Field, Secret, VerificationChannel};
use leptos::{html, prelude::*};

/// Whether an error is about one field of a form, and not about the whole of it.
pub fn is_about(error: &ApiError, field: Field) -> bool {
    error
        .problem()
        .is_some_and(|problem| problem.field == Some(field))
}

/// The words of an error about one field.
pub fn words_about(error: Signal<Option<ApiError>>, field: Field) -> Signal<Option<String>> {
    Signal::derive(move || {
        error
            .get()
            .filter(|error| is_about(error, field))
            .map(|error| text::explain(&error))
    })
}

/// The words of an error about anything else, beside the button that caused it.
pub fn other_trouble(error: Signal<Option<ApiError>>, field: Field) -> impl IntoView {
    move || {
        error
            .get()
            .filter(|error| !is_about(error, field))
            .map(|error| {
                view! { <Message tone=Tone::Error><p>{text::explain(&error)}</p></Message> }
            })
    }
}

/// Focuses a field as soon as its value is refused.
pub fn focus_when_refused(
    input: NodeRef<html::Input>,
    error: Signal<Option<ApiError>>,
    name: Field,
) {
    Effect::new(move |_| {
        if error.get().is_some_and(|error| is_about(&error, name)) {
            field::focus_and_select(input);
        }
    });
}

/// The number, and how the code travels.
#[component]
pub fn NumberForm(set_up: PhoneSetUp, number: NodeRef<html::Input>) -> impl IntoView {
    let sending = set_up.sending;
    focus_when_refused(number, sending.error(), Field::Phone);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        set_up.send(field::value_of(number));
    };
    let code_open = move || {
        set_up.open_code().map(|sent| {
            view! {
                <Button look=Look::Plain on_press=move || set_up.step.set(Step::Code)>
                    {words::phone_number::enter_sent(&sent.number)}
                </Button>
            }
        })
    };
    let carried_over = set_up.carried_over.get_untracked().then(|| {
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
                value=set_up.typed.get_untracked()
                on_input=UnsyncCallback::new(move |text| set_up.typed.set(text))
                error=words_about(sending.error(), Field::Phone)
                autofocus=true
            />
            <RadioGroup
                name="phone-channel"
                legend=words::phone_number::channel()
                options=vec![
                    (VerificationChannel::Text, words::phone_number::by_text()),
                    (VerificationChannel::Call, words::phone_number::by_call()),
                ]
                chosen=set_up.channel
            />
            {other_trouble(sending.error(), Field::Phone)}
            <div class="actions">
                <Button submit=true pending=sending.pending()>{words::phone_number::send()}</Button>
                <Button look=Look::Secondary on_press=move || set_up.close()>{words::common::cancel()}</Button>
            </div>
            {code_open}
        </form>
    }
}

/// The code that was sent to the number.
#[component]
pub fn CodeForm(set_up: PhoneSetUp, number: NodeRef<html::Input>) -> impl IntoView {
    let code = NodeRef::<html::Input>::new();
    let (sending, confirming) = (set_up.sending, set_up.confirming);
    focus_when_refused(code, confirming.error(), Field::Code);
    // On arrival the field takes the focus; with a new code it is emptied for it.
    Effect::new(move |before: Option<Option<_>>| {
        let input = code.get()?;
        let sent = set_up.sent.get();
        if before.flatten().is_some_and(|before| before != sent) {
            input.set_value("");
        }
        // Focusing an element that is in the page does not fail.
        let _ = input.focus();
        Some(sent)
    });
    let confirm = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        set_up.confirm(Secret::new(field::value_of(code)));
    };
    let back = move || {
        set_up.step.set(Step::Number);
        request_animation_frame(move || field::focus_and_select(number));
    };
    let again_at = Signal::derive(move || {
        set_up
            .sent
            .get()
            .map_or(contract::Timestamp(0), |sent| sent.again_at)
    });
    let again = move || {
        if let Some(sent) = set_up.sent.get_untracked() {
            set_up.send(sent.number);
        }
    };
    let by_call = set_up
        .sent
        .get_untracked()
        .is_some_and(|sent| sent.channel == VerificationChannel::Call);
    let (label, wait) = if by_call {
        (
            words::verify::call_again(),
            words::verify::call_again_in(words::ELEMENT),
        )
    } else {
        (
            words::verify::send_code_again(),
            words::verify::send_code_again_in(words::ELEMENT),
        )
    };
    // A code that was asked for too soon is not about a field of this form.
    let nothing_sent = move || {
        sending.error().get().map(|error| {
            view! { <Message tone=Tone::Error><p>{text::explain(&error)}</p></Message> }
        })
    };
    let start_anew = move || {
        let over =
            confirming.error().get().and_then(|error| error.code()) == Some(Code::NothingToConfirm);
        over.then(|| view! { <Button look=Look::Secondary on_press=back>{words::common::start_again()}</Button> })
    };
    view! {
        <form class="phone-dialog__form" method="post" novalidate on:submit=confirm>
            <p class="phone-dialog__lead">{move || set_up.sent.get().map(|sent| lead(sent.channel, &sent.number))}</p>
            <CodeField id="phone-code" node_ref=code error=words_about(confirming.error(), Field::Code) />
            {other_trouble(confirming.error(), Field::Code)}
            {start_anew}
            <div class="actions">
                <Button submit=true pending=confirming.pending()>{words::common::confirm()}</Button>
                <Button look=Look::Secondary on_press=move || set_up.close()>{words::common::cancel()}</Button>
            </div>
        </form>
        <SendAgain label wait again_at pending=sending.pending() on_press=again />
        {nothing_sent}
        <Button look=Look::Plain on_press=back>{words::phone_number::change()}</Button>
    }
}

fn lead(channel: VerificationChannel, number: &str) -> String {
    match channel {
        VerificationChannel::Text => words::phone_number::text_sent(number),
        VerificationChannel::Call => words::phone_number::calling(number),
    }
}
