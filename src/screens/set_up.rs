//! An account without a second factor is led through setting one up. The dialogs are those of the
//! security tab; the first one that is confirmed signs this session in.

use super::{
    security::{
        AuthenticatorDialog, AuthenticatorFlow, AuthenticatorOpening, PhoneDialog, PhoneFlow,
    },
    verify::UseAnotherAccount,
};
use crate::{
    api::{Api, ApiError},
    routes::Route,
    session::{self, use_session},
    ui::{Button, Icon, Look, Message, Outcome, Task, Tone},
    words,
};
use contract::PhoneSlot;
use leptos::prelude::*;

/// The choice between a phone and an app.
#[component]
pub fn SetUpSecondFactor() -> impl IntoView {
    let api = Api::from_context();
    let session = use_session();
    let going_on = Task::new();
    let done = RwSignal::new(false);
    let go_on = move || {
        going_on.start(async move { session::refresh(api, session).await }, |()| ());
    };
    let confirmed = move || {
        done.set(true);
        go_on();
    };
    let phone = PhoneFlow::new(move |_| confirmed());
    let app = AuthenticatorFlow::new(move |_| confirmed());
    view! {
        <section class="card set-up">
            <h1 tabindex="-1">{Route::SetUpSecondFactor.title()}</h1>
            {move || {
                if done.get() {
                    view! { <Done going_on on_retry=UnsyncCallback::from(go_on) /> }.into_any()
                } else {
                    view! { <Choice phone app /> }.into_any()
                }
            }}
        </section>
        <PhoneDialog flow=phone />
        <AuthenticatorDialog flow=app />
    }
}

#[component]
fn Choice(phone: PhoneFlow, app: AuthenticatorFlow) -> impl IntoView {
    view! {
        <p class="set-up__lead">
            {words::set_up::lead()}
        </p>
        <ul class="set-up__list">
            <li class="set-up__method">
                <Icon name="phone" />
                <h2 class="set-up__name">{words::set_up::phone()}</h2>
                <p>{words::set_up::phone_words()}</p>
                <Button
                    look=Look::Secondary
                    label=words::set_up::phone_label()
                    on_press=move || phone.open_for(PhoneSlot::Authentication)
                >
                    {words::set_up::phone_open()}
                </Button>
            </li>
            <li class="set-up__method">
                <Icon name="app" />
                <h2 class="set-up__name">{words::set_up::app()}</h2>
                <p>{words::set_up::app_words()}</p>
                <Button look=Look::Secondary on_press=move || app.open(AuthenticatorOpening::First)>{words::set_up::app_open()}</Button>
            </li>
        </ul>
        <UseAnotherAccount />
    }
}

/// It is set up, and the portal is being asked to let the person in.
#[component]
fn Done(going_on: Task<ApiError>, on_retry: UnsyncCallback<()>) -> impl IntoView {
    view! {
        <Message tone=Tone::Success>
            <p>{words::set_up::done()}</p>
        </Message>
        <p class="still-working" role="status">
            {move || going_on.pending().get().then(words::set_up::signing_in)}
        </p>
        <Outcome of=going_on reading=true>
            {move || {
                going_on
                    .error()
                    .get()
                    .map(|_| {
                        view! {
                            <Button pending=going_on.pending() on_press=move || on_retry.run(())>{words::set_up::go_on()}</Button>
                        }
                    })
            }}
        </Outcome>
    }
}
