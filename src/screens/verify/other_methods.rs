//! What else can be done: another method of the second factor, another account.

use super::{verification_flow::VerificationFlow, wording};
use crate::{
    api::{Api, ApiError},
    config::Settings,
    session::{self, use_session},
    ui::{Button, Look, Outcome, Task},
    words,
};
use contract::{Method, SessionState};
use leptos::prelude::*;

/// "Sign in another way": the account's other methods, collapsed.
#[component]
pub fn OtherMethods(verification: VerificationFlow) -> impl IntoView {
    let open = RwSignal::new(false);
    let others = verification.others();
    Effect::new(move |before: Option<u32>| {
        let started = verification.started().get();
        if before.is_some_and(|before| before != started) {
            open.set(false);
        }
        started
    });
    view! {
        <div class="other-methods">
            <button
                class="button button--plain other-methods__opener"
                type="button"
                aria-expanded=move || open.get().to_string()
                aria-controls="other-methods"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <span class="button__words">{words::verify::another_way()}</span>
            </button>
            <div class="other-methods__content" id="other-methods" hidden=move || !open.get()>
                {move || {
                    if others.read().is_empty() {
                        view! { <NoOtherMethod /> }.into_any()
                    } else {
                        view! {
                            <ul class="other-methods__list">
                                {others
                                    .get()
                                    .into_iter()
                                    .map(|(method, hint)| view! { <OtherMethod verification method hint /> })
                                    .collect_view()}
                            </ul>
                        }
                            .into_any()
                    }
                }}
                <Outcome of=verification.switching />
            </div>
        </div>
    }
}

#[component]
fn OtherMethod(verification: VerificationFlow, method: Method, hint: String) -> impl IntoView {
    let pending = Signal::derive(move || {
        verification.beginning().get() && verification.attempted().get() == method
    });
    view! {
        <li class="other-methods__item">
            <Button look=Look::Secondary pending on_press=move || verification.start(method)>
                {wording::option(method, &hint)}
            </Button>
        </li>
    }
}

#[component]
fn NoOtherMethod() -> impl IntoView {
    let help_desk = Settings::from_context().get().brand.help_desk;
    view! {
        <p>
            {if help_desk.is_empty() {
                words::verify::no_other_way()
            } else {
                words::verify::no_other_way_desk(&help_desk)
            }}
        </p>
    }
}

/// Leads back to sign in; the session that was begun is ended on the portal.
#[component]
pub fn UseAnotherAccount() -> impl IntoView {
    let api = Api::from_context();
    let session = use_session();
    let leaving = Task::<ApiError>::new();
    let leave = move || {
        leaving.start(api.sign_out(), move |()| {
            session::enter(session, SessionState::SignedOut);
        });
    };
    view! {
        <div class="another-account">
            <Button look=Look::Plain pending=leaving.pending() on_press=leave>{words::verify::another_account()}</Button>
            <Outcome of=leaving />
        </div>
    }
}
