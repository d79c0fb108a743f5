//! "What's your preferred option?"

use super::{
    Settings,
    factor::{option_words, why_not},
    notice::Notice,
};
use crate::{
    api::{Api, ApiError},
    session::drafts,
    ui::{Button, Look, Outcome, Task},
    words,
};
use contract::{Method, SecuritySettings};
use leptos::prelude::*;

/// The name of the draft.
const FORM: &str = "preferred-option";

/// The guide's five in a native list, with Save and Cancel.
#[component]
pub fn Preferred(settings: Settings, now: Signal<SecuritySettings>) -> impl IntoView {
    let api = Api::from_context();
    let notice = Notice::new();
    let saving = Task::<ApiError>::new();
    let saved = Memo::new(move |_| now.read().preferred);
    let chosen = RwSignal::new(saved.get_untracked());
    if let Some(method) = carried_over(chosen, saved) {
        chosen.set(Some(method));
        notice.say(words::security::preferred_carried_over());
    }
    // Removing what it hangs on changes the preferred option on the portal.
    Effect::new(move |before: Option<Option<Method>>| {
        let saved = saved.get();
        if before.is_some() {
            chosen.set(saved);
        }
        saved
    });

    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        notice.clear();
        let Some(method) = chosen.get_untracked() else {
            return;
        };
        saving.start(api.save_preferred(method), move |now| {
            notice.say(words::security::preferred_saved(option_words(method)));
            settings.set(now);
        });
    };
    let cancel = move || {
        saving.clear_error();
        if chosen.get_untracked() == saved.get_untracked() {
            notice.say(words::security::preferred_nothing());
        } else {
            chosen.set(saved.get_untracked());
            notice.say(words::security::preferred_back());
        }
    };
    view! {
        <section class="preferred" aria-labelledby="preferred-title">
            // The guide's question is the heading and the field's name: one sentence, read once.
            <h2 id="preferred-title"><label for="preferred">{words::security::preferred()}</label></h2>
            <form method="post" novalidate on:submit=save>
                <Options now chosen notice />
                <Outcome of=saving>
                    {notice.line()}
                    <div class="actions">
                        <Button submit=true pending=saving.pending()>{words::security::save()}</Button>
                        <Button look=Look::Secondary pending=saving.pending() on_press=cancel>{words::common::cancel()}</Button>
                    </div>
                </Outcome>
            </form>
        </section>
    }
}

/// A choice that was not saved when the session ended, if there is one.
fn carried_over(chosen: RwSignal<Option<Method>>, saved: Memo<Option<Method>>) -> Option<Method> {
    let place = move || {
        let method = chosen.try_get_untracked().flatten()?;
        let unsaved = saved.try_get_untracked().flatten() != Some(method);
        let place = Method::PREFERABLE.iter().position(|known| *known == method);
        place.filter(|_| unsaved).map(|place| place.to_string())
    };
    let carried = drafts::carried_over(FORM);
    drafts::carry_over(FORM, place);
    let place = carried?.parse::<usize>().ok()?;
    Method::PREFERABLE.get(place).copied()
}

#[component]
fn Options(
    now: Signal<SecuritySettings>,
    chosen: RwSignal<Option<Method>>,
    notice: Notice,
) -> impl IntoView {
    let available = Memo::new(move |_| {
        let available = &now.read().available;
        available
            .iter()
            .map(|option| option.method)
            .collect::<Vec<_>>()
    });
    let choose = move |event: leptos::ev::Event| {
        notice.clear();
        let place = event_target_value(&event).parse::<usize>().ok();
        chosen.set(
            place
                .and_then(|place| Method::PREFERABLE.get(place))
                .copied(),
        );
    };
    let option = move |(place, method): (usize, Method)| {
        let works = Memo::new(move |_| available.read().contains(&method));
        view! {
            <option
                value=place.to_string()
                disabled=move || !works.get()
                prop:selected=move || chosen.get() == Some(method)
            >
                {move || {
                    if works.get() {
                        option_words(method)
                    } else {
                        words::security::option_unavailable(option_words(method), why_not(method))
                    }
                }}
            </option>
        }
    };
    view! {
        <div class="field">
            <p class="field__hint" id="preferred-hint">
                {words::security::preferred_hint()}
            </p>
            <select
                class="select"
                id="preferred"
                name="preferred"
                autocomplete="off"
                aria-describedby="preferred-hint"
                on:change=choose
            >
                <option value="" disabled hidden prop:selected=move || chosen.get().is_none()>
                    {words::security::preferred_none()}
                </option>
                {Method::PREFERABLE.into_iter().enumerate().map(option).collect_view()}
            </select>
        </div>
    }
}
