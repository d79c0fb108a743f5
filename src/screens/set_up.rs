//! An account without a second factor is led through setting one up. The dialogs are those of the
//! security tab; the first one that is confirmed signs this session in.

use super::{
    security::{AuthenticatorDialog, AuthenticatorSettingUp, PhoneDialog, PhoneSetUp},
    verify::UseAnotherAccount,
};
use crate::{
    api::Api,
    routes::Route,
    session::{self, use_session},
    text,
    ui::{Button, Icon, Look, Message, Task, Tone},
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
    let phone = PhoneSetUp::new(move |_| confirmed());
    let app = AuthenticatorSettingUp::new(move |_| confirmed());
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
        <PhoneDialog set_up=phone />
        <AuthenticatorDialog set_up=app />
    }
}

#[component]
fn Choice(phone: PhoneSetUp, app: AuthenticatorSettingUp) -> impl IntoView {
    view! {
        <p class="set-up__lead">
            "Your account has no second factor yet. Set one up to finish signing in. From then on, whoever knows your password still needs your phone."
        </p>
        <ul class="set-up__list">
            <li class="set-up__way">
                <Icon name="phone" />
                <h2 class="set-up__name">"Authentication phone"</h2>
                <p>"We text you a code, or call you, when you sign in."</p>
                <Button
                    look=Look::Secondary
                    label="Set up authentication phone"
                    on_press=move || phone.open_for(PhoneSlot::Authentication)
                >
                    "Set up"
                </Button>
            </li>
            <li class="set-up__way">
                <Icon name="app" />
                <h2 class="set-up__name">"Authenticator app"</h2>
                <p>"An app on your phone shows you a code, with no network needed, or asks you to approve."</p>
                <Button look=Look::Secondary on_press=move || app.open(false)>"Set up authenticator app"</Button>
            </li>
        </ul>
        <UseAnotherAccount />
    }
}

/// It is set up, and the portal is being asked to let the person in.
#[component]
fn Done(going_on: Task<crate::api::ApiError>, on_retry: UnsyncCallback<()>) -> impl IntoView {
    view! {
        <Message tone=Tone::Success>
            <p>"Your second factor is set up."</p>
        </Message>
        <p class="still-working" role="status">
            {move || going_on.pending().get().then_some("Signing you in…")}
        </p>
        {move || {
            going_on
                .error()
                .get()
                .map(|error| {
                    view! {
                        <Message tone=Tone::Error><p>{text::explain(&error)}</p></Message>
                        <Button pending=going_on.pending() on_press=move || on_retry.run(())>"Go on"</Button>
                    }
                })
        }}
    }
}
