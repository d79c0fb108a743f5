//! Virtual time: it passes when a test says so.

use app_password_portal::clock::{Manual, timers};
use std::{rc::Rc, time::Duration};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/tests/components/stage/frames.js")]
extern "C" {
    #[wasm_bindgen(js_name = hold)]
    fn hold_frames();
    fn turn() -> js_sys::Promise;
    fn draw() -> bool;
}

/// From now on time stands still.
pub fn hold() -> Rc<Manual> {
    hold_frames();
    Manual::install()
}

/// Runs all that is ready, and what is drawn because of it. An event that the browser sends later, as
/// the one of a fold that was opened, may take a second turn.
pub async fn settle() {
    loop {
        for _ in 0..2 {
            JsFuture::from(turn()).await.expect("a turn of the browser");
        }
        if !draw() {
            return;
        }
    }
}

/// Lets this much time pass, one timer after the other.
pub async fn advance(time: &Manual, by: Duration) {
    let end = timers::now().0 + i64::try_from(by.as_millis()).expect("a short time");
    loop {
        let left = u64::try_from(end - timers::now().0).expect("time runs forward");
        if !time.fire_next(Duration::from_millis(left)) {
            time.advance(Duration::from_millis(left)).await;
            return settle().await;
        }
        settle().await;
    }
}
