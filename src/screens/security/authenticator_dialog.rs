//! The dialog that sets up an authenticator app: a key by QR code or as text, and a code from the app
//! to prove that it has it.

use super::{
    authenticator_key::{Key, KeyToScan},
    start_again::StartAgain,
};
use crate::{
    api::{Api, ApiError},
    ui::{Button, CodeField, Dialog, Look, Outcome, Remote, RemoteView, Task, field},
    words::{self, text::Failure},
};
use contract::{ConfirmCode, Field, Problem, Secret, SecuritySettings, form};
use leptos::{html, prelude::*};

/// What the dialog is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// The first app.
    First,
    /// Another app, in place of the one that is set up.
    Replacement,
}

/// Lives as long as the screen; the key lives as long as the dialog is open.
#[derive(Clone, Copy)]
pub struct AuthenticatorFlow {
    api: Api,
    opening: RwSignal<Option<Opening>>,
    done: UnsyncCallback<SecuritySettings>,
}

impl AuthenticatorFlow {
    /// Closed at first.
    pub fn new(done: impl Fn(SecuritySettings) + 'static) -> Self {
        Self {
            api: Api::from_context(),
            opening: RwSignal::new(None),
            done: UnsyncCallback::new(done),
        }
    }

    /// Opens the dialog, which asks for a fresh key.
    pub fn open(self, opening: Opening) {
        self.opening.set(Some(opening));
    }

    fn close(self) {
        self.opening.try_set(None);
    }

    /// The app counts from now on, if the code is right.
    fn confirm(self, confirming: Task<ApiError>, typed: &Secret) {
        let code = match form::code::parse(typed.expose()) {
            Ok(code) => code,
            Err(code) => {
                return confirming.fail(ApiError::Problem(Problem::about(code, Field::Code)));
            }
        };
        let work = async move {
            let now = self.api.confirm_authenticator(ConfirmCode { code }).await?;
            // Inside the work: the app counts even if the dialog was closed meanwhile.
            self.close();
            self.done.try_run(now);
            Ok(())
        };
        confirming.start(work, |()| ());
    }
}

/// The dialog. Its content, and with it the key, is gone when it closes.
#[component]
pub fn AuthenticatorDialog(flow: AuthenticatorFlow) -> impl IntoView {
    let close = move || flow.close();
    let content = move |opening: Opening| {
        let api = flow.api;
        let key =
            Remote::new(move || async move { api.start_authenticator().await.map(Key::from) });
        let draw = move |shown: Signal<Key>| view! { <Steps flow opening key shown /> };
        view! {
            <div class="authenticator-dialog">
                <RemoteView remote=key draw />
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
    view! {
        <Dialog
            open=flow.opening
            id="authenticator-dialog"
            title=|_: &Opening| words::authenticator::title()
            on_cancel=close
            content
        />
    }
}

#[component]
fn Steps(
    flow: AuthenticatorFlow,
    opening: Opening,
    key: Remote<Key, ApiError>,
    shown: Signal<Key>,
) -> impl IntoView {
    let code = NodeRef::<html::Input>::new();
    let confirming = Task::<ApiError>::new();
    field::focus_when_refused(code, confirming, Field::Code);
    let confirm = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        flow.confirm(confirming, &Secret::new(field::value_of(code)));
    };
    let again = UnsyncCallback::from(move || key.reload());
    view! {
        {(opening == Opening::Replacement).then(|| view! {
            <p>{words::authenticator::replaces()}</p>
        })}
        <ol class="authenticator-dialog__steps">
            <li>{words::authenticator::open()}</li>
            <li>
                {words::authenticator::scan()}
                {move || view! { <KeyToScan key=shown.get() /> }}
            </li>
            <li>{words::authenticator::enter()}</li>
        </ol>
        <form method="post" novalidate on:submit=confirm>
            <CodeField
                id="app-code"
                label=words::authenticator::code()
                node_ref=code
                error=confirming.error_at(Field::Code)
            />
            <Outcome of=confirming only=|error: &ApiError| error.field() != Some(Field::Code)>
                <StartAgain task=confirming on_press=again />
                <div class="actions">
                    <Button submit=true pending=confirming.pending()>{words::common::confirm()}</Button>
                    <Button look=Look::Secondary on_press=move || flow.close()>{words::common::cancel()}</Button>
                </div>
            </Outcome>
        </form>
    }
}
