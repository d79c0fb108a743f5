//! One create that a person started, from the name to the portal's answer. However often it is
//! tried, it makes one app password: a try whose outcome is unknown is repeated with the same key.

use super::{ListContext, deletion::Deletion, showing::Shown, typed_name::TypedName};
use crate::words::Text;
use crate::{
    api::{ApiError, ApiResult, IdempotencyKey},
    routes::Route,
    routes::navigation::Step,
    ui::Task,
};
use contract::{Code, CreatedAppPassword, Field, Problem, form};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// How the last try ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    /// There was none, or it is known what it did.
    Settled,
    /// It may have made one.
    Unknown,
    /// The portal said that there are as many as allowed.
    Full,
}

/// The create in progress.
#[derive(Clone, Copy)]
pub struct CreateFlow {
    shared: ListContext,
    /// The request.
    pub sending: Task<ApiError>,
    /// The name as far as it is typed.
    pub draft: TypedName,
    /// What happened inside the dialog, for a screen reader: the page's own live region is out of
    /// reach while a modal dialog is open.
    pub notice: RwSignal<Option<Text>>,
    key: StoredValue<Option<(String, IdempotencyKey)>, LocalStorage>,
    last: RwSignal<Last>,
    room: StoredValue<Option<Deletion>>,
    run: StoredValue<u32>,
}

impl CreateFlow {
    /// Nothing sent yet.
    pub fn new(shared: ListContext) -> Self {
        Self {
            shared,
            sending: Task::new(),
            draft: TypedName::open(),
            notice: RwSignal::new(None),
            key: StoredValue::new_local(None),
            last: RwSignal::new(Last::Settled),
            room: StoredValue::new(None),
            run: StoredValue::new(0),
        }
    }

    /// Whether one has to be deleted first. Not while the outcome of a try is unknown: the row it may
    /// have made is the one that is wanted. Tracks.
    pub fn is_full(self) -> bool {
        let known = || {
            self.shared
                .list
                .ready()
                .is_some_and(|list| list.items.len() >= list.limit)
        };
        match self.last.get() {
            Last::Full => true,
            Last::Unknown => false,
            Last::Settled => !self.sending.pending().get() && known(),
        }
    }

    /// One was deleted.
    pub fn made_room(self, deletion: Deletion) {
        self.room.set_value(Some(deletion));
        self.last.set(Last::Settled);
        self.sending.clear_error();
    }

    /// What was deleted to make room, if the room is not taken. Gives it once.
    pub fn unused_room(self) -> Option<Deletion> {
        self.room.try_update_value(Option::take).flatten()
    }

    /// Asks for an app password with this name.
    pub fn send(self, typed: String) {
        if self.sending.pending().get_untracked() {
            return;
        }
        if self.notice.read_untracked().is_some() {
            self.notice.set(None);
        }
        let composed = String::from(js_sys::JsString::from(typed.as_str()).normalize("NFC"));
        if let Err(code) = form::name::check(&composed) {
            self.sending
                .fail(ApiError::Problem(Problem::about(code, Field::Name)));
            return;
        }
        let shared = self.shared;
        let key = self.key_for(&typed);
        let run = self.run.try_get_value();
        let work = async move {
            let result = shared.api.create_app_password(typed, key).await;
            if self.run.try_get_value() == run && run.is_some() {
                self.settle(&result);
            } else {
                take_back(shared, result).await;
                return Err(ApiError::Unreachable);
            }
            result
        };
        self.sending.start(work, move |created| {
            leave_the_form();
            shared.show(created, false);
            self.unused_room();
            self.draft.clear();
            // Going back, and loading the page again, lead to the list and not to a second one.
            shared.navigator.go(Route::AppPasswords, Step::Replace);
        });
    }

    /// What is as it was draws nothing.
    fn note(self, last: Last) {
        if self.last.get_untracked() != last {
            self.last.set(last);
        }
    }

    fn is_unknown(self) -> bool {
        self.last.get_untracked() == Last::Unknown
    }

    /// The same key as long as the outcome is unknown and the name is the same, else a fresh one.
    fn key_for(self, name: &str) -> IdempotencyKey {
        let held = self
            .key
            .try_get_value()
            .flatten()
            .filter(|(held, _)| held == name);
        if let Some((_, key)) = held.filter(|_| self.is_unknown()) {
            return key;
        }
        let key = IdempotencyKey::fresh();
        self.note(Last::Settled);
        self.key.set_value(Some((name.to_owned(), key.clone())));
        key
    }

    fn settle(self, result: &ApiResult<CreatedAppPassword>) {
        let Err(error) = result else {
            return self.note(Last::Settled);
        };
        self.note(match error.code() {
            Some(Code::LimitReached) => Last::Full,
            _ if error.outcome_unknown() => Last::Unknown,
            _ => Last::Settled,
        });
        // What the list shows is older than what the portal knows.
        let list_is_old = matches!(
            error.code(),
            Some(
                Code::LimitReached
                    | Code::AlreadyShown
                    | Code::StaleAttempt
                    | Code::KeyReused
                    | Code::NotFound
                    | Code::NameTaken
                    | Code::CreationForbidden
            )
        );
        if list_is_old {
            self.shared.list.refresh_quietly();
        }
    }

    /// The dialog was left. The name stays for coming back.
    pub fn abandon(self) {
        self.run.update_value(|run| *run = run.wrapping_add(1));
        self.sending.abandon();
        self.sending.clear_error();
        if self.is_unknown() {
            self.shared.list.refresh_quietly();
        }
        self.last.set(Last::Settled);
        self.notice.set(None);
        self.key.set_value(None);
    }

    /// The person gave it up.
    pub fn cancel(self) {
        self.abandon();
        self.draft.clear();
        self.shared.navigator.go(Route::AppPasswords, Step::Replace);
    }
}

/// One that came after its dialog was left: nobody has seen it and nobody can, so it is deleted. If
/// that fails, its row says that it cannot be shown again.
async fn take_back(shared: ListContext, result: ApiResult<CreatedAppPassword>) {
    if let Ok(CreatedAppPassword { item, password }) = result {
        drop(password);
        let api = shared.api.in_background();
        // What stays then is said in the row.
        let _ = api.delete_app_password(item.id).await;
    }
    shared.list.refresh_quietly();
}

/// Taking away what has the focus makes the browser lay the page out in the middle of drawing, which
/// a slow phone takes as long for as for the rest. The password's heading has the focus next.
fn leave_the_form() {
    let focused = document().active_element();
    if let Some(field) = focused.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        // An element that has the focus can lose it.
        let _ = field.blur();
    }
}

impl ListContext {
    /// Shows a password for the first and only time.
    pub(super) fn show(self, created: CreatedAppPassword, initial: bool) {
        let CreatedAppPassword { item, password } = created;
        self.showing.begin(
            Shown {
                item: item.clone(),
                initial,
            },
            password,
        );
        self.list.update(|list| {
            list.initial_due = false;
            list.items.retain(|other| other.id != item.id);
            list.items.insert(0, item);
        });
    }
}
