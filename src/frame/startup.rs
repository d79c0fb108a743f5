//! What the start of the page hands to the frame.

use crate::{
    api::{Api, ApiError},
    session::{self, Session},
    ui::Task,
};
use leptos::prelude::*;

/// The sign-in form that was there before the screens, and the question who is signed in.
#[derive(Clone, Copy)]
pub struct Startup {
    form: StoredValue<Option<Box<dyn FnOnce()>>, LocalStorage>,
    asking: Task<ApiError>,
}

impl Startup {
    /// Makes it available.
    pub fn provide() -> Self {
        let startup = Self {
            form: StoredValue::new_local(None),
            asking: Task::new(),
        };
        provide_context(startup);
        startup
    }

    /// Reads it from context. Panics if it was not provided.
    pub fn from_context() -> Self {
        expect_context()
    }

    /// The form was bound; `remove` takes it away.
    pub fn keep_form(self, remove: impl FnOnce() + 'static) {
        self.form.set_value(Some(Box::new(remove)));
    }

    /// Whether the form is still there.
    pub fn has_form(self) -> bool {
        self.form.with_value(Option::is_some)
    }

    /// Takes the form away.
    pub fn remove_form(self) {
        if let Some(remove) = self.form.try_update_value(Option::take).flatten() {
            remove();
        }
    }

    /// Asks who is signed in, or asks again.
    pub fn ask(self, api: Api, session: RwSignal<Session>) {
        let work = async move { session::begin(api, session).await };
        self.asking.start(work, |()| ());
    }

    /// That question.
    pub fn asking(self) -> Task<ApiError> {
        self.asking
    }
}
