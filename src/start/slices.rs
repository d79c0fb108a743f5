//! Opening the page in slices. On a slow phone the form and the screens take hundreds of milliseconds
//! to render; between two slices the browser paints and handles input.
//!
//! After the page has opened, tasks run as they come: an action is handled in one go.

use super::boot;
use crate::clock::timers;
use leptos::prelude::{request_idle_callback_with_handle, window};
use std::{
    cell::Cell,
    future::Future,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, ready},
    time::Duration,
};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Milliseconds of work after which the page yields to the browser. On a phone at a quarter of a desk
/// computer's speed one more task of the page's own size still ends before 50 ms, from where on a
/// tap is felt to be late.
const SLICE: f64 = 8.0;

thread_local! {
    /// When the slice began, in milliseconds since the page was asked for; none once it has opened.
    static BEGAN: Cell<Option<f64>> = const { Cell::new(Some(0.0)) };
}

fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Yields to the browser if the slice is used up.
pub async fn yield_if_due() {
    if is_used_up() {
        yield_now().await;
    }
}

async fn yield_now() {
    // It resolves, and nothing else.
    let _ = boot::pause().await;
    begin();
}

fn begin() {
    if BEGAN.get().is_some() {
        BEGAN.set(Some(now()));
    }
}

fn is_used_up() -> bool {
    BEGAN.get().is_some_and(|began| now() - began > SLICE)
}

/// Does this when the browser is idle, and in any case soon: a busy phone may never be idle.
pub fn when_idle(work: impl FnOnce() + 'static) {
    const AT_LAST: Duration = Duration::from_secs(1);
    // WebKit does not tell when it is idle; by then the page has been painted.
    const SOON: Duration = Duration::from_millis(50);
    let work = Rc::new(Cell::new(Some(work)));
    let once = move || {
        if let Some(work) = work.take() {
            work();
        }
    };
    let tells = request_idle_callback_with_handle(once.clone()).is_ok();
    timers::once(if tells { AT_LAST } else { SOON }, once);
}

/// The page has opened.
pub fn end() {
    BEGAN.set(None);
}

/// Runs the tasks of Leptos in slices. Call once, before anything is mounted.
pub fn provide() {
    begin();
    // An error means that there is an executor already, without slices.
    let _ = any_spawner::Executor::init_custom_executor(Slices);
}

struct Slices;

impl any_spawner::CustomExecutor for Slices {
    fn spawn(&self, task: any_spawner::PinnedFuture<()>) {
        self.spawn_local(task);
    }

    fn spawn_local(&self, task: any_spawner::PinnedLocalFuture<()>) {
        spawn_local(Sliced { task, turn: None });
    }

    fn poll_local(&self) {}
}

/// A task that yields to the browser before it goes on.
struct Sliced {
    task: any_spawner::PinnedLocalFuture<()>,
    turn: Option<JsFuture>,
}

impl Future for Sliced {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.turn.is_none() && is_used_up() {
            self.turn = Some(boot::pause());
        }
        if let Some(turn) = &mut self.turn {
            // It resolves, and nothing else.
            let _ = ready!(Pin::new(turn).poll(context));
            self.turn = None;
            begin();
        }
        self.task.as_mut().poll(context)
    }
}
