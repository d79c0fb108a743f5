//! The people of the sign-in screen: each goes with a named scenario.

use super::{Prototype, faults};
use crate::{
    slots::SignInFields,
    ui::{Announcer, Message, Tone},
    words,
};
use leptos::{prelude::*, task::spawn_local};
use made_up::{Misread, Name, PASSWORD};

/// People to sign in as. Choosing one fills the form in; the data stay as they are.
#[component]
pub fn People(fields: SignInFields) -> impl IntoView {
    let prototype = Prototype::current()?;
    let announcer = Announcer::from_context();
    let fields = StoredValue::new_local(fields);
    let storage = StoredValue::new_local(prototype.storage);
    let choose = move |name: Name| {
        let person = name.person();
        fields.with_value(|fields| fields.fill.run((person.email().into(), PASSWORD.into())));
        announcer.say(words::people::filled_in(person.name()));
        let storage = storage.get_value();
        spawn_local(async move {
            storage.change(move |world| world.choose(name)).await;
            faults::apply(&storage.peek(|world| world.scenario.conditions.clone()));
        });
    };
    let chosen = move |name: Name| {
        let person = name.person();
        storage.with_value(|storage| storage.with(|world| world.scenario.person == person))
    };
    let (before, after) = words::around(words::people::choose(words::ELEMENT));
    Some(view! {
        <section class="people" aria-labelledby="people-title">
            <h2 class="people__title" id="people-title">{words::people::title()}</h2>
            {prototype.misread.map(|misread| view! {
                <Message tone=Tone::Warning>
                    <p>{match misread {
                        Misread::Scenario(name) => words::people::unknown_scenario(&name),
                        Misread::Part(part) => words::people::unknown_part(&part),
                    }}</p>
                </Message>
            })}
            <p>{before}<code>{PASSWORD}</code>{after}</p>
            <ul class="people__list">
                {Name::ALL.iter().copied().map(|name| view! {
                    <li>
                        <button
                            class="people__person"
                            type="button"
                            aria-pressed=move || chosen(name).to_string()
                            on:click=move |_| choose(name)
                        >
                            <span class="people__name">{name.person().name()}</span>
                            <span class="people__about">{about(name)}</span>
                        </button>
                    </li>
                }).collect_view()}
            </ul>
        </section>
    })
}

/// What is special about a person.
fn about(name: Name) -> words::Text {
    match name {
        Name::ThreeRows => words::people::three_rows(),
        Name::Empty => words::people::empty(),
        Name::One => words::people::one(),
        Name::FirstVisit => words::people::first_visit(),
        Name::ThirtyNine => words::people::thirty_nine(),
        Name::Forty => words::people::forty(),
        Name::CreationForbidden => words::people::creation_forbidden(),
        Name::Administrator => words::people::administrator(),
        Name::NoSecondFactor => words::people::no_second_factor(),
        Name::PrefersText => words::people::prefers_text(),
        Name::PrefersCall => words::people::prefers_call(),
        Name::PrefersOfficeCall => words::people::prefers_office_call(),
        Name::PrefersNotification => words::people::prefers_notification(),
        Name::PrefersAppCode => words::people::prefers_app_code(),
        Name::LongNames => words::people::long_names(),
        Name::SlowNetwork => words::people::slow_network(),
        Name::ServerFailing => words::people::server_failing(),
        Name::ClipboardRefused => words::people::clipboard_refused(),
        Name::SessionEnds => words::people::session_ends(),
        Name::Offline => words::people::offline(),
    }
}
