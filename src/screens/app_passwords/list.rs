//! The table NAME / DATE CREATED / Delete of the guide's steps 6 and 11, newest first.

use super::{
    Desk,
    delete::row_id,
    initial::{Initial, InitialStatus},
};
use crate::{
    api::ApiError,
    frame::navigation::Step,
    routes::Route,
    ui::{Button, Icon, Look, Message, Tone},
    words,
    words::text,
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
                    <Button pending=initial.pending() on_press=create>{words::app_passwords::create()}</Button>
                </p>
            }
                .into_any()
        } else {
            let said = text::explain(&ApiError::Problem(Problem::new(Code::CreationForbidden)));
            view! { <Message tone=Tone::Warning><p>{said}</p></Message> }.into_any()
        }}
        <InitialStatus initial />
        {move || if empty.get() {
            let said = match (initial.pending().get(), allowed.get()) {
                (true, _) => String::new(),
                (false, true) => words::app_passwords::empty(),
                (false, false) => words::app_passwords::empty_forbidden(),
            };
            view! { <p class="app-passwords__empty">{said}</p> }.into_any()
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
        <p>{words::app_passwords::can_delete()}</p>
        <table class="app-passwords__table">
            <caption class="visually-hidden">{words::app_passwords::caption()}</caption>
            <thead>
                <tr>
                    <th scope="col">{words::app_passwords::column_name()}</th>
                    <th scope="col">{words::app_passwords::column_date()}</th>
                    <th scope="col"><span class="visually-hidden">{words::app_passwords::column_action()}</span></th>
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
    let (row, label) = (
        row_id(&item.id),
        words::app_passwords::delete_named(&item.name),
    );
    let (name, created_at) = (item.name.clone(), item.created_at);
    let mark = move || {
        lost.get().then(|| {
            view! {
                <span class="app-passwords__lost">
                    <Icon name="warning" />
                    <span>{words::app_passwords::lost()}</span>
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
                    {words::app_passwords::delete()}
                </Button>
            </td>
        </tr>
    }
}
