//! Step 7 of the guide: the name.

use super::{ListContext, create_flow::CreateFlow, focus_when_drawn, suggestions::Suggestions};
use crate::{
    api::ApiError,
    ui::{Button, Look, Outcome, TextField, field},
    words::{self, text::Failure},
};
use contract::{Code, Field};
use leptos::{html, prelude::*};
use std::ops::Deref;

/// "Enter a name …", then **next**.
#[component]
pub fn NameStep(shared: ListContext, flow: CreateFlow) -> impl IntoView {
    let name = NodeRef::<html::Input>::new();
    let sending = flow.sending;
    focus_when_drawn(move || {
        name.try_get_untracked()
            .flatten()
            .map(|input| input.deref().clone())
    });

    // The field takes the focus whenever the answer is about it.
    Effect::new(move |_| {
        if sending
            .error()
            .get()
            .is_some_and(|error| is_about_the_name(&error))
        {
            request_animation_frame(move || {
                if let Some(input) = name.try_get_untracked().flatten() {
                    // Focusing an element that is in the page does not fail.
                    let _ = input.focus();
                    input.select();
                }
            });
        }
    });
    let error = move || {
        sending
            .error()
            .get()
            .filter(is_about_the_name)
            .map(|error| error.explain())
    };
    // At the limit the dialog asks what to delete.
    let is_said_here =
        |error: &ApiError| !is_about_the_name(error) && error.code() != Some(Code::LimitReached);
    let typed = move |text: String| {
        flow.draft.keep(text);
        if sending
            .error()
            .get_untracked()
            .is_some_and(|error| is_about_the_name(&error))
        {
            sending.clear_error();
        }
    };
    let choose = move |text: String| {
        if let Some(input) = name.get_untracked() {
            input.set_value(&text);
            typed(text);
            // Focusing an element that is in the page does not fail.
            let _ = input.focus();
        }
    };
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        flow.send(field::value_of(name));
    };
    let taken = Signal::derive(move || {
        shared
            .list
            .ready()
            .map(|list| list.items.into_iter().map(|item| item.name).collect())
            .unwrap_or_default()
    });
    view! {
        <form class="name-step" method="post" novalidate on:submit=send>
            // A password manager fills in the network password where an id or a name says "password".
            <TextField
                id="new-name"
                label=words::create::name()
                node_ref=name
                hint=words::create::name_hint()
                value=flow.draft.text()
                error=Signal::derive(error)
                on_input=UnsyncCallback::new(typed)
            />
            <Suggestions taken on_choose=UnsyncCallback::new(choose) />
            <p class="name-step__advice">
                {words::create::per_device()}
            </p>
            <Outcome of=sending only=is_said_here>
                <div class="actions">
                    <Button submit=true pending=sending.pending()>{words::create::next()}</Button>
                    <Button look=Look::Secondary on_press=move || flow.cancel()>{words::common::cancel()}</Button>
                </div>
            </Outcome>
        </form>
    }
}

fn is_about_the_name(error: &ApiError) -> bool {
    error.problem().is_some_and(|problem| {
        let about_names = matches!(
            problem.code,
            Code::NameEmpty | Code::NameTooLong | Code::NameForbiddenCharacter | Code::NameTaken
        );
        about_names || problem.field == Some(Field::Name)
    })
}
