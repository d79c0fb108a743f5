//! Removing a phone or the authenticator app: asks first, and names what stops working.

use super::factor::{Factor, option_words};
use crate::words::Text;
use crate::{
    api::{Api, ApiError},
    ui::{Button, Dialog, Look, Outcome, Task},
    words,
};
use contract::{Code, Method, SecuritySettings};
use leptos::{html, prelude::*};

/// Open while one is to be removed.
#[component]
pub fn RemoveDialog(
    now: Signal<SecuritySettings>,
    removing: RwSignal<Option<Factor>>,
    on_removed: UnsyncCallback<(Factor, SecuritySettings)>,
) -> impl IntoView {
    view! {
        <Dialog
            open=removing
            id="remove-dialog"
            title=|factor: &Factor| words::security::remove_question(factor.name())
            on_cancel=move || removing.set(None)
            content=move |factor| view! { <Question now factor removing on_removed /> }
        />
    }
}

/// What stops working, and the two answers. A failure stays beside them.
#[component]
fn Question(
    now: Signal<SecuritySettings>,
    factor: Factor,
    removing: RwSignal<Option<Factor>>,
    on_removed: UnsyncCallback<(Factor, SecuritySettings)>,
) -> impl IntoView {
    let api = Api::from_context();
    let task = Task::<ApiError>::new();
    let close = move || {
        removing.try_set(None);
    };
    let remove = move || {
        let work = async move {
            let removed = match factor.slot() {
                Some(slot) => api.remove_phone(slot).await,
                None => api.remove_authenticator().await,
            };
            let now = match removed {
                // Gone already: in another window, or by a request whose reply was lost.
                Err(error) if error.code() == Some(Code::NotFound) => api.security().await,
                result => result,
            }?;
            // Inside the work: it is gone even if the dialog was closed meanwhile.
            if removing.try_get_untracked() == Some(Some(factor)) {
                close();
            }
            on_removed.try_run((factor, now));
            Ok(())
        };
        task.start(work, |()| ());
    };
    let is_last =
        move || task.error().get().and_then(|error| error.code()) == Some(Code::LastMethod);
    let leave = NodeRef::<html::Button>::new();
    // The button that was pressed is removed, because nothing more can be tried.
    Effect::new(move |_| {
        if is_last()
            && let Some(leave) = leave.get()
        {
            // Focusing an element that is in the page does not fail.
            let _ = leave.focus();
        }
    });
    // As they are now: what it says stays while it is being removed.
    let now = now.get_untracked();
    view! {
        <p>{what_stops(factor, &now)}</p>
        {now.preferred
            .filter(|preferred| factor.serves(*preferred) && another_takes_over(factor, &now))
            .map(|preferred| {
                view! {
                    <p>
                        {words::security::takes_over(option_words(preferred))}
                    </p>
                }
            })}
        <p>{words::security::keep_working()}</p>
        <Outcome of=task>
        <div class="actions">
            {move || {
                (!is_last())
                    .then(|| {
                        view! {
                            <Button
                                look=Look::Danger
                                label=words::security::remove_factor(factor.name())
                                pending=task.pending()
                                on_press=remove
                            >
                                {words::security::remove()}
                            </Button>
                        }
                    })
            }}
            <Button look=Look::Secondary autofocus=true node_ref=leave on_press=close>
                {move || if is_last() { words::common::close() } else { words::common::cancel() }}
            </Button>
        </div>
        </Outcome>
    }
}

fn another_takes_over(factor: Factor, settings: &SecuritySettings) -> bool {
    let mut others = settings
        .available
        .iter()
        .filter(|option| !factor.serves(option.method));
    others.any(|option| Method::PREFERABLE.contains(&option.method))
}

fn what_stops(factor: Factor, settings: &SecuritySettings) -> Text {
    let number = factor.value(settings).unwrap_or_else(|| "".into());
    match factor {
        Factor::AuthenticationPhone => words::security::stops_phone(number),
        Factor::AlternatePhone | Factor::OfficePhone => words::security::stops_calls(number),
        Factor::Authenticator => words::security::stops_app(),
    }
}
