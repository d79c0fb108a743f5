//! Step 1 of the guide: e-mail address and network password. The form's markup stands in
//! `index.html`, because it is painted before this program has arrived; here it is bound.

use crate::words::Text;
use crate::{
    api::{Api, ApiError},
    session::{self, SignOut, SignOutReason, use_session},
    slots::{SignInFields, Slots},
    start::first_screen::SignInForm,
    ui::{Message, Task, Tone, button, field},
    words::{self, text::Failure},
};
use contract::{Code, Field, Problem, Secret, SignIn as Form, form::email as email_rule};
use leptos::{mount::UnmountHandle, prelude::*, task::spawn_local};
use std::rc::Rc;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::HtmlInputElement;

/// One message that does not tell which of the two was wrong.
#[component]
pub fn SignIn() -> impl IntoView {
    let nodes = SignInForm::take()?;
    let api = Api::from_context();
    let session = use_session();
    let ended = SignOut::from_context();
    let signing_in = Task::<ApiError>::new();
    let (email, password) = (nodes.email.clone(), nodes.password.clone());

    let send: Rc<dyn Fn()> = Rc::new(move || {
        let form = Form {
            email: email.value(),
            password: Secret::new(password.value()),
        };
        let missing = [
            (
                email_rule::check(&form.email).is_err(),
                Field::Email,
                &email,
            ),
            (form.password.is_empty(), Field::Password, &password),
        ]
        .into_iter()
        .find(|(missing, _, _)| *missing);
        if let Some((_, name, input)) = missing {
            signing_in.fail(ApiError::Problem(Problem::about(
                Code::CredentialsMissing,
                name,
            )));
            field::focus_and_select_input(input);
            return;
        }
        let password = password.clone();
        signing_in.start(api.sign_in(form), move |state| {
            password.set_value("");
            ended.forget();
            session::enter(session, state);
            spawn_local(session::check_cookie(api, session, ended));
        });
    });
    listen(&nodes, Rc::clone(&send));

    field::bind_error(
        &nodes.email,
        missing(signing_in, Field::Email, words::sign_in::email_missing),
    );
    field::bind_error(
        &nodes.password,
        missing(
            signing_in,
            Field::Password,
            words::sign_in::password_missing,
        ),
    );
    button::bind_pending(&nodes.button, signing_in.pending());
    let still_working = nodes.still_working.clone();
    Effect::new(move |_| {
        let said = signing_in
            .slow()
            .get()
            .then(|| words::common::still_working().get());
        still_working.set_text_content(said.as_deref());
    });
    let messages = fill_later(nodes.messages.clone(), move || {
        view! { <Messages signing_in ended /> }
    });
    // sent before this program was there
    if nodes.was_sent {
        send();
    }
    let fields = SignInFields {
        fill: fill(signing_in, nodes.email.clone(), nodes.password.clone()),
    };
    let section = StoredValue::new_local(Some(nodes.section));
    on_cleanup(move || {
        drop(messages.try_update_value(Option::take));
        if let Some(section) = section.try_update_value(Option::take).flatten() {
            section.remove();
        }
    });
    Some(Slots::from_context().sign_in.map(|slot| slot(fields)))
}

/// A view in a place of the form: what is not there at first has a task of its own, so that the form
/// answers sooner. It is there until what is given is emptied or disposed.
fn fill_later<V: IntoView + 'static>(
    place: web_sys::HtmlElement,
    view: impl FnOnce() -> V + 'static,
) -> StoredValue<Option<UnmountHandle<V::State>>, LocalStorage> {
    let mounted = StoredValue::new_local(None);
    if let Some(owner) = Owner::current() {
        spawn_local(async move {
            // Not where the screen was left meanwhile.
            mounted.try_update_value(|mounted| {
                *mounted = Some(owner.with(|| leptos::mount::mount_to(place, view)));
            });
        });
    }
    mounted
}

/// What stands above the fields.
#[component]
fn Messages(
    /// What went wrong.
    signing_in: Task<ApiError>,
    /// That the session ended.
    ended: SignOut,
) -> impl IntoView {
    let refused = move || {
        signing_in
            .error()
            .get()
            .filter(|error| error.code() != Some(Code::CredentialsMissing))
            .map(|error| {
                view! { <Message tone=Tone::Error><p>{error.explain()}</p></Message> }
            })
    };
    view! {
        {move || ended.reason().map(|reason| {
            let said = match reason {
                SignOutReason::Expired => Problem::new(Code::NoSession).explain(),
                SignOutReason::CookieRefused => words::sign_in::cookie_refused(),
                SignOutReason::OtherAccount => Problem::new(Code::OtherAccount).explain(),
            };
            view! { <Message tone=Tone::Note><p>{said}</p></Message> }
        })}
        {refused}
    }
}

/// What stands under a field that was left empty.
fn missing(
    signing_in: Task<ApiError>,
    field: Field,
    words: fn() -> Text,
) -> impl Fn() -> Option<Text> + 'static {
    move || {
        let error = signing_in.error().get()?;
        let problem = error.problem()?;
        (problem.code == Code::CredentialsMissing && problem.field == Some(field)).then(words)
    }
}

/// Sends on Enter and on **Sign in**, until the screen is left.
fn listen(nodes: &SignInForm, send: Rc<dyn Fn()>) {
    let closure = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        event.prevent_default();
        send();
    });
    // Listening on an element does not fail.
    let _ = nodes
        .form
        .add_event_listener_with_callback("submit", closure.as_ref().unchecked_ref());
    let closure = StoredValue::new_local(Some((closure, nodes.form.clone())));
    on_cleanup(move || {
        if let Some((closure, form)) = closure.try_update_value(Option::take).flatten() {
            let _ = form
                .remove_event_listener_with_callback("submit", closure.as_ref().unchecked_ref());
        }
    });
}

/// Lets the prototype's people fill the form in.
fn fill(
    signing_in: Task<ApiError>,
    email: HtmlInputElement,
    password: HtmlInputElement,
) -> UnsyncCallback<(String, String)> {
    UnsyncCallback::new(move |(address, secret): (String, String)| {
        email.set_value(&address);
        password.set_value(&secret);
        signing_in.clear_error();
    })
}
