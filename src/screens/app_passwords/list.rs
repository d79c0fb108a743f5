//! The table NAME / DATE CREATED / Delete of the guide's steps 6 and 11, newest first.

use super::{
    Desk,
    delete::row_id,
    initial::{Initial, InitialStatus},
};
use crate::{
    api::ApiError,
    navigation::Step,
    routes::Route,
    text,
    ui::{Button, Icon, Look, Message, Tone},
};
use contract::{AppPassword, Code, Creation, Problem};
use leptos::prelude::*;

/// **create**, and the list.
#[component]
pub fn List(
    desk: Desk,
    initial: Initial,
    deleting: RwSignal<Option<AppPassword>>,
) -> impl IntoView {
    let allowed = Memo::new(move |_| {
        desk.list
            .ready()
            .is_none_or(|list| list.creation == Creation::Allowed)
    });
    let items = Memo::new(move |_| desk.list.ready().map(|list| list.items).unwrap_or_default());
    let empty = Memo::new(move |_| items.read().is_empty());
    view! {
        {move || if allowed.get() {
            let create = move || desk.navigator.go(Route::CreateAppPassword, Step::Push);
            view! {
                <p class="app-passwords__create">
                    <Button pending=initial.pending() on_press=create>"create"</Button>
                </p>
            }
                .into_any()
        } else {
            let words = text::explain(&ApiError::Problem(Problem::new(Code::CreationForbidden)));
            view! { <Message tone=Tone::Warning><p>{words}</p></Message> }.into_any()
        }}
        <InitialStatus initial />
        {move || if empty.get() {
            let words = match (initial.pending().get(), allowed.get()) {
                (true, _) => "",
                (false, true) => "You have no app passwords. Press create to make one.",
                (false, false) => "You have no app passwords.",
            };
            view! { <p class="app-passwords__empty">{words}</p> }.into_any()
        } else {
            view! { <Table desk items deleting /> }.into_any()
        }}
    }
}

#[component]
fn Table(
    desk: Desk,
    items: Memo<Vec<AppPassword>>,
    deleting: RwSignal<Option<AppPassword>>,
) -> impl IntoView {
    view! {
        <p>"You can delete App Passwords you no longer need and create additional App Passwords."</p>
        <table class="app-passwords__table">
            <caption class="visually-hidden">"App passwords, newest first"</caption>
            <thead>
                <tr>
                    <th scope="col">"NAME"</th>
                    <th scope="col">"DATE CREATED"</th>
                    <th scope="col"><span class="visually-hidden">"Action"</span></th>
                </tr>
            </thead>
            <tbody>
                <For each=move || items.get() key=|item| item.id.clone() let:item>
                    <Row desk item deleting />
                </For>
            </tbody>
        </table>
    }
}

#[component]
fn Row(desk: Desk, item: AppPassword, deleting: RwSignal<Option<AppPassword>>) -> impl IntoView {
    let id = item.id.clone();
    let lost = Memo::new(move |_| desk.is_lost(&id));
    let (row, label) = (row_id(&item.id), format!("Delete {}", item.name));
    let (name, created_at) = (item.name.clone(), item.created_at);
    let mark = move || {
        lost.get().then(|| {
            view! {
                <span class="app-passwords__lost">
                    <Icon name="warning" />
                    <span>"cannot be shown again: delete it or make another"</span>
                </span>
            }
        })
    };
    view! {
        <tr class="app-passwords__row" id=row>
            <th class="app-passwords__name" scope="row">
                <bdi>{name}</bdi>
                {mark}
            </th>
            <td class="app-passwords__date">
                <time datetime=text::machine_readable(created_at) title=text::date_and_time(created_at)>
                    {text::date(created_at)}
                </time>
            </td>
            <td class="app-passwords__action">
                <Button
                    look=Look::Secondary
                    label
                    on_press=move || deleting.set(Some(item.clone()))
                >
                    "Delete"
                </Button>
            </td>
        </tr>
    }
}
