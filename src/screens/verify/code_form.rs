//! The methods where a code is typed: a text message, the authenticator app.

use super::{RememberDevice, SendAgain, verification_flow::VerificationFlow, wording};
use crate::{
    api::ApiError,
    ui::{Button, CodeField, Outcome, field},
    words,
};
use contract::{Field, Method, Problem, Secret, form};
use leptos::{html, prelude::*};

/// "Enter the code you receive and click *Sign in*" (step 2 of the guide).
#[component]
pub fn CodeForm(verification: VerificationFlow) -> impl IntoView {
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
        match form::code::parse(typed.expose()) {
            Ok(code) => verification.answer(Some(code)),
            Err(code) => answering.fail(ApiError::Problem(Problem::about(code, Field::Code))),
        }
    };
    view! {
        <p class="verify__lead">{verification.lead()}</p>
        <form class="verify__form" method="post" novalidate on:submit=send>
            <Outcome of=answering only=|error: &ApiError| !wording::is_about_code(error)>
                <CodeField id="code" node_ref=code error />
                <RememberDevice verification />
                <Button submit=true pending=answering.pending()>{words::verify::submit()}</Button>
            </Outcome>
        </form>
        {(method == Method::TextAuthenticationPhone).then(|| view! { <NewCode verification /> })}
    }
}

/// "Send a new code". That one was sent is said aloud by [`VerificationFlow::start`].
#[component]
fn NewCode(verification: VerificationFlow) -> impl IntoView {
    let (label, wait) = wording::again(Method::TextAuthenticationPhone);
    // Which start brought this form here; later ones sent a new code to it.
    let first = verification.started().get_untracked();
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
            <Outcome of=verification.repeating />
        </div>
    }
}

/// On arrival the field takes the focus; with a new code, or another method, it is emptied for it; with a wrong one what
/// was typed stays and is selected.
fn focus_when_needed(verification: VerificationFlow, code: NodeRef<html::Input>) {
    Effect::new(move |before: Option<Option<u32>>| {
        let input = code.get()?;
        let started = verification.started().get();
        if before.flatten().unwrap_or_default() != started {
            input.set_value("");
        }
        // Focusing an element that is in the page does not fail.
        let _ = input.focus();
        Some(started)
    });
    Effect::new(move |_| {
        let error = verification.answering.error().get();
        if error.as_ref().is_some_and(wording::is_about_code) {
            field::focus_and_select(code);
        }
    });
}
