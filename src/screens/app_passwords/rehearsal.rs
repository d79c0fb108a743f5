//! The step that shows the password, drawn once where nobody sees it while a name is being typed. A
//! browser compiles each function of the program when it first runs: on a slow phone that takes a
//! third of the time from **next** to the password.

use super::{
    Desk,
    showing::{Showing, Shown},
    shown_once::ShownOnce,
};
use crate::{
    clock::{self, timers},
    start::slices,
};
use contract::{AppPassword, AppPasswordId, Delivery};
use leptos::prelude::*;
use std::time::Duration;

/// Rehearses when the browser has nothing better to do, if the part that asks is still there.
pub fn rehearse_soon(desk: Desk) {
    let wanted = StoredValue::new(());
    let Some(owner) = Owner::current() else {
        return;
    };
    slices::when_idle(move || {
        if wanted.try_get_value().is_some() {
            rehearse(desk, &owner.child());
        }
    });
}

/// There are no letters, so nothing is reported to the portal and nothing can be copied; nothing is
/// put into the page, so nothing takes the focus.
fn rehearse(desk: Desk, stage: &Owner) {
    let drawn = stage.with(|| {
        let showing = Showing::without_letters(Shown {
            item: AppPassword {
                id: AppPasswordId(String::new()),
                name: String::new(),
                created_at: clock::now(),
                delivery: Delivery::Made,
            },
            initial: false,
        });
        let desk = Desk { showing, ..desk };
        view! { <ShownOnce desk title_id=String::new() /> }
            .into_any()
            .build()
    });
    // Its effects run in between: they belong to what is drawn first.
    let stage = stage.clone();
    timers::once(Duration::ZERO, move || {
        stage.cleanup();
        drop(drawn);
    });
}
