//! The on-screen mail application: step 9 of the guide, which the guide leaves to the reader. It takes
//! the app password in place of the network password, and is refused once that is deleted.

use super::Prototype;
use crate::{
    ui::{Button, Icon, Message, Task, TextField, Tone, field},
    words,
};
use contract::Secret;
use leptos::{html, prelude::*};
use portal::MailSignIn;

/// The mail application. Like a real one it keeps the password in its own settings (the field), so
/// that getting mail again after a delete shows the refusal.
#[component]
pub fn MailApplication() -> impl IntoView {
    let prototype = StoredValue::new_local(Prototype::current()?);
    let user = NodeRef::<html::Input>::new();
    let password = NodeRef::<html::Input>::new();
    let signing_in = Task::<()>::new();
    let verdict = RwSignal::new(None::<MailSignIn>);
    let email = prototype.with_value(|prototype| {
        prototype
            .storage
            .peek(|world| world.scenario.person.email())
    });
    // The user name follows the person chosen, as long as nobody typed another one.
    Effect::new(move |before: Option<&'static str>| {
        let email = prototype.with_value(|prototype| {
            prototype
                .storage
                .with(|world| world.scenario.person.email())
        });
        if let Some(field) = user.get()
            && before.is_some_and(|before| before != email && field.value() == before)
        {
            field.set_value(email);
            verdict.set(None);
        }
        email
    });
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (name, secret) = (
            field::value_of(user),
            Secret::new(field::value_of(password)),
        );
        let Prototype {
            storage, machine, ..
        } = prototype.get_value();
        let work = async move {
            let said = storage
                .change(move |world| machine.mail_sign_in(world, &name, &secret))
                .await;
            crate::memory::overwrite_stack();
            said.flatten().ok_or(())
        };
        verdict.set(None);
        signing_in.start(work, move |said| verdict.set(Some(said)));
    };
    Some(view! {
        <section class="mail-app" aria-labelledby="mail-title">
            <h2 class="mail-app__title" id="mail-title"><Icon name="mail" />{words::mail::title()}</h2>
            <form class="mail-app__form" method="post" novalidate on:submit=send>
                <TextField id="mail-user" label=words::mail::user() kind="email" node_ref=user value=email />
                <TextField id="mail-password" label=words::mail::password() kind="password" node_ref=password />
                <Button submit=true pending=signing_in.pending()>{words::mail::get()}</Button>
            </form>
            <div role="status">
                {move || verdict.get().map(|said| match said {
                    MailSignIn::Accepted { name } => view! {
                        <div class="mail-app__inbox">
                            <p>{accepted(name)}</p>
                            <ul class="mail-app__letters">
                                <li>{words::mail::letter_facilities()}</li>
                                <li>{words::mail::letter_anna()}</li>
                                <li>{words::mail::letter_library()}</li>
                            </ul>
                        </div>
                    }.into_any(),
                    MailSignIn::Refused => view! {
                        <Message tone=Tone::Warning>
                            <p>{refused()}</p>
                        </Message>
                    }.into_any(),
                })}
                {move || signing_in.error().get().map(|()| view! {
                    <Message tone=Tone::Error><p>{words::mail::no_answer()}</p></Message>
                })}
            </div>
        </section>
    })
}

/// With which app password it signed in.
fn accepted(name: String) -> impl IntoView {
    let (before, rest) = words::around(words::mail::signed_in_with(words::ELEMENT, NAME));
    // the name is put in last, because it may hold anything
    let rest = move || {
        let rest = rest.get();
        let (between, after) = rest.split_once(NAME).unwrap_or((&rest, ""));
        view! { {between.to_owned()}<bdi>{name.clone()}</bdi>{after.to_owned()} }
    };
    view! {
        {before}
        <strong>{words::mail::signed_in()}</strong>
        {rest}
    }
}

/// Stands for the name.
const NAME: &str = "\u{FFFB}";

fn refused() -> impl IntoView {
    let (before, after) = words::around(words::mail::refused_words(words::ELEMENT));
    view! { {before}<strong>{words::mail::refused()}</strong>{after} }
}
