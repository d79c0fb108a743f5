//! What stands on paper beside the password: where it is to be entered. Drawn when the page is
//! printed.

use super::on_window;
use crate::{
    screens::help::{ServerTable, address},
    words,
};
use leptos::prelude::*;

/// The user name and the operator's servers, in print alone.
#[component]
pub fn OnPaper() -> impl IntoView {
    let printed = RwSignal::new(false);
    on_window("beforeprint", move |_| printed.set(true));
    move || {
        printed.get().then(|| {
            view! {
                <div class="shown-once__on-paper">
                    <dl class="facts">
                        <dt>{words::servers::user()}</dt>
                        <dd><bdi>{address()}</bdi></dd>
                    </dl>
                    <ServerTable />
                </div>
            }
        })
    }
}
