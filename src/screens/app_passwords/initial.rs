//! The first app password, made without asking on the very first visit (step 6 of the guide). A
//! request of its own, not a side effect of reading the list, so that two windows make one.

use super::ListContext;
use crate::{
    api::{ApiError, IdempotencyKey},
    ui::{Button, Look, Message, Task, Tone},
    words::{self, text::Failure},
};
use contract::{Code, Creation};
use leptos::prelude::*;

/// Making it.
#[derive(Clone, Copy)]
pub struct InitialFlow {
    shared: ListContext,
    making: Task<ApiError>,
    key: StoredValue<IdempotencyKey, LocalStorage>,
}

impl InitialFlow {
    /// Asks for it once when the list says that it is due. Not while the address asks for the
    /// dialog: whoever names one then needs no initial one.
    pub fn start(shared: ListContext, creating: Memo<bool>) -> Self {
        let initial = Self {
            shared,
            making: Task::new(),
            key: StoredValue::new_local(IdempotencyKey::fresh()),
        };
        let asked = StoredValue::new(false);
        Effect::new(move |_| {
            let due = shared
                .list
                .ready()
                .is_some_and(|list| list.initial_due && list.creation == Creation::Allowed);
            if due && !creating.get() && !asked.get_value() {
                asked.set_value(true);
                initial.make();
            }
        });
        initial
    }

    /// Whether it is under way.
    pub fn pending(self) -> Signal<bool> {
        self.making.pending()
    }

    /// Always with the same key: however often, it makes one.
    fn make(self) {
        let Some(key) = self.key.try_get_value() else {
            return;
        };
        let shared = self.shared;
        let work = async move {
            let result = shared.api.create_initial_app_password(key).await;
            if result.as_ref().is_err_and(|error| !error.outcome_unknown()) {
                // Another window was first, or policy changed: the list knows.
                shared.list.refresh_quietly();
            }
            result
        };
        self.making
            .start(work, move |created| shared.show(created, true));
    }
}

/// That it is being made, or why it is not.
#[component]
pub fn InitialStatus(initial: InitialFlow) -> impl IntoView {
    let making = initial.making;
    let said = move || match (making.pending().get(), making.slow().get()) {
        (false, _) => None,
        (true, false) => Some(words::app_passwords::initial()),
        (true, true) => Some(words::app_passwords::initial_slow()),
    };
    let failed = move || {
        let error = making.error().get()?;
        if matches!(
            error.code(),
            Some(Code::InitialNotDue | Code::CreationForbidden)
        ) {
            return None;
        }
        let again = error.outcome_unknown().then(|| {
            view! { <Button look=Look::Secondary on_press=move || initial.make()>{words::common::try_again()}</Button> }
        });
        Some(view! {
            <Message tone=Tone::Error>
                <p>{words::common::sentences(words::app_passwords::initial_failed(), error.explain())}</p>
                {again}
            </Message>
        })
    };
    view! {
        <p class="initial" role="status">{said}</p>
        {failed}
    }
}
