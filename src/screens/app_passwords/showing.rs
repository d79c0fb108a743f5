//! The one showing of a password: where it is held, where it is drawn, and how it goes.
//!
//! The letters are in two places only: in one [`Secret`], which is taken out and overwritten when
//! the showing ends, and in text nodes of the page, which are emptied before they are let go. No
//! signal and no view holds them, so nothing that outlives the dialog can keep them.

use super::{ListContext, on_window};
use crate::{
    api::{Api, ApiError},
    clock,
    routes::{
        Route,
        navigation::{self, href},
    },
    session,
    ui::{
        Remote, clipboard,
        letters::{blank, write_groups},
        voice,
    },
};
use contract::{
    AppPassword, AppPasswordId, AppPasswordList, Code, Delivery, Secret, limits::APP_PASSWORD_GROUP,
};
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;

/// What may be known of a password on the screen: everything but its letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its row.
    pub item: AppPassword,
    /// Whether it is the one made without asking on the first visit.
    pub initial: bool,
}

/// The showing, if there is one.
#[derive(Clone, Copy)]
pub struct ShowingFlow {
    shown: RwSignal<Option<Shown>>,
    secret: StoredValue<Option<Secret>, LocalStorage>,
    rendered_in: StoredValue<Vec<web_sys::Element>, LocalStorage>,
    /// Whether it was copied, by the button or by hand.
    pub copied: RwSignal<bool>,
    /// Whether the person is being asked if they really mean to close.
    pub asking: RwSignal<bool>,
}

impl ShowingFlow {
    /// Nothing shown yet. Ends any showing when the page is left (it may be kept whole for going back),
    /// when the screen is, and when the person goes back or forward after copying.
    pub fn start(list: Remote<AppPasswordList, ApiError>) -> Self {
        let showing = Self {
            shown: RwSignal::new(None),
            secret: StoredValue::new_local(None),
            rendered_in: StoredValue::new_local(Vec::new()),
            copied: RwSignal::new(false),
            asking: RwSignal::new(false),
        };
        on_window("pagehide", move |_| showing.forget());
        let here = href(Route::AppPasswords);
        navigation::stay_if(move || {
            let stays = untrack(|| showing.is_at_risk());
            stays.then(|| {
                showing.asking.set(true);
                here.clone()
            })
        });
        on_window("popstate", move |_| {
            if showing.is_open_untracked() {
                showing.forget();
                list.refresh_quietly();
            }
        });
        // Only while it is needed: a page that listens to this is kept by some browsers for nobody.
        Effect::new(move |_| {
            if showing.is_at_risk() {
                on_window("beforeunload", |event| event.prevent_default());
            }
        });
        Effect::new(move |_| session::hold(showing.shown().is_some()));
        on_cleanup(move || {
            session::hold(false);
            showing.forget();
        });
        showing
    }

    /// Whether leaving would lose a password: it is on the screen, and was not copied. Tracks.
    fn is_at_risk(self) -> bool {
        self.shown().is_some() && self.copied.try_get() == Some(false)
    }

    /// Starts showing a password.
    pub fn begin(self, shown: Shown, password: Secret) {
        self.forget();
        self.secret.set_value(Some(password));
        self.copied.set(false);
        self.asking.set(false);
        self.shown.set(Some(shown));
    }

    /// What is on the screen. Tracks.
    pub fn shown(self) -> Option<Shown> {
        self.shown.try_get().flatten()
    }

    /// Whether a password is on the screen, without tracking.
    pub fn is_open_untracked(self) -> bool {
        self.shown.try_with_untracked(Option::is_some) == Some(true)
    }

    /// Calls `borrow` with the letters, if there are any. It must not keep them.
    pub fn with_secret<T>(self, borrow: impl FnOnce(&str) -> T) -> Option<T> {
        self.secret
            .try_with_value(|secret| secret.as_ref().map(|secret| borrow(secret.expose())))
            .flatten()
    }

    /// Renders the letters into an element, in groups. Returns whether there were letters.
    pub fn render_into(self, element: &web_sys::Element) -> bool {
        self.write_on(element, |letters| {
            write_groups(element, letters, APP_PASSWORD_GROUP, "shown-once__group");
        })
    }

    /// Lets `write` write the letters into an element, in place of what it held. The element is emptied
    /// when the showing ends. Returns whether there were letters.
    pub fn write_on(self, element: &web_sys::Element, write: impl FnOnce(&str)) -> bool {
        self.wipe(element);
        self.rendered_in
            .try_update_value(|rendered_in| rendered_in.push(element.clone()));
        self.with_secret(write).is_some()
    }

    /// Empties an element that letters were written on, before the showing ends.
    pub fn wipe(self, element: &web_sys::Element) {
        blank(element);
        self.rendered_in
            .try_update_value(|rendered_in| rendered_in.retain(|other| other != element));
    }

    /// Ends the showing: nothing of the letters is left, not even in what is selected.
    pub fn forget(self) {
        voice::silence();
        let rendered_in = self.rendered_in.try_update_value(std::mem::take);
        for element in rendered_in.into_iter().flatten() {
            if clipboard::touches(&element) {
                clipboard::select_nothing();
            }
            blank(&element);
        }
        drop(self.secret.try_update_value(Option::take));
        self.shown.try_update(|shown| *shown = None);
    }
}

impl ListContext {
    /// It was copied or closed: its row does not call for deleting it. Told at once, because the session
    /// may end before the next step.
    pub(super) fn note_kept(self, id: &AppPasswordId) {
        self.list.update(|list| {
            for item in list.items.iter_mut().filter(|item| item.id == *id) {
                item.delivery = Delivery::Closed;
            }
        });
        report(self.api, id.clone(), Delivery::Closed);
    }
}

/// Tells the portal how far the showing came, quietly: if it cannot be told, the row says later that
/// the password cannot be shown again, which is true either way. Tried again where the session has
/// ended: the person may sign in again.
pub fn report(api: Api, id: AppPasswordId, delivery: Delivery) {
    let api = api.in_background();
    spawn_local(async move {
        for pause in [1, 4, 15, 60] {
            match api.report_delivery(id.clone(), delivery).await {
                Err(error) if error.outcome_unknown() || error.code() == Some(Code::NoSession) => {
                    clock::wait(Duration::from_secs(pause)).await;
                }
                _ => return,
            }
        }
    });
}
