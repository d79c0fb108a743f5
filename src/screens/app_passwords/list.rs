//! The table NAME / DATE CREATED / Delete of the guide's steps 6 and 11, newest first.

use super::{
    ListContext,
    deletion::row_id,
    initial::{InitialFlow, InitialStatus},
};
use crate::{
    routes::Route,
    routes::navigation::Step,
    ui::{Button, Icon, Look, Message, Rows, Tone},
    words::{
        self,
        text::{self, Failure},
    },
};
use contract::{AppPassword, AppPasswordList, Code, Creation, Problem};
use leptos::prelude::*;

/// **create**, and the list.
#[component]
pub fn List(
    shared: ListContext,
    list: Signal<AppPasswordList>,
    initial: InitialFlow,
    deleting: RwSignal<Option<AppPassword>>,
) -> impl IntoView {
    let allowed = Memo::new(move |_| list.read().creation == Creation::Allowed);
    let items = Memo::new(move |_| list.read().items.clone());
    let empty = move || {
        let said = move || match (initial.pending().get(), allowed.get()) {
            (true, _) => None,
            (false, true) => Some(words::app_passwords::empty()),
            (false, false) => Some(words::app_passwords::empty_forbidden()),
        };
        view! { <p class="app-passwords__empty">{said}</p> }
    };
    view! {
        {move || if allowed.get() {
            let create = move || shared.navigator.go(Route::CreateAppPassword, Step::Push);
            view! {
                <p class="app-passwords__create">
                    <Button pending=initial.pending() on_press=create>{words::app_passwords::create()}</Button>
                </p>
            }
                .into_any()
        } else {
            let said = Problem::new(Code::CreationForbidden).explain();
            view! { <Message tone=Tone::Warning><p>{said}</p></Message> }.into_any()
        }}
        <InitialStatus initial />
        <Rows
            items
            key=|item| item.id.clone()
            row=move |item| view! { <Row shared item deleting /> }
            around=table
            empty
        />
    }
}

fn table(rows: AnyView) -> AnyView {
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
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn Row(
    shared: ListContext,
    item: Signal<AppPassword>,
    deleting: RwSignal<Option<AppPassword>>,
) -> impl IntoView {
    let lost = Memo::new(move |_| shared.is_lost(&item.read()));
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
    let created_at = Memo::new(move |_| item.read().created_at);
    let label = Signal::derive(move || words::app_passwords::delete_named(&item.read().name));
    view! {
        <tr class="app-passwords__row" id=row_id(&item.read_untracked().id)>
            <th class="app-passwords__name" scope="row" tabindex="-1">
                <bdi>{move || item.read().name.clone()}</bdi>
                {mark}
            </th>
            <td class="app-passwords__date">
                <time
                    datetime=move || text::machine_readable(created_at.get())
                    title=move || text::date_and_time(created_at.get())
                >
                    {move || text::date(created_at.get())}
                </time>
            </td>
            <td class="app-passwords__action">
                <Button
                    look=Look::Danger
                    label
                    on_press=move || deleting.set(Some(item.get_untracked()))
                >
                    {words::app_passwords::delete()}
                </Button>
            </td>
        </tr>
    }
}
