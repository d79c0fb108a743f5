//! What is left when there is nothing to confirm any more.

use crate::{
    api::ApiError,
    ui::{Button, Look, Task},
    words,
};
use contract::Code;
use leptos::prelude::*;

/// A button that begins from the start. It is there when the portal has forgotten what a code was to
/// confirm.
#[component]
pub fn StartAgain(task: Task<ApiError>, on_press: UnsyncCallback<()>) -> impl IntoView {
    move || {
        let error = task.error().get();
        let is_over = error.and_then(|error| error.code()) == Some(Code::NothingToConfirm);
        is_over.then(|| {
            view! {
                <Button look=Look::Secondary on_press=move || on_press.run(())>{words::common::start_again()}</Button>
            }
        })
    }
}
