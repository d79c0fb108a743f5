//! The named people of the sign-in screen: each is a scenario.

use super::{
    Prototype, faults,
    scenarios::{PASSWORD, Scenario},
};
use crate::{
    frame::slots::SignInFields,
    ui::{Announcer, Message, Tone},
    words,
};
use leptos::{prelude::*, task::spawn_local};

/// People to sign in as. Choosing one fills the form in; the data stay as they are.
#[component]
pub fn People(fields: SignInFields) -> impl IntoView {
    let prototype = Prototype::current()?;
    let announcer = Announcer::from_context();
    let fields = StoredValue::new_local(fields);
    let storage = StoredValue::new_local(prototype.storage);
    let choose = move |scenario: Scenario| {
        fields.with_value(|fields| fields.fill.run((scenario.email().into(), PASSWORD.into())));
        announcer.say(words::people::filled_in(scenario.name()));
        let storage = storage.get_value();
        spawn_local(async move {
            let before = storage.peek(|world| world.scenario.fault());
            storage.change(move |world| world.scenario = scenario).await;
            faults::follow(before, scenario.fault());
        });
    };
    let chosen = move |scenario: Scenario| {
        storage.with_value(|storage| storage.with(|world| world.scenario == scenario))
    };
    let (before, after) = words::around(words::people::choose(words::ELEMENT));
    Some(view! {
        <section class="people" aria-labelledby="people-title">
            <h2 class="people__title" id="people-title">{words::people::title()}</h2>
            {prototype.unknown.map(|unknown| view! {
                <Message tone=Tone::Warning>
                    <p>{words::people::unknown_scenario(&unknown)}</p>
                </Message>
            })}
            <p>{before}<code>{PASSWORD}</code>{after}</p>
            <ul class="people__list">
                {Scenario::ALL.iter().copied().map(|scenario| view! {
                    <li>
                        <button
                            class="people__person"
                            type="button"
                            aria-pressed=move || chosen(scenario).to_string()
                            on:click=move |_| choose(scenario)
                        >
                            <span class="people__name">{scenario.name()}</span>
                            <span class="people__about">{about(scenario)}</span>
                        </button>
                    </li>
                }).collect_view()}
            </ul>
        </section>
    })
}

/// What is special about a person.
fn about(scenario: Scenario) -> String {
    match scenario {
        Scenario::ThreeRows => words::people::three_rows(),
        Scenario::Empty => words::people::empty(),
        Scenario::One => words::people::one(),
        Scenario::FirstVisit => words::people::first_visit(),
        Scenario::ThirtyNine => words::people::thirty_nine(),
        Scenario::Forty => words::people::forty(),
        Scenario::CreationForbidden => words::people::creation_forbidden(),
        Scenario::Administrator => words::people::administrator(),
        Scenario::NoSecondFactor => words::people::no_second_factor(),
        Scenario::PrefersText => words::people::prefers_text(),
        Scenario::PrefersCall => words::people::prefers_call(),
        Scenario::PrefersOfficeCall => words::people::prefers_office_call(),
        Scenario::PrefersNotification => words::people::prefers_notification(),
        Scenario::PrefersAppCode => words::people::prefers_app_code(),
        Scenario::LongNames => words::people::long_names(),
        Scenario::SlowNetwork => words::people::slow_network(),
        Scenario::ServerFailing => words::people::server_failing(),
        Scenario::ClipboardRefused => words::people::clipboard_refused(),
        Scenario::SessionEnds => words::people::session_ends(),
        Scenario::Offline => words::people::offline(),
    }
}
