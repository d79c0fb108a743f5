//! At the limit, create prompts to delete one and goes on where it was when that is done (closing
//! notes of the guide).

use super::{Desk, attempt::Attempt, delete::Question, focus_when_drawn};
use crate::{
    ui::{Button, Look, Message, RemoteView, Tone},
    words,
    words::text,
};
use contract::AppPassword;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The existing ones to choose from, or the question about the chosen one.
#[component]
pub fn LimitStep(desk: Desk, attempt: Attempt, title_id: String) -> impl IntoView {
    let chosen = RwSignal::new(None::<AppPassword>);
    attempt.sending.clear_error();
    let focus_title = move || {
        let title_id = title_id.clone();
        focus_when_drawn(move || {
            document()
                .get_element_by_id(&title_id)
                .and_then(|title| title.dyn_into().ok())
        });
    };
    focus_title();
    let keep = move || {
        chosen.set(None);
        focus_title();
    };
    let keep = UnsyncCallback::from(keep);
    view! {
        {move || match chosen.get() {
            None => view! { <Choice desk attempt chosen /> }.into_any(),
            Some(item) => {
                let deleted = move |gone: super::delete::Gone| {
                    attempt.notice.set(gone.words());
                    chosen.set(None);
                    attempt.made_room();
                };
                let (before, after) =
                    words::around(words::app_passwords::delete_question(words::ELEMENT));
                view! {
                    <h3 class="limit__question">{before}<bdi>{item.name.clone()}</bdi>{after}</h3>
                    <Question desk item on_gone=UnsyncCallback::new(deleted) on_cancel=keep />
                }
                    .into_any()
            }
        }}
    }
}

#[component]
fn Choice(desk: Desk, attempt: Attempt, chosen: RwSignal<Option<AppPassword>>) -> impl IntoView {
    let said = move || {
        let limit = desk.list.ready().map(|list| list.limit)?;
        let limit = u32::try_from(limit).unwrap_or(u32::MAX);
        Some(words::app_passwords::limit_words(limit))
    };
    let draw = move || {
        view! {
            <ul class="limit__list">
                <For
                    each=move || desk.list.ready().map(|list| list.items).unwrap_or_default()
                    key=|item| item.id.clone()
                    let:item
                >
                    <li class="limit__item">
                        <span class="limit__name"><bdi>{item.name.clone()}</bdi></span>
                        <time class="limit__date" datetime=text::machine_readable(item.created_at)>
                            {text::date(item.created_at)}
                        </time>
                        <Button
                            look=Look::Secondary
                            label=words::app_passwords::delete_named(&item.name)
                            on_press=move || chosen.set(Some(item.clone()))
                        >
                            {words::app_passwords::delete()}
                        </Button>
                    </li>
                </For>
            </ul>
        }
    };
    view! {
        <Message tone=Tone::Warning>
            <p>{said}</p>
        </Message>
        <RemoteView remote=desk.list explain=text::explain_reading draw />
        <div class="actions">
            <Button look=Look::Secondary on_press=move || attempt.cancel()>{words::common::cancel()}</Button>
        </div>
    }
}
