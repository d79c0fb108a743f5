//! "Restore multi-factor authentication on previously trusted devices".

use super::{Settings, notice::Notice};
use crate::{
    api::Api,
    text,
    ui::{Button, Dialog, Look, Message, Task, Tone},
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
                0 => "Restored. No device was trusted.".into(),
                1 => "Restored. 1 device is asked again from its next sign-in on.".into(),
                devices => format!(
                    "Restored. {devices} devices are asked again from their next sign-in on."
                ),
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
                <Button pending=restoring.pending() on_press=restore>"Restore"</Button>
                <Button look=Look::Secondary on_press=close>"Cancel"</Button>
            </div>
            <p class="still-working" role="status">
                {move || restoring.slow().get().then_some("Still working… please be patient.")}
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
                "Restore multi-factor authentication on previously trusted devices"
            </h2>
            <p>{move || how_many(count.get())}</p>
            {notice.line()}
            <Button look=Look::Secondary on_press=ask>"Restore"</Button>
        </section>
        <Dialog
            open=asking
            id="restore-dialog"
            title=Signal::stored("Restore multi-factor authentication?".to_owned())
            on_cancel=close
            content
        />
    }
}

fn how_many(devices: u32) -> String {
    let days = limits::TRUSTED_DEVICE_DAYS;
    match devices {
        0 => format!(
            "No device is trusted: \"Don't ask again for {days} days\" is in force on none."
        ),
        1 => format!("1 device is trusted: \"Don't ask again for {days} days\" is in force on it."),
        devices => format!(
            "{devices} devices are trusted: \"Don't ask again for {days} days\" is in force on them."
        ),
    }
}

fn what_changes(devices: u32) -> String {
    match devices {
        0 => "No device is trusted at the moment, so nothing changes.".into(),
        1 => "1 device is trusted. At its next sign-in it asks for your second factor again. Use this when it is lost or no longer yours; your app passwords keep working.".into(),
        devices => format!(
            "{devices} devices are trusted. At their next sign-in they ask for your second factor again. Use this when one is lost or no longer yours; your app passwords keep working."
        ),
    }
}
