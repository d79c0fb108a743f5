//! The one port through which the page tells the time and waits. Behind it is the browser; a test
//! installs [`Manual`](super::Manual) timers instead.

use contract::Timestamp;
use leptos::prelude::window;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::Performance;

/// Tells the time and calls back later.
pub trait Timers {
    /// The machine's time when the page was opened, and what has passed since: setting the machine's
    /// clock moves no deadline.
    fn now(&self) -> Timestamp;

    /// Calls `work` once, after this long. Gives a number for [`stop`](Self::stop).
    fn start(&self, after: Duration, work: Box<dyn FnOnce()>) -> i32;

    /// Does not call any more. A number that was used before is ignored.
    fn stop(&self, timer: i32);
}

thread_local! {
    static PORT: RefCell<Rc<dyn Timers>> = RefCell::new(Rc::new(Browser));
    static GENERATION: Cell<u32> = const { Cell::new(0) };
}

/// Replaces the timers of the whole page. What was started on those before stays with them.
pub fn install(timers: Rc<dyn Timers>) {
    GENERATION.set(GENERATION.get() + 1);
    PORT.set(timers);
}

/// How often timers were installed.
pub(super) fn generation() -> u32 {
    GENERATION.get()
}

fn port() -> Rc<dyn Timers> {
    PORT.with_borrow(Rc::clone)
}

/// The machine's time, as [`Timers::now`]. The page's own is [`now`](super::now).
pub fn now() -> Timestamp {
    port().now()
}

/// A timer that was started. Dropping it does not stop it.
pub struct Timer(i32);

impl Timer {
    /// Does not call any more.
    pub fn stop(self) {
        port().stop(self.0);
    }
}

/// Calls `work` once, after this long of the machine's time.
pub fn once(after: Duration, work: impl FnOnce() + 'static) -> Timer {
    Timer(port().start(after, Box::new(work)))
}

/// Resolves after this long of the machine's time, whatever the page's clock says; never, if the
/// timers are gone.
pub async fn wait(duration: Duration) {
    let (sender, receiver) = futures::channel::oneshot::channel::<()>();
    // Whoever waited may be gone.
    once(duration, move || {
        let _ = sender.send(());
    });
    if receiver.await.is_err() {
        futures::future::pending::<()>().await;
    }
}

/// The browser's own timers.
struct Browser;

impl Timers for Browser {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "milliseconds of this millennium fit into 53 bits"
    )]
    fn now(&self) -> Timestamp {
        let since = |clock: Performance| clock.time_origin() + clock.now();
        let now = window().performance().map_or_else(js_sys::Date::now, since);
        Timestamp(now as i64)
    }

    fn start(&self, after: Duration, work: Box<dyn FnOnce()>) -> i32 {
        let work: JsValue = Closure::once_into_js(work);
        let milliseconds = i32::try_from(after.as_millis()).unwrap_or(i32::MAX);
        // A function and a number are what it takes: it does not fail.
        window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                work.unchecked_ref(),
                milliseconds,
            )
            .unwrap_or_default()
    }

    fn stop(&self, timer: i32) {
        window().clear_timeout_with_handle(timer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn a_machine_whose_clock_is_set_back_moves_no_deadline() {
        let date = js_sys::Reflect::get(&window(), &"Date".into()).unwrap();
        let real = js_sys::Reflect::get(&date, &"now".into()).unwrap();
        let before = Browser.now();
        let an_hour_ago = js_sys::Function::new_no_args("return 0");
        js_sys::Reflect::set(&date, &"now".into(), &an_hour_ago).unwrap();
        let after = Browser.now();
        js_sys::Reflect::set(&date, &"now".into(), &real).unwrap();
        assert!((0..1000).contains(&(after.0 - before.0)));
    }
}
