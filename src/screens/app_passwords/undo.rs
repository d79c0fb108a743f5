//! After a delete, some time to undo it. The password is refused all the while; undo brings the same row
//! and the same password back. The offer goes by itself, but not while somebody is at it (WCAG 2.2.1).

use super::{
    ListContext,
    deletion::{Deletion, LastDeletion, focus_target, found},
    focus_when_drawn,
};
use crate::{
    api::ApiError,
    clock,
    ui::{Announcer, Task, focus},
    words,
};
use contract::{AppPassword, AppPasswordList, Timestamp, limits::UNDO_OFFER_SECONDS};
use leptos::prelude::*;

/// Undoing the newest deletion of this window.
#[derive(Clone, Copy)]
pub struct UndoFlow {
    shared: ListContext,
    /// What can be undone.
    pub offered: RwSignal<Option<Deletion>>,
    /// When the bar goes, if nobody is at it.
    offered_until: RwSignal<Timestamp>,
    /// Whether the focus is in the bar, and whether the pointer is.
    is_at: RwSignal<(bool, bool)>,
    /// The name in the sentence that is said, later than the bar is drawn: while the dialog is open
    /// nothing behind it is read out.
    pub said: RwSignal<Option<String>>,
    /// Undoing it.
    pub undoing: Task<ApiError>,
}

impl UndoFlow {
    /// What was deleted before the list was left can still be undone.
    pub fn new(shared: ListContext) -> Self {
        let undo = Self {
            shared,
            offered: LastDeletion::of_this_person(),
            offered_until: RwSignal::new(clock::after(UNDO_OFFER_SECONDS)),
            is_at: RwSignal::new((false, false)),
            said: RwSignal::new(None),
            undoing: Task::new(),
        };
        undo.say();
        undo
    }

    /// Says what was deleted, and offers to undo it, if there is time for it: not after a slow answer,
    /// nor if another window deleted it. The focus goes there, unless it is somewhere by then: the answer
    /// may come long after its dialog was left.
    pub fn follow(self, deletion: Deletion, announcer: Announcer) {
        self.withdraw();
        let in_time = !deletion.already_deleted && deletion.undo_until > clock::now();
        if in_time {
            self.offered.try_set(Some(deletion.clone()));
            self.renew();
        }
        let is_list_left = self.said.is_disposed();
        focus_when_drawn(move || {
            let place = if in_time && !is_list_left {
                self.say();
                found(BUTTON)
            } else {
                announcer.say(deletion.words());
                focus_target(deletion.focus_next.as_ref())
            };
            place.filter(|_| focus::is_nowhere())
        });
    }

    /// From now on the bar is there for its whole time.
    fn renew(self) {
        self.offered_until.try_set(clock::after(UNDO_OFFER_SECONDS));
    }

    /// Somebody comes to the bar, or goes from it.
    pub fn note(self, change: impl FnOnce(&mut (bool, bool))) {
        self.renew();
        self.is_at.try_update(change);
    }

    /// Until when the bar is there. Tracks.
    pub fn until(self) -> Timestamp {
        let offered = self.offered.read();
        let undo_until = offered
            .as_ref()
            .map_or(Timestamp(0), |offer| offer.undo_until);
        if self.is_at.get() == (false, false) {
            undo_until.min(self.offered_until.get())
        } else {
            undo_until
        }
    }

    /// Says what was deleted.
    fn say(self) {
        let name = self
            .offered
            .try_with_untracked(|offer| offer.as_ref().map(|offer| offer.item.name.clone()));
        self.said.try_set(name.flatten());
    }

    fn withdraw(self) {
        self.undoing.abandon();
        self.undoing.clear_error();
        self.said.try_set(None);
        self.is_at.try_set((false, false));
        self.offered.try_set(None);
    }

    /// Brings it back.
    pub fn undo(self, announcer: Announcer) {
        let Some(offer) = self.offered.get_untracked() else {
            return;
        };
        let shared = self.shared;
        let work = async move {
            let restored = shared.api.restore_app_password(offer.item.id).await;
            // What stands in its way is not in the list that this window shows.
            let item = restored.inspect_err(|_| shared.list.refresh_quietly())?;
            // Inside the work, so the row is back even if another was deleted meanwhile.
            shared.change(|list| put_back(list, &item));
            Ok(item)
        };
        self.undoing.start(work, move |item| {
            self.withdraw();
            focus_when_drawn(move || {
                announcer.say(words::app_passwords::restored(&item.name));
                focus_target(Some(&item.id))
            });
        });
    }

    /// Takes the bar away. Whoever is in there goes on at the row that took the place of the deleted one.
    pub fn close(self) {
        let offer = self.offered.get_untracked();
        let is_in_bar = self.is_at.get_untracked().0;
        self.withdraw();
        if let Some(offer) = offer.filter(|_| is_in_bar) {
            focus_when_drawn(move || focus_target(offer.focus_next.as_ref()));
        }
    }

    /// The time is over. Whoever was about to press Undo is told.
    pub fn expire(self, announcer: Announcer) {
        let (is_in_bar, _) = self.is_at.get_untracked();
        if let Some(offer) = self.offered.get_untracked().filter(|_| is_in_bar) {
            announcer.say(words::app_passwords::undo_too_late(&offer.item.name));
        }
        self.close();
    }
}

/// The first button of the bar.
pub const BUTTON: &str = "#undo button";

/// The list is newest first. Of two that were made in the same instant the portal knows the order:
/// it is asked for right after.
fn put_back(list: &mut AppPasswordList, item: &AppPassword) {
    if list.items.iter().all(|other| other.id != item.id) {
        let older = |other: &AppPassword| other.created_at < item.created_at;
        let place = list.items.iter().position(older);
        list.items
            .insert(place.unwrap_or(list.items.len()), item.clone());
    }
}
