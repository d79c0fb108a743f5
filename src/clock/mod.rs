//! The page's one clock: countdowns, relative times, waiting. In the prototype it can be moved
//! forward or frozen, together with the clock of the portal in the tab. In a test all of it stands
//! on [`Manual`] timers.

mod manual;
pub mod timers;

pub use manual::{Manual, settle};
pub use timers::wait;

use contract::Timestamp;
use leptos::prelude::*;
use std::{cell::Cell, time::Duration};

/// How the page's clock differs from the machine's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Setting {
    /// The machine's time plus so many milliseconds.
    Ahead(i64),
    /// Always this moment.
    Frozen(Timestamp),
}

thread_local! {
    static SETTING: Cell<Setting> = const { Cell::new(Setting::Ahead(0)) };
    /// Changes with every tick, and when the clock is moved.
    static TICKS: ArcRwSignal<u32> = ArcRwSignal::new(0);
    /// The timers that the next tick is started on, if one is.
    static TICKING_ON: Cell<Option<u32>> = const { Cell::new(None) };
}

/// Moves or freezes the clock. Called by the prototype alone.
pub fn set(setting: Setting) {
    if SETTING.replace(setting) != setting {
        tick();
    }
}

/// The moment it is.
pub fn now() -> Timestamp {
    now_in(SETTING.get())
}

/// The moment it is by a setting.
pub fn now_in(setting: Setting) -> Timestamp {
    match setting {
        Setting::Ahead(by) => Timestamp(timers::now().0 + by),
        Setting::Frozen(moment) => moment,
    }
}

/// The moment that is `seconds` from now: a reply's `expires_in` or `resend_in` as a deadline.
pub fn after(seconds: u32) -> Timestamp {
    now().plus(seconds)
}

/// Whether a moment has come; follows the clock when it is moved. `moment` is asked again at each tick
/// and when it had been about to come, so it may be put off without telling.
pub fn has_come(moment: impl Fn() -> Timestamp + Send + Sync + 'static) -> Memo<bool> {
    let waiting = StoredValue::new(None::<timers::Timer>);
    let stop = move || {
        if let Some(timer) = waiting.try_update_value(Option::take).flatten() {
            timer.stop();
        }
    };
    on_cleanup(stop);
    Memo::new(move |_| {
        TICKS.with(Track::track);
        stop();
        let left = u64::try_from(moment().0 - now().0).unwrap_or_default();
        if left > 0 {
            let timer = timers::once(Duration::from_millis(left), tick);
            waiting.try_set_value(Some(timer));
        }
        left == 0
    })
}

/// Counts whole seconds down to zero until a deadline; follows the clock when it is moved.
pub fn countdown(deadline: Signal<Timestamp>) -> Memo<u32> {
    Memo::new(move |_| {
        TICKS.with(Track::track);
        let left = (deadline.get().0 - now().0).max(0);
        if left > 0 {
            start_next_tick();
        }
        u32::try_from((left + 999) / 1000).unwrap_or(u32::MAX)
    })
}

/// Re-runs the caller about twice a second: for what shows the time itself.
pub fn track() {
    TICKS.with(Track::track);
    start_next_tick();
}

fn tick() {
    TICKS.with(|ticks| ticks.update(|count| *count = count.wrapping_add(1)));
}

/// Each tick is asked for by what runs because of the one before, so that the last countdown ends
/// them.
fn start_next_tick() {
    const TICK: Duration = Duration::from_millis(500);
    let timers = Some(timers::generation());
    if TICKING_ON.replace(timers) != timers {
        timers::once(TICK, || {
            TICKING_ON.set(None);
            tick();
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn a_countdown_counts_down_and_no_timer_is_left_at_its_end() {
        let owner = Owner::new();
        owner.set();
        let time = Manual::install();
        let left = countdown(Signal::stored(after(2)));
        assert_eq!(left.get_untracked(), 2);
        let mut seen = vec![];
        while time.fire_next(Duration::from_secs(10)) {
            seen.push(left.get_untracked());
        }
        assert_eq!(seen, [2, 1, 1, 0]);
    }

    #[wasm_bindgen_test]
    fn a_countdown_follows_a_clock_that_is_moved() {
        let owner = Owner::new();
        owner.set();
        let _time = Manual::install();
        let left = countdown(Signal::stored(after(60)));
        assert_eq!(left.get_untracked(), 60);
        set(Setting::Ahead(45_000));
        assert_eq!(left.get_untracked(), 15);
        set(Setting::Ahead(0));
    }

    #[wasm_bindgen_test]
    fn a_moment_that_is_put_off_comes_later() {
        let owner = Owner::new();
        owner.set();
        let time = Manual::install();
        let moment = StoredValue::new(after(2));
        let come = has_come(move || moment.get_value());
        assert!(!come.get_untracked());
        moment.set_value(after(3));
        assert!(time.fire_next(Duration::from_secs(2)));
        assert!(!come.get_untracked());
        assert!(time.fire_next(Duration::from_secs(1)));
        assert!(come.get_untracked());
        assert!(!time.fire_next(Duration::from_secs(60)), "a timer is left");
    }
}
