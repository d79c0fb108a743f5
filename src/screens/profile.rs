//! Step 4 of the guide: who you are, and the way to additional security verification.

use crate::{
    api::{Api, ApiError},
    navigation::href,
    routes::Route,
    text,
    ui::{Icon, Remote, RemoteView},
};
use contract::{Phone, Profile as Person};
use leptos::prelude::*;

/// Name, e-mail, phones.
#[component]
pub fn Profile() -> impl IntoView {
    let api = Api::from_context();
    let profile = Remote::new(move || api.profile());
    view! {
        <h1 tabindex="-1">"Profile"</h1>
        <RemoteView remote=profile explain=text::explain draw=move || view! { <Details profile /> } />
        <h2>"Manage account"</h2>
        <ul class="links">
            <li>
                <a class="links__item" href=href(Route::Security)>
                    <Icon name="shield" />
                    <span>"Additional security verification"</span>
                </a>
            </li>
        </ul>
    }
}

#[component]
fn Details(profile: Remote<Person, ApiError>) -> impl IntoView {
    move || {
        profile.ready().map(|person| {
            view! {
                <dl class="facts">
                    <dt>"Name"</dt>
                    <dd><bdi>{person.name}</bdi></dd>
                    <dt>"E-mail"</dt>
                    <dd>{person.email}</dd>
                    <dt>"Authentication phone"</dt>
                    <dd>{phone_words(person.authentication_phone)}</dd>
                    <dt>"Office phone"</dt>
                    <dd>{phone_words(person.office_phone)}</dd>
                    <dt>"Alternate authentication phone"</dt>
                    <dd>{phone_words(person.alternate_phone)}</dd>
                </dl>
            }
        })
    }
}

fn phone_words(phone: Option<Phone>) -> String {
    match phone {
        None => "Not set".into(),
        Some(Phone {
            number,
            extension: None,
        }) => number,
        Some(Phone {
            number,
            extension: Some(extension),
        }) => format!("{number}, extension {extension}"),
    }
}
