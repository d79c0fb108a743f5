//! "Restore multi-factor authentication on previously trusted devices".

use super::{Settings, notice::Notice};
use crate::{
    api::Api,
    ui::{Button, Dialog, Look, Message, Task, Tone},
    words,
    words::text,
};
use contract::limits;
use leptos::prelude::*;

/// Takes back "Don't ask again for 14 days" on every device. Asks first.
#[component]
pub fn TrustedDevices(settings: Settings) -> impl IntoView {
    let api = Api::from_context();
    let notice = Notice::new();
    let asking = RwSignal::new(false);
    let restoring = Task::new();
    let count = Memo::new(move |_| {
        settings
            .ready()
            .map_or(0, |settings| settings.trusted_devices)
    });
    let restore = move || {
        let before = count.get_untracked();
        restoring.start(api.restore_trusted_devices(), move |now| {
            settings.set(now);
            asking.set(false);
            notice.say(match before {
                0 => words::trusted_devices::restored_none(),
                devices => words::trusted_devices::restored(devices),
            });
        });
    };
    let close = move || asking.set(false);
    let content = move || {
        view! {
            <p>{move || what_changes(count.get())}</p>
            {move || {
                restoring
                    .error()
                    .get()
                    .map(|error| {
                        view! { <Message tone=Tone::Error><p>{text::explain(&error)}</p></Message> }
                    })
            }}
            <div class="actions">
                <Button pending=restoring.pending() on_press=restore>{words::trusted_devices::restore()}</Button>
                <Button look=Look::Secondary on_press=close>{words::common::cancel()}</Button>
            </div>
            <p class="still-working" role="status">
                {move || restoring.slow().get().then(words::common::still_working)}
            </p>
        }
    };
    let ask = move || {
        notice.clear();
        restoring.clear_error();
        asking.set(true);
    };
    view! {
        <section class="trusted-devices" aria-labelledby="trusted-devices-title">
            <h2 id="trusted-devices-title">
                {words::trusted_devices::title()}
            </h2>
            <p>{move || how_many(count.get())}</p>
            {notice.line()}
            <Button look=Look::Secondary on_press=ask>{words::trusted_devices::restore()}</Button>
        </section>
        <Dialog
            open=asking
            id="restore-dialog"
            title=Signal::stored(words::trusted_devices::question())
            on_cancel=close
            content
        />
    }
}

fn how_many(devices: u32) -> String {
    let choice = words::verify::remember(limits::TRUSTED_DEVICE_DAYS);
    match devices {
        0 => words::trusted_devices::none(),
        devices => words::trusted_devices::some(devices, &choice),
    }
}

fn what_changes(devices: u32) -> String {
    match devices {
        0 => words::trusted_devices::changes_nothing(),
        devices => words::trusted_devices::changes(devices),
    }
}
