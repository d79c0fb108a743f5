//! At the limit, create prompts to delete one and goes on where it was when that is done (closing
//! notes of the guide).

use super::{
    ListContext, create_flow::CreateFlow, delete::Question, deletion::Deletion, focus_when_drawn,
    undo::UndoFlow,
};
use crate::{
    ui::{Button, Look, Message, RemoteView, Rows, Tone, named},
    words::{self, text},
};
use contract::{AppPassword, AppPasswordList};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The existing ones to choose from, or the question about the chosen one.
#[component]
pub fn LimitStep(
    shared: ListContext,
    flow: CreateFlow,
    undo: UndoFlow,
    title_id: String,
) -> impl IntoView {
    let chosen = RwSignal::new(None::<AppPassword>);
    flow.sending.clear_error();
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
            None => view! { <Choice shared flow chosen /> }.into_any(),
            Some(item) => {
                let deleted = move |deletion: Deletion| {
                    flow.notice.set(Some(deletion.words()));
                    chosen.set(None);
                    flow.made_room(deletion);
                };
                let question = named(words::app_passwords::delete_question(words::ELEMENT), &item.name);
                view! {
                    <h3 class="limit__question">{question}</h3>
                    <Question shared item undo on_deleted=UnsyncCallback::new(deleted) on_cancel=keep />
                }
                    .into_any()
            }
        }}
    }
}

#[component]
fn Choice(
    shared: ListContext,
    flow: CreateFlow,
    chosen: RwSignal<Option<AppPassword>>,
) -> impl IntoView {
    let draw = move |list: Signal<AppPasswordList>| {
        let said = move || {
            let limit = u32::try_from(list.read().limit).unwrap_or(u32::MAX);
            words::app_passwords::limit_words(limit)
        };
        let items = Memo::new(move |_| list.read().items.clone());
        view! {
            <Message tone=Tone::Warning>
                <p>{said}</p>
            </Message>
            <Rows
                items
                key=|item| item.id.clone()
                row=move |item| view! { <Item item chosen /> }
                around=|rows: AnyView| view! { <ul class="limit__list">{rows}</ul> }.into_any()
                empty=|| view! { <p>{words::app_passwords::empty()}</p> }
            />
        }
    };
    view! {
        <RemoteView remote=shared.list draw />
        <div class="actions">
            <Button look=Look::Secondary on_press=move || flow.cancel()>{words::common::cancel()}</Button>
        </div>
    }
}

#[component]
fn Item(item: Signal<AppPassword>, chosen: RwSignal<Option<AppPassword>>) -> impl IntoView {
    let created_at = Memo::new(move |_| item.read().created_at);
    let label = Signal::derive(move || words::app_passwords::delete_named(&item.read().name));
    view! {
        <li class="limit__item">
            <span class="limit__name"><bdi>{move || item.read().name.clone()}</bdi></span>
            <time class="limit__date" datetime=move || text::machine_readable(created_at.get())>
                {move || text::date(created_at.get())}
            </time>
            <Button look=Look::Secondary label on_press=move || chosen.set(Some(item.get_untracked()))>
                {words::app_passwords::delete()}
            </Button>
        </li>
    }
}
