//! The one showing of a password: where it is held, where it is drawn, and how it goes.
//!
//! The letters are in two places only: in one [`Secret`], which is taken out and overwritten when
//! the showing ends, and in text nodes of the page, which are emptied before they are let go. No
//! signal and no view holds them, so nothing that outlives the dialog can keep them.

use super::on_window;
use crate::{
    api::{Api, ApiError},
    clock,
    ui::{
        Remote, clipboard,
        letters::{blank, write_groups},
        voice,
    },
    words::AsItStands,
};
use contract::{
    AppPassword, AppPasswordId, AppPasswordList, Delivery, Secret, limits::APP_PASSWORD_GROUP,
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

/// The showing, if there is one. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Showing {
    shown: RwSignal<Option<Shown>>,
    secret: StoredValue<Option<Secret>, LocalStorage>,
    papers: StoredValue<Vec<web_sys::Element>, LocalStorage>,
    stands: StoredValue<Option<AsItStands>, LocalStorage>,
    /// Whether it was copied, by the button or by hand.
    pub copied: RwSignal<bool>,
    /// Whether the person is being asked if they really mean to close.
    pub asking: RwSignal<bool>,
}

impl Showing {
    /// Nothing shown yet. Ends any showing when the person goes back or forward, when the page is
    /// left (it may be kept whole for going back), and when the screen is.
    pub fn start(list: Remote<AppPasswordList, ApiError>) -> Self {
        let showing = Self {
            shown: RwSignal::new(None),
            secret: StoredValue::new_local(None),
            papers: StoredValue::new_local(Vec::new()),
            stands: StoredValue::new_local(None),
            copied: RwSignal::new(false),
            asking: RwSignal::new(false),
        };
        on_window("pagehide", move |_| showing.forget());
        on_window("popstate", move |_| {
            if showing.is_open_untracked() {
                showing.forget();
                list.refresh_quietly();
            }
        });
        on_cleanup(move || showing.forget());
        showing
    }

    /// Takes the password of a reply.
    pub fn begin(self, shown: Shown, password: Secret) {
        self.forget();
        self.stands.set_value(Some(AsItStands::keep()));
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

    /// Lends the letters to something that does not keep them.
    pub fn lend<T>(self, borrow: impl FnOnce(&str) -> T) -> Option<T> {
        self.secret
            .try_with_value(|secret| secret.as_ref().map(|secret| borrow(secret.expose())))
            .flatten()
    }

    /// Draws the letters into an element, in groups. Nothing stands between the groups: what is
    /// selected and copied is the password and nothing else. Tells whether there were letters.
    pub fn draw_on(self, paper: &web_sys::Element) -> bool {
        self.write_on(paper, |letters| {
            write_groups(paper, letters, APP_PASSWORD_GROUP, "shown-once__group");
        })
    }

    /// Has the letters written into an element, in place of what it held. Whatever text is in it when
    /// the showing ends is emptied then. Tells whether there were letters.
    pub fn write_on(self, paper: &web_sys::Element, write: impl FnOnce(&str)) -> bool {
        self.wipe(paper);
        self.papers
            .try_update_value(|papers| papers.push(paper.clone()));
        self.lend(write).is_some()
    }

    /// Empties an element that letters were written on, before the showing ends.
    pub fn wipe(self, paper: &web_sys::Element) {
        blank(paper);
        self.papers
            .try_update_value(|papers| papers.retain(|other| other != paper));
    }

    /// Ends the showing: nothing of the letters is left, not even in what is selected.
    pub fn forget(self) {
        voice::silence();
        let papers = self.papers.try_update_value(std::mem::take);
        for paper in papers.into_iter().flatten() {
            if clipboard::touches(&paper) {
                clipboard::select_nothing();
            }
            blank(&paper);
        }
        drop(self.secret.try_update_value(Option::take));
        self.shown.try_update(|shown| *shown = None);
        drop(self.stands.try_update_value(Option::take));
    }
}

/// Tells the portal how far the showing came, quietly: if it cannot be told, the row says later that
/// the password cannot be shown again, which is true either way.
pub fn report(api: Api, id: AppPasswordId, delivery: Delivery) {
    spawn_local(async move {
        for pause in [1, 4, 15, 60] {
            match api.report_delivery(id.clone(), delivery).await {
                Err(error) if error.is_unsettled() => clock::wait(Duration::from_secs(pause)).await,
                _ => return,
            }
        }
    });
}
