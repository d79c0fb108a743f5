//! Before a session ends by itself the person is told, and can stay signed in (WCAG 2.2.1).

use crate::{
    api::{Api, ApiError},
    clock,
    routes::Route,
    session::{self, SignOut, use_session},
    ui::{Button, Dialog, Look, Outcome, Task},
    words::{
        self,
        text::{Failure, minutes_and_seconds},
    },
};
use contract::{Code, Problem, Timestamp, limits::SESSION_WARNING_SECONDS};
use leptos::prelude::*;

/// Open in the last minutes of a session, until it goes on, or is closed for this end.
#[component]
pub fn SessionEnding() -> impl IntoView {
    let session = use_session();
    let is_near = clock::has_come(|| {
        let (end, _) = session::ends_at();
        Timestamp(end.0 - i64::from(SESSION_WARNING_SECONDS) * 1000)
    });
    let told = RwSignal::new(None::<Timestamp>);
    let open = Signal::derive(move || {
        let is_open = session.with(|session| session.person().is_some());
        let is_new = told.get() != Some(session::ends_at().0);
        (is_open && is_near.get() && is_new).then_some(())
    });
    let close = UnsyncCallback::from(move || told.set(Some(session::ends_at().0)));
    view! {
        <Dialog
            open
            id="session-ending"
            title=|()| words::session::ending()
            on_cancel=close
            content=move |()| view! { <Ending close /> }
        />
    }
}

/// How long it still is, and what can be done.
#[component]
fn Ending(close: UnsyncCallback<()>) -> impl IntoView {
    let (api, session, sign_out) = (Api::from_context(), use_session(), SignOut::from_context());
    let staying = Task::<ApiError>::new();
    let stay = move || staying.start(session::stay(api, session, sign_out), |()| ());
    let left = clock::countdown(Signal::derive(|| session::ends_at().0));
    let is_over = Memo::new(move |_| left.get() == 0);
    let (_, has_limit) = session::ends_at();
    let said = move || {
        if is_over.get() {
            return Problem::new(Code::NoSession).explain().into_any();
        }
        let sentence = if has_limit {
            words::session::limit(words::ELEMENT)
        } else {
            words::session::idle(words::ELEMENT)
        };
        let (before, after) = words::around(sentence);
        view! { {before}<span>{move || minutes_and_seconds(left.get())}</span>{after} }.into_any()
    };
    view! {
        <p>{said}</p>
        <Outcome of=staying reading=true>
            <div class="actions">
                {(!has_limit).then(|| view! {
                    <Button autofocus=true pending=staying.pending() on_press=stay>
                        {move || if is_over.get() { Route::SignIn.title() } else { words::session::stay() }}
                    </Button>
                })}
                <Button look=Look::Secondary on_press=move || close.run(())>{words::common::close()}</Button>
            </div>
        </Outcome>
    }
}
