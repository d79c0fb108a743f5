//! Removing a phone or the authenticator app: asks first, and names what stops working.

use super::{
    Settings,
    factor::{Factor, option_words},
};
use crate::{
    api::{Api, ApiError},
    ui::{Button, Dialog, Look, Message, Task, Tone},
    words,
    words::text,
};
use contract::{Code, Method, SecuritySettings};
use leptos::{html, prelude::*};

/// Open while one is to be removed.
#[component]
pub fn RemoveDialog(
    settings: Settings,
    removing: RwSignal<Option<Factor>>,
    on_removed: UnsyncCallback<(Factor, SecuritySettings)>,
) -> impl IntoView {
    let open = Memo::new(move |_| removing.get().is_some());
    // Keeps the last title while the dialog closes.
    let title = Memo::new(move |before: Option<&String>| {
        let factor = removing.get();
        factor
            .map(|factor| words::security::remove_question(&factor.name()))
            .or_else(|| before.cloned())
            .unwrap_or_default()
    });
    let task = Task::<ApiError>::new();
    let close = UnsyncCallback::from(move || removing.set(None));
    let content = move || {
        task.clear_error();
        removing.get_untracked().map(|factor| {
            view! { <Question settings factor task removing close on_removed /> }
        })
    };
    view! { <Dialog open id="remove-dialog" title on_cancel=close content /> }
}

/// What stops working, and the two answers. A failure stays beside them.
#[component]
fn Question(
    settings: Settings,
    factor: Factor,
    task: Task<ApiError>,
    removing: RwSignal<Option<Factor>>,
    close: UnsyncCallback<()>,
    on_removed: UnsyncCallback<(Factor, SecuritySettings)>,
) -> impl IntoView {
    let api = Api::from_context();
    let remove = move || {
        let work = async move {
            let removed = match factor.slot() {
                Some(slot) => api.remove_phone(slot).await,
                None => api.remove_authenticator().await,
            };
            match removed {
                // Gone already: in another window, or by a request whose reply was lost.
                Err(error) if error.code() == Some(Code::NotFound) => api.security().await,
                result => result,
            }
        };
        task.start(work, move |now| {
            if removing.get_untracked() == Some(factor) {
                close.run(());
            }
            on_removed.run((factor, now));
        });
    };
    let is_last =
        move || task.error().get().and_then(|error| error.code()) == Some(Code::LastMethod);
    let leave = NodeRef::<html::Button>::new();
    // The button that was pressed makes way: there is nothing more to try.
    Effect::new(move |_| {
        if is_last()
            && let Some(leave) = leave.get()
        {
            // Focusing an element that is in the page does not fail.
            let _ = leave.focus();
        }
    });
    let now = untrack(|| settings.ready());
    view! {
        <p>{now.as_ref().map(|now| what_stops(factor, now))}</p>
        {now
            .filter(|now| another_takes_over(factor, now))
            .and_then(|now| now.preferred)
            .filter(|preferred| factor.serves(*preferred))
            .map(|preferred| {
                view! {
                    <p>
                        {words::security::takes_over(&option_words(preferred))}
                    </p>
                }
            })}
        <p>{words::security::keep_working()}</p>
        {move || {
            task.error()
                .get()
                .map(|error| {
                    view! { <Message tone=Tone::Error><p>{text::explain(&error)}</p></Message> }
                })
        }}
        <div class="actions">
            {move || {
                (!is_last())
                    .then(|| {
                        view! {
                            <Button
                                look=Look::Danger
                                label=words::security::remove_factor(&factor.name())
                                pending=task.pending()
                                on_press=remove
                            >
                                {words::security::remove()}
                            </Button>
                        }
                    })
            }}
            <Button look=Look::Secondary autofocus=true node_ref=leave on_press=move || close.run(())>
                {move || if is_last() { words::common::close() } else { words::common::cancel() }}
            </Button>
        </div>
        <p class="still-working" role="status">
            {move || task.slow().get().then(words::common::still_working)}
        </p>
    }
}

fn another_takes_over(factor: Factor, settings: &SecuritySettings) -> bool {
    let mut others = settings
        .available
        .iter()
        .filter(|option| !factor.serves(option.method));
    others.any(|option| Method::PREFERABLE.contains(&option.method))
}

fn what_stops(factor: Factor, settings: &SecuritySettings) -> String {
    let number = factor.value(settings).unwrap_or_default();
    match factor {
        Factor::AuthenticationPhone => words::security::stops_phone(&number),
        Factor::AlternatePhone | Factor::OfficePhone => words::security::stops_calls(&number),
        Factor::Authenticator => words::security::stops_app(),
    }
}
