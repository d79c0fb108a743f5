//! The dialog that sets up an authenticator app: a key by QR code or as text, and a code from the app
//! to prove that it has it.

use super::{
    authenticator_key::{Key, KeyToScan},
    phone_forms::{focus_when_refused, other_trouble, words_about},
};
use crate::{
    api::{Api, ApiError},
    frame::slots::Slots,
    ui::{Button, CodeField, Dialog, Look, Remote, RemoteView, Task, field},
    words,
    words::text,
};
use contract::{Code, ConfirmCode, Field, Secret, SecuritySettings};
use leptos::{html, prelude::*};

/// Lives as long as the screen; the key does not, it lives as long as the dialog is open. Cheap to
/// copy.
#[derive(Clone, Copy)]
pub struct AuthenticatorSettingUp {
    api: Api,
    open: RwSignal<bool>,
    replaces: RwSignal<bool>,
    confirming: Task<ApiError>,
    done: UnsyncCallback<SecuritySettings>,
}

impl AuthenticatorSettingUp {
    /// Closed at first.
    pub fn new(done: impl Fn(SecuritySettings) + 'static) -> Self {
        Self {
            api: Api::from_context(),
            open: RwSignal::new(false),
            replaces: RwSignal::new(false),
            confirming: Task::new(),
            done: UnsyncCallback::new(done),
        }
    }

    /// Opens the dialog, which asks for a fresh key. `replaces` tells whether there is an app that
    /// it takes the place of.
    pub fn open(self, replaces: bool) {
        self.confirming.clear_error();
        self.replaces.set(replaces);
        self.open.set(true);
    }

    /// The app counts from now on, if the code is right.
    fn confirm(self, code: Secret) {
        self.confirming.start(
            self.api.confirm_authenticator(ConfirmCode { code }),
            move |now| {
                self.open.set(false);
                self.done.run(now);
            },
        );
    }
}

/// The dialog. Its content, and with it the key, is gone when it closes.
#[component]
pub fn AuthenticatorDialog(set_up: AuthenticatorSettingUp) -> impl IntoView {
    let close = move || set_up.open.set(false);
    let content = move || {
        let api = set_up.api;
        let key =
            Remote::new(move || async move { api.start_authenticator().await.map(Key::from) });
        view! {
            <div class="authenticator-dialog">
                <RemoteView remote=key explain=text::explain_reading draw=move || view! { <Steps set_up key /> } />
                {move || {
                    key.ready()
                        .is_none()
                        .then(|| {
                            view! {
                                <div class="actions">
                                    <Button look=Look::Secondary on_press=close>{words::common::cancel()}</Button>
                                </div>
                            }
                        })
                }}
            </div>
        }
    };
    let beside = !Slots::from_context().aside.is_empty();
    view! {
        <Dialog
            open=set_up.open
            id="authenticator-dialog"
            title=Signal::stored(words::authenticator::title())
            on_cancel=close
            beside
            content
        />
    }
}

#[component]
fn Steps(set_up: AuthenticatorSettingUp, key: Remote<Key, ApiError>) -> impl IntoView {
    let code = NodeRef::<html::Input>::new();
    let confirming = set_up.confirming;
    focus_when_refused(code, confirming.error(), Field::Code);
    let confirm = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        set_up.confirm(Secret::new(field::value_of(code)));
    };
    let start_anew = move || {
        let over =
            confirming.error().get().and_then(|error| error.code()) == Some(Code::NothingToConfirm);
        let again = move || {
            confirming.clear_error();
            key.reload();
        };
        over.then(|| view! { <Button look=Look::Secondary on_press=again>{words::common::start_again()}</Button> })
    };
    let replaces = set_up.replaces.get_untracked();
    view! {
        {replaces.then(|| view! {
            <p>{words::authenticator::replaces()}</p>
        })}
        <ol class="authenticator-dialog__steps">
            <li>{words::authenticator::open()}</li>
            <li>
                {words::authenticator::scan()}
                {move || key.ready().map(|key| view! { <KeyToScan key /> })}
            </li>
            <li>{words::authenticator::enter()}</li>
        </ol>
        <form method="post" novalidate on:submit=confirm>
            <CodeField
                id="app-code"
                label=words::authenticator::code()
                node_ref=code
                error=words_about(confirming.error(), Field::Code)
            />
            {other_trouble(confirming.error(), Field::Code)}
            {start_anew}
            <div class="actions">
                <Button submit=true pending=confirming.pending()>{words::common::confirm()}</Button>
                <Button look=Look::Secondary on_press=move || set_up.open.set(false)>{words::common::cancel()}</Button>
            </div>
            <p class="still-working" role="status">
                {move || confirming.slow().get().then(words::common::still_working)}
            </p>
        </form>
    }
}
