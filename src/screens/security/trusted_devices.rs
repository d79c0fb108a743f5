//! "Restore multi-factor authentication on previously trusted devices".

use super::{Settings, notice::Notice};
use crate::words::Text;
use crate::{
    api::{Api, ApiError},
    ui::{Button, Dialog, Look, Outcome, Task},
    words,
};
use contract::{SecuritySettings, limits};
use leptos::prelude::*;

/// Takes back "Don't ask again for 14 days" on every device. Asks first.
#[component]
pub fn TrustedDevices(settings: Settings, now: Signal<SecuritySettings>) -> impl IntoView {
    let notice = Notice::new();
    let asking = RwSignal::new(None::<()>);
    let count = Memo::new(move |_| now.read().trusted_devices);
    let ask = move || {
        notice.clear();
        asking.set(Some(()));
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
            title=|()| words::trusted_devices::question()
            on_cancel=move || asking.set(None)
            content=move |()| view! { <Question settings count asking notice /> }
        />
    }
}

/// What changes, and the two answers.
#[component]
fn Question(
    settings: Settings,
    count: Memo<u32>,
    asking: RwSignal<Option<()>>,
    notice: Notice,
) -> impl IntoView {
    let api = Api::from_context();
    let restoring = Task::<ApiError>::new();
    let restore = move || {
        let before = count.get_untracked();
        let work = async move {
            let now = api.restore_trusted_devices().await?;
            // Inside the work: they are asked again even if the dialog was closed meanwhile.
            settings.set(now);
            asking.try_set(None);
            notice.say(match before {
                0 => words::trusted_devices::restored_none(),
                devices => words::trusted_devices::restored(devices),
            });
            Ok(())
        };
        restoring.start(work, |()| ());
    };
    view! {
        <p>{move || what_changes(count.get())}</p>
        <Outcome of=restoring>
            <div class="actions">
                <Button pending=restoring.pending() on_press=restore>{words::trusted_devices::restore()}</Button>
                <Button look=Look::Secondary on_press=move || asking.set(None)>{words::common::cancel()}</Button>
            </div>
        </Outcome>
    }
}

fn how_many(devices: u32) -> Text {
    let choice = words::verify::remember(limits::TRUSTED_DEVICE_DAYS);
    match devices {
        0 => words::trusted_devices::none(),
        devices => words::trusted_devices::some(devices, &choice),
    }
}

fn what_changes(devices: u32) -> Text {
    match devices {
        0 => words::trusted_devices::changes_nothing(),
        devices => words::trusted_devices::changes(devices),
    }
}
