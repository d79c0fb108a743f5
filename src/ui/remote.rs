//! Data that a screen needs before it can be rendered: loading, failed and ready in one component, so
//! that no screen can forget one of them.

use super::{Button, Look, Message, Tone, when_network_is_back};
use crate::words::{self, text::Failure};
use leptos::{prelude::*, task::spawn_local};
use std::{future::Future, pin::Pin};

/// The state of the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress<T, E> {
    /// Requested.
    Loading,
    /// The request failed; it can be repeated.
    Failed(E),
    /// Loaded.
    Ready(T),
}

impl<T, E: Clone> Progress<T, E> {
    const fn is_failed(&self) -> bool {
        matches!(self, Self::Failed(_))
    }

    fn without_data(&self) -> Progress<(), E> {
        match self {
            Self::Loading => Progress::Loading,
            Self::Failed(error) => Progress::Failed(error.clone()),
            Self::Ready(_) => Progress::Ready(()),
        }
    }
}

type Fetching<T, E> = Pin<Box<dyn Future<Output = Result<T, E>>>>;
type Fetcher<T, E> = Box<dyn Fn() -> Fetching<T, E>>;

/// Data of the portal, requested when the screen opens.
pub struct Remote<T: Send + Sync + 'static, E: Send + Sync + 'static> {
    progress: RwSignal<Progress<T, E>>,
    fetcher: StoredValue<Fetcher<T, E>, LocalStorage>,
    run: StoredValue<u32>,
}

impl<T: Send + Sync + 'static, E: Send + Sync + 'static> Clone for Remote<T, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static, E: Send + Sync + 'static> Copy for Remote<T, E> {}

impl<T: Clone + Send + Sync + 'static, E: Clone + Send + Sync + 'static> Remote<T, E> {
    /// Requests the data now.
    pub fn new<F>(fetch: impl Fn() -> F + 'static) -> Self
    where
        F: Future<Output = Result<T, E>> + 'static,
    {
        let fetcher: Fetcher<T, E> = Box::new(move || Box::pin(fetch()));
        let remote = Self {
            progress: RwSignal::new(Progress::Loading),
            fetcher: StoredValue::new_local(fetcher),
            run: StoredValue::new(0),
        };
        remote.refresh();
        remote
    }

    /// The data, if they are loaded. Tracks.
    pub fn ready(self) -> Option<T> {
        match self.progress.try_get() {
            Some(Progress::Ready(data)) => Some(data),
            _ => None,
        }
    }

    /// A signal of the data, if they are loaded. It keeps the last value while they are reloaded.
    fn latest(self) -> Option<Signal<T>>
    where
        T: PartialEq,
    {
        let first = untrack(|| self.ready())?;
        let latest = Memo::new(move |before: Option<&T>| {
            let now = self.ready();
            now.unwrap_or_else(|| before.unwrap_or(&first).clone())
        });
        Some(latest.into())
    }

    /// Replaces the data, with the reply to a change for one.
    pub fn set(self, data: T) {
        self.run.try_update_value(|run| *run = run.wrapping_add(1));
        self.progress.try_set(Progress::Ready(data));
    }

    /// Changes the data in place, if they are loaded.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.progress.try_update(|progress| {
            if let Progress::Ready(data) = progress {
                change(data);
            }
        });
    }

    /// Requests the data again and shows meanwhile that they are loading.
    pub fn reload(self) {
        self.progress.try_set(Progress::Loading);
        self.refresh();
    }

    /// Requests the data again and shows the old ones until the reply.
    pub fn refresh(self) {
        self.ask(|_| false);
    }

    /// Requests the data again in the background: a failure leaves the old ones in place too.
    pub fn refresh_quietly(self) {
        self.ask(|shown| matches!(shown, Progress::Ready(_)));
    }

    fn ask(self, outlives_a_failure: fn(&Progress<T, E>) -> bool) {
        let Some(run) = self.run.try_update_value(|run| {
            *run = run.wrapping_add(1);
            *run
        }) else {
            return;
        };
        let Some(fetching) = self.fetcher.try_with_value(|fetch| fetch()) else {
            return;
        };
        spawn_local(async move {
            let result = fetching.await;
            // The reply to an older request is dropped.
            if self.run.try_get_value() != Some(run) {
                return;
            }
            match result {
                Ok(data) => {
                    self.progress.try_set(Progress::Ready(data));
                }
                Err(error) => {
                    if self.progress.try_with_untracked(outlives_a_failure) == Some(false) {
                        self.progress.try_set(Progress::Failed(error));
                    }
                }
            }
        });
    }
}

/// Something is coming: a few lines without words, drawn by CSS only after a moment, so that what is
/// quick does not flicker. A screen reader is told in words.
#[component]
fn Skeleton() -> impl IntoView {
    const LINES: usize = 4;
    let line = || view! { <span class="skeleton__line"></span> };
    view! {
        <div class="skeleton">
            <p class="visually-hidden" role="status">{words::frame::loading()}</p>
            <div class="skeleton__lines" aria-hidden="true">
                {(0..LINES).map(|_| line()).collect_view()}
            </div>
        </div>
    }
}

/// Renders data when they are loaded. Until then it says that they are loading; after a failure it
/// offers to try again, and tries by itself when the network is back.
#[component]
pub fn RemoteView<T, E, D, V>(
    /// The data.
    remote: Remote<T, E>,
    /// Renders the screen from a signal of the data. Called once each time the data are loaded.
    draw: D,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    E: Failure,
    D: Fn(Signal<T>) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    when_network_is_back(move || {
        if remote.progress.try_with_untracked(Progress::is_failed) == Some(true) {
            remote.reload();
        }
    });
    // Re-rendered only when the stage changes: a refreshed list must not lose the focus.
    let stage = Memo::new(move |_| remote.progress.with(Progress::without_data));
    move || {
        match stage.get() {
        Progress::Loading => view! { <Skeleton /> }.into_any(),
        Progress::Failed(error) => view! {
            <Message tone=Tone::Error>
                <p>{error.explain_reading()}</p>
                <Button look=Look::Secondary on_press=move || remote.reload()>{words::common::try_again()}</Button>
            </Message>
        }
        .into_any(),
        Progress::Ready(()) => remote.latest().map(&draw).into_any(),
    }
    }
}
