//! Step 4 of the guide: who you are, and the way to additional security verification.

use crate::{
    api::Api,
    routes::Route,
    routes::navigation::href,
    ui::{Icon, Remote, RemoteView},
    words,
};
use contract::{Phone, Profile as Person};
use leptos::prelude::*;

/// Name, e-mail, phones.
#[component]
pub fn Profile() -> impl IntoView {
    let api = Api::from_context();
    let profile = Remote::new(move || api.profile());
    view! {
        <h1 tabindex="-1">{Route::Profile.title()}</h1>
        <RemoteView remote=profile draw=|person| view! { <Details person /> } />
        <h2>{words::profile::manage()}</h2>
        <ul class="links">
            <li>
                <a class="links__item" href=href(Route::Security)>
                    <Icon name="shield" />
                    <span>{Route::Security.title()}</span>
                </a>
            </li>
        </ul>
    }
}

#[component]
fn Details(person: Signal<Person>) -> impl IntoView {
    move || {
        let person = person.get();
        view! {
                <dl class="facts">
                    <dt>{words::profile::name()}</dt>
                    <dd><bdi>{person.name}</bdi></dd>
                    <dt>{words::profile::email()}</dt>
                    <dd><bdi dir="ltr">{person.email}</bdi></dd>
                    <dt>{words::profile::authentication_phone()}</dt>
                    <dd>{phone_words(person.authentication_phone)}</dd>
                    <dt>{words::profile::office_phone()}</dt>
                    <dd>{phone_words(person.office_phone)}</dd>
                    <dt>{words::profile::alternate_phone()}</dt>
                    <dd>{phone_words(person.alternate_phone)}</dd>
                </dl>
        }
    }
}

fn phone_words(phone: Option<Phone>) -> AnyView {
    match phone {
        None => words::profile::not_set().into_any(),
        Some(Phone {
            number,
            extension: None,
        }) => view! { <bdi dir="ltr">{number}</bdi> }.into_any(),
        // the boot script isolates what is filled in
        Some(Phone {
            number,
            extension: Some(extension),
        }) => words::common::extension(&number, &extension).into_any(),
    }
}
