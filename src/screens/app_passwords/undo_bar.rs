//! The bar that offers to undo a delete, at the end of the page. After a delete it has the focus: it took
//! the place of the button that was pressed.

use super::{
    deletion::found,
    focus_when_drawn,
    undo::{BUTTON, UndoFlow},
};
use crate::{
    clock,
    ui::{Announcer, Button, Icon, Look, named},
    words::{self, Text, text::Failure},
};
use contract::{Code, limits::UNDO_OFFER_SECONDS};
use leptos::prelude::*;

/// Why it stays deleted, if it does; what may still be tried has the words of its error.
fn refusal(code: Option<Code>) -> Option<Text> {
    match code {
        Some(Code::NotFound) => Some(words::app_passwords::undo_too_late(words::ELEMENT)),
        Some(Code::NameTaken) => Some(words::app_passwords::undo_name_taken(words::ELEMENT)),
        Some(Code::LimitReached) => Some(words::app_passwords::undo_limit_reached(words::ELEMENT)),
        _ => None,
    }
}

/// The bar. It stands in the page from the start, so that what is said in it is read out.
#[component]
pub fn UndoBar(undo: UndoFlow) -> impl IntoView {
    let announcer = Announcer::from_context();
    let (offered, undoing) = (undo.offered, undo.undoing);
    let left = clock::countdown(Signal::derive(move || undo.until()));
    // What went wrong stays until it is read.
    Effect::new(move |_| {
        let idle = !undoing.pending().get() && undoing.error().get().is_none();
        if idle && left.get() == 0 && offered.with(Option::is_some) {
            undo.expire(announcer);
        }
    });
    let name = Memo::new(move |_| {
        offered.with(|offer| offer.as_ref().map(|offer| offer.item.name.clone()))
    });
    let was_deleted = move || {
        let name = undo.said.get()?;
        Some(named(
            words::app_passwords::deleted_can_be_undone(words::ELEMENT),
            &name,
        ))
    };
    let failed = move || {
        let error = undoing.error().get()?;
        let sentence = match (refusal(error.code()), name.get()) {
            (Some(sentence), Some(name)) => named(sentence, &name).into_any(),
            _ => error.explain().into_any(),
        };
        Some(view! { <Icon name="error" /><p>{sentence}</p> })
    };
    let over = Memo::new(move |_| {
        let code = undoing.error().get().and_then(|error| error.code());
        refusal(code).is_some()
    });
    // What closes the bar stands where the refused button stood, and takes its focus.
    Effect::new(move |_| {
        if over.get() {
            focus_when_drawn(|| found(BUTTON));
        }
    });
    let actions = move || {
        let label = words::app_passwords::undo_deleting(&name.get()?);
        let again = (!over.get()).then(|| {
            view! {
                <Button
                    look=Look::Secondary
                    pending=undoing.pending()
                    label
                    on_press=move || undo.undo(announcer)
                >
                    {words::app_passwords::undo()}
                </Button>
            }
        });
        Some(view! {
            {again}
            <Button look=Look::Plain on_press=move || undo.close()>{words::common::close()}</Button>
        })
    };
    view! {
        <div
            class="undo"
            class:undo--there=move || name.read().is_some()
            id="undo"
            on:focusin=move |_| undo.note(|is_at| is_at.0 = true)
            on:focusout=move |_| undo.note(|is_at| is_at.0 = false)
            on:pointerenter=move |_| undo.note(|is_at| is_at.1 = true)
            on:pointerleave=move |_| undo.note(|is_at| is_at.1 = false)
        >
            <p class="undo__words" role="status" hidden=move || undoing.error().get().is_some()>{was_deleted}</p>
            <div class="undo__failed" role="alert">{failed}</div>
            {actions}
            <progress
                class="undo__left"
                max=UNDO_OFFER_SECONDS.to_string()
                prop:value=move || f64::from(left.get())
                aria-hidden="true"
            ></progress>
        </div>
    }
}
