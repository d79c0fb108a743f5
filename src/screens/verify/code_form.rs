//! The ways where a code is typed: a text message, the authenticator app.

use super::{RememberDevice, SendAgain, verification::Verification, wording};
use crate::{
    api::ApiError,
    ui::{Button, CodeField, Message, Tone, field},
    words,
    words::text,
};
use contract::{Code, Field, Method, Problem, Secret};
use leptos::{html, prelude::*};

/// "Enter the code you receive and click *Sign in*" (step 2 of the guide).
#[component]
pub fn CodeForm(verification: Verification) -> impl IntoView {
    let code = NodeRef::<html::Input>::new();
    let method = verification.method().get_untracked();
    let answering = verification.answering;
    let status = verification.status();
    let error = Signal::derive(move || match answering.error().get() {
        Some(error) => wording::code_error(&error, method),
        None => wording::code_status(status.get(), method),
    });
    focus_when_needed(verification, code);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = Secret::new(field::value_of(code));
        if typed.is_empty() {
            answering.fail(ApiError::Problem(Problem::about(
                Code::CodeMalformed,
                Field::Code,
            )));
        } else {
            verification.answer(Some(typed));
        }
    };
    let trouble = move || {
        let error = answering.error().get()?;
        wording::code_error(&error, method)
            .is_none()
            .then(|| view! { <Message tone=Tone::Error><p>{text::explain(&error)}</p></Message> })
    };
    view! {
        <p class="verify__lead">{verification.lead()}</p>
        <form class="verify__form" method="post" novalidate on:submit=send>
            {trouble}
            <CodeField id="code" node_ref=code error />
            <RememberDevice verification />
            <Button submit=true pending=answering.pending()>{words::verify::submit()}</Button>
            <p class="still-working" role="status">
                {move || answering.slow().get().then(words::common::still_working)}
            </p>
        </form>
        {(method == Method::TextAuthenticationPhone).then(|| view! { <NewCode verification /> })}
    }
}

/// "Send a new code". That one was sent is said aloud by [`Verification::start`].
#[component]
fn NewCode(verification: Verification) -> impl IntoView {
    let (label, wait) = wording::again(Method::TextAuthenticationPhone);
    let starting = verification.starting;
    // Which start brought this form here; later ones sent a new code to it.
    let first = verification.started().get_untracked();
    let trouble = move || {
        let here = verification.attempted().get() == Method::TextAuthenticationPhone;
        starting.error().get().filter(|_| here).map(|error| {
            view! { <Message tone=Tone::Error><p>{text::explain(&error)}</p></Message> }
        })
    };
    view! {
        <div class="verify__again">
            {move || {
                (verification.started().get() > first)
                    .then(|| {
                        view! {
                            <p class="verify__sent">
                                {words::verify::new_code_sent(&verification.hint())}
                            </p>
                        }
                    })
            }}
            <SendAgain
                label
                wait
                again_at=verification.again_at()
                pending=verification.beginning()
                on_press=move || verification.start(Method::TextAuthenticationPhone)
            />
            {trouble}
        </div>
    }
}

/// On arrival the field takes the focus; with a new code it is emptied for it; with a wrong one what
/// was typed stays and is selected.
fn focus_when_needed(verification: Verification, code: NodeRef<html::Input>) {
    Effect::new(move |before: Option<Option<u32>>| {
        let input = code.get()?;
        let started = verification.started().get();
        if before.flatten().is_some_and(|before| before != started) {
            input.set_value("");
        }
        // Focusing an element that is in the page does not fail.
        let _ = input.focus();
        Some(started)
    });
    Effect::new(move |_| {
        let error = verification.answering.error().get();
        if error
            .as_ref()
            .and_then(ApiError::problem)
            .is_some_and(wording::is_about_code)
        {
            field::focus_and_select(code);
        }
    });
}
