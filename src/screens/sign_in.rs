//! Step 1 of the guide: e-mail address and network password.

use crate::api::ApiError;
use crate::{
    api::Api,
    config::Settings,
    navigation::href,
    routes::Route,
    session::{self, use_session},
    slots::{SignInFields, Slots},
    text,
    ui::{Button, Message, Task, TextField, Tone, field},
};
use contract::{Code, Field, Problem, Secret, SignIn as Form};
use leptos::{html, prelude::*};

/// One message that does not tell which of the two was wrong.
#[component]
pub fn SignIn() -> impl IntoView {
    let api = Api::from_context();
    let session = use_session();
    let ended = session::Ended::from_context();
    let settings = Settings::from_context().get();
    let email = NodeRef::<html::Input>::new();
    let password = NodeRef::<html::Input>::new();
    let signing_in = Task::<ApiError>::new();

    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = Form {
            email: field::value_of(email),
            password: Secret::new(field::value_of(password)),
        };
        let missing = [
            (form.email.trim().is_empty(), Field::Email, email),
            (form.password.is_empty(), Field::Password, password),
        ]
        .into_iter()
        .find(|(missing, _, _)| *missing);
        if let Some((_, name, element)) = missing {
            signing_in.fail(ApiError::Problem(Problem::about(
                Code::CredentialsMissing,
                name,
            )));
            field::focus_and_select(element);
            return;
        }
        signing_in.start(api.sign_in(form), move |state| {
            if let Some(password) = password.get_untracked() {
                password.set_value("");
            }
            ended.forget();
            session::enter(session, state);
        });
    };
    let missing = move |field: Field, words: &'static str| {
        Signal::derive(move || {
            let error = signing_in.error().get()?;
            let problem = error.problem()?;
            (problem.code == Code::CredentialsMissing && problem.field == Some(field))
                .then(|| words.to_owned())
        })
    };
    let refused = move || {
        signing_in
            .error()
            .get()
            .filter(|error| error.code() != Some(Code::CredentialsMissing))
            .map(|error| {
                view! { <Message tone=Tone::Error><p>{text::explain(&error)}</p></Message> }
            })
    };
    let fill = move |(address, secret): (String, String)| {
        if let (Some(email), Some(password)) = (email.get_untracked(), password.get_untracked()) {
            email.set_value(&address);
            password.set_value(&secret);
            signing_in.clear_error();
        }
    };
    let slot = Slots::from_context().sign_in;
    view! {
        <section class="card sign-in">
            <h1 tabindex="-1">"Sign in"</h1>
            <p class="sign-in__lead">
                {format!("Use your {} e-mail address and your network password.", settings.brand.name)}
            </p>
            // `post`, so that a password never lands in the address, even if this code fails.
            <form method="post" novalidate on:submit=send>
                {move || ended.get().then(|| view! {
                    <Message tone=Tone::Note>
                        <p>{text::explain(&ApiError::Problem(Problem::new(Code::NoSession)))}</p>
                    </Message>
                })}
                {refused}
                <TextField
                    id="email"
                    label="E-mail address"
                    kind="email"
                    autocomplete="username"
                    inputmode="email"
                    node_ref=email
                    error=missing(Field::Email, "Enter your e-mail address.")
                />
                <TextField
                    id="password"
                    label="Password"
                    kind="password"
                    autocomplete="current-password"
                    node_ref=password
                    error=missing(Field::Password, "Enter your network password.")
                />
                <Button submit=true pending=signing_in.pending()>"Sign in"</Button>
                <p class="still-working" role="status">
                    {move || signing_in.slow().get().then_some("Still working… please be patient.")}
                </p>
            </form>
            <p><a href=href(Route::Help)>{Route::Help.title()}</a></p>
        </section>
        {slot.map(|slot| slot(SignInFields { fill: UnsyncCallback::new(fill) }))}
    }
}
