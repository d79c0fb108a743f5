//! Timers that a test moves by hand.

use super::timers::{self, Timers};
use contract::Timestamp;
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
    time::Duration,
};

type Work = Box<dyn FnOnce()>;

/// Stands still until it is advanced. When it is dropped, its timers never fire.
#[derive(Default)]
pub struct Manual {
    passed: Cell<Duration>,
    last: Cell<i32>,
    /// By when they are due, and in the order in which they were started.
    due: RefCell<BTreeMap<(Duration, i32), Work>>,
}

impl Manual {
    /// Makes new ones, and lets the page stand on them.
    pub fn install() -> Rc<Self> {
        let manual = Rc::new(Self::default());
        timers::install(manual.clone());
        manual
    }

    /// Lets this much time pass. Whatever a timer sets off has run before the next one fires.
    pub async fn advance(&self, by: Duration) {
        let end = self.passed.get() + by;
        loop {
            settle().await;
            if !self.fire_next(end.saturating_sub(self.passed.get())) {
                break;
            }
        }
        self.passed.set(end);
        settle().await;
    }

    /// Fires the next timer that is due within this long. `false` if there is none.
    pub fn fire_next(&self, within: Duration) -> bool {
        let end = self.passed.get() + within;
        let next = self.due.borrow_mut().pop_first();
        match next {
            Some(((at, _), work)) if at <= end => {
                self.passed.set(at);
                work();
                true
            }
            Some((key, work)) => {
                self.due.borrow_mut().insert(key, work);
                false
            }
            None => false,
        }
    }
}

impl Timers for Manual {
    fn now(&self) -> Timestamp {
        /// 1 October 2016, 09:00 UTC.
        const BEGINNING: i64 = 1_475_312_400_000;
        let passed = i64::try_from(self.passed.get().as_millis());
        Timestamp(BEGINNING + passed.unwrap_or(i64::MAX - BEGINNING))
    }

    fn start(&self, after: Duration, work: Work) -> i32 {
        let timer = self.last.get() + 1;
        self.last.set(timer);
        let at = self.passed.get() + after;
        self.due.borrow_mut().insert((at, timer), work);
        timer
    }

    fn stop(&self, timer: i32) {
        let mut due = self.due.borrow_mut();
        let key = due.keys().copied().find(|(_, started)| *started == timer);
        let stopped = key.and_then(|key| due.remove(&key));
        // What it holds may stop others when it is dropped.
        drop(due);
        drop(stopped);
    }
}

/// Lets effects, tasks and what they spawn run.
pub async fn settle() {
    /// One for each step from an answer to what is shown of it.
    const TURNS: usize = 4;
    for _ in 0..TURNS {
        leptos::task::tick().await;
    }
}
