//! The page's one clock: countdowns, relative times, waiting. In the prototype it can be moved
//! forward or frozen, together with the clock of the portal in the tab.

use contract::Timestamp;
use leptos::prelude::*;
use std::{cell::Cell, time::Duration};

/// How the page's clock differs from the machine's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Setting {
    /// The machine's time plus so many milliseconds.
    Ahead(i64),
    /// Always this moment.
    #[allow(dead_code, reason = "only the prototype has a clock to move")]
    Frozen(Timestamp),
}

thread_local! {
    static SETTING: Cell<Setting> = const { Cell::new(Setting::Ahead(0)) };
}

/// The signal that changes about once a second and whenever the clock is moved.
#[derive(Clone, Copy)]
struct Ticks(RwSignal<u32>);

/// Moves or freezes the clock. Called by the prototype alone.
#[allow(dead_code, reason = "only the prototype has a clock to move")]
pub fn set(setting: Setting) {
    SETTING.set(setting);
}

/// The moment it is.
pub fn now() -> Timestamp {
    now_in(SETTING.get())
}

/// The moment it is by a setting.
#[allow(
    clippy::cast_possible_truncation,
    reason = "milliseconds of this millennium fit into 53 bits"
)]
pub fn now_in(setting: Setting) -> Timestamp {
    match setting {
        Setting::Ahead(by) => Timestamp(js_sys::Date::now() as i64 + by),
        Setting::Frozen(moment) => moment,
    }
}

/// Starts the second hand. Call once, at the root.
pub fn provide() {
    let ticks = RwSignal::new(0_u32);
    provide_context(Ticks(ticks));
    if let Ok(interval) = set_interval_with_handle(
        move || {
            ticks.try_update(|count| *count = count.wrapping_add(1));
        },
        Duration::from_millis(500),
    ) {
        on_cleanup(move || interval.clear());
    }
}

/// Changes about twice a second: for what is drawn by the clock.
#[allow(
    dead_code,
    reason = "only the prototype draws by the clock; screens count down"
)]
pub fn ticks() -> Signal<u32> {
    let Ticks(ticks) = expect_context();
    ticks.into()
}

/// The moment that is `seconds` from now: a reply's `expires_in` or `resend_in` as a deadline.
pub fn after(seconds: u32) -> Timestamp {
    Timestamp(now().0 + i64::from(seconds) * 1000)
}

/// Counts whole seconds down to zero until a deadline; follows the clock when it is moved.
pub fn countdown(deadline: Signal<Timestamp>) -> Memo<u32> {
    let Ticks(ticks) = expect_context();
    Memo::new(move |_| {
        ticks.track();
        let left = (deadline.get().0 - now().0).max(0);
        u32::try_from((left + 999) / 1000).unwrap_or(u32::MAX)
    })
}

/// Resolves after this long of the machine's time, whatever the page's clock says.
pub async fn wait(duration: Duration) {
    let (sender, receiver) = futures::channel::oneshot::channel::<()>();
    // Whoever waited may be gone.
    set_timeout(
        move || {
            let _ = sender.send(());
        },
        duration,
    );
    // The sender is dropped only after it was used.
    let _ = receiver.await;
}
