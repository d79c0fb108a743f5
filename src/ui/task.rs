//! The asynchronous work that a button starts.

use crate::{
    clock::timers,
    words::{Text, text::Failure},
};
use contract::Field;
use leptos::{prelude::*, task::spawn_local};
use std::{future::Future, time::Duration};

/// After this long the page says that it is still working (docs/guide.md, the constants).
const STILL_WORKING: Duration = Duration::from_secs(contract::limits::STILL_WORKING_SECONDS as u64);

/// Pending, slow and failed, from the action itself. While it is pending a second start does
/// nothing: a double click, or Enter together with a click, sends once.
///
/// A task belongs to one opening of what it is started from: it is made in the content of a dialog,
/// not beside the dialog. What has to happen even if the dialog is closed meanwhile is part of the
/// work, not of `done`.
pub struct Task<E: Send + Sync + 'static> {
    pending: RwSignal<bool>,
    slow: RwSignal<bool>,
    error: RwSignal<Option<E>>,
    run: RwSignal<u32>,
}

impl<E: Send + Sync + 'static> Clone for Task<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E: Send + Sync + 'static> Copy for Task<E> {}

impl<E: Clone + Send + Sync + 'static> Default for Task<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E: Clone + Send + Sync + 'static> Task<E> {
    /// Nothing started yet.
    pub fn new() -> Self {
        Self {
            pending: RwSignal::new(false),
            slow: RwSignal::new(false),
            error: RwSignal::new(None),
            run: RwSignal::new(0),
        }
    }

    /// Whether it is running.
    pub fn pending(self) -> Signal<bool> {
        self.pending.into()
    }

    /// Whether it has been running for more than 3 seconds.
    pub fn slow(self) -> Signal<bool> {
        self.slow.into()
    }

    /// What went wrong last time, until the next start.
    pub fn error(self) -> Signal<Option<E>> {
        self.error.into()
    }

    /// Clears the last error.
    pub fn clear_error(self) {
        self.error.try_set(None);
    }

    /// Sets an error without sending a request: the page checked a rule itself. Ignored while the task
    /// is running.
    pub fn fail(self, error: E) {
        if self.pending.try_get_untracked() == Some(false) {
            self.error.try_set(Some(error));
        }
    }

    /// Stops waiting: a result that still comes is dropped.
    pub fn abandon(self) {
        self.run.try_update(|run| *run = run.wrapping_add(1));
        self.pending.try_set(false);
        self.slow.try_set(false);
    }

    /// Starts `work` unless the task is running. `done` gets the result if the task still exists.
    pub fn start<T: 'static>(
        self,
        work: impl Future<Output = Result<T, E>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        if self.pending.try_get_untracked() != Some(false) {
            return;
        }
        let Some(run) = self.run.try_update(|run| {
            *run = run.wrapping_add(1);
            *run
        }) else {
            return;
        };
        let current = move || self.run.try_get_untracked() == Some(run);
        let slow = timers::once(STILL_WORKING, move || {
            if current() {
                self.slow.try_set(true);
            }
        });
        spawn_local(async move {
            let result = work.await;
            slow.stop();
            // The task may have been disposed of or abandoned.
            if !current() {
                return;
            }
            if self.slow.try_get_untracked() == Some(true) {
                self.slow.try_set(false);
            }
            self.pending.try_set(false);
            match result {
                Ok(value) => done(value),
                Err(error) => {
                    self.error.try_set(Some(error));
                }
            }
        });
        // After it: what these draw waits behind the request, and not the request behind them. What is
        // as it was draws nothing.
        if self.error.try_with_untracked(Option::is_some) == Some(true) {
            self.error.try_set(None);
        }
        self.pending.try_set(true);
    }
}

impl<E: Failure> Task<E> {
    /// What is to be said at one field of a form.
    pub fn error_at(self, field: Field) -> Signal<Option<Text>> {
        Signal::derive(move || {
            let error = self
                .error
                .get()
                .filter(|error| error.field() == Some(field));
            error.map(|error| error.explain())
        })
    }
}
