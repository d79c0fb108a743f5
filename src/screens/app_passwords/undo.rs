//! After a delete, ten seconds to undo it: a quiet bar at the end of the page. The password is
//! refused all the while; undo brings the same row and the same password back.
//!
//! Where one is deleted to make room for another (the limit) nothing is offered: its place is about
//! to be taken, and an undo that would be refused a moment later is worse than none.

use super::{
    ListContext,
    deletion::{Deletion, focus_target, found, row_button},
    focus_when_drawn,
};
use crate::words::Text;
use crate::{
    api::ApiError,
    clock,
    ui::{Announcer, Button, Icon, Look, Task, named},
    words::{self, text::Failure},
};
use contract::{AppPassword, AppPasswordList, Code, Timestamp, limits};
use leptos::prelude::*;

/// Undoing the newest deletion of this window.
#[derive(Clone, Copy)]
pub struct UndoFlow {
    shared: ListContext,
    offered: RwSignal<Option<Deletion>>,
    /// The name in the sentence that is said, later than the bar is drawn: while the dialog is open
    /// nothing behind it is read out.
    said: RwSignal<Option<String>>,
    undoing: Task<ApiError>,
}

impl UndoFlow {
    /// Nothing to undo.
    pub fn new(shared: ListContext) -> Self {
        Self {
            shared,
            offered: RwSignal::new(None),
            said: RwSignal::new(None),
            undoing: Task::new(),
        }
    }

    /// Offers to bring this one back, in place of what was offered before. Gives whether there is
    /// time for it: not after a slow answer, nor if another window deleted it or the list is left.
    fn offer(self, deletion: &Deletion) -> bool {
        self.withdraw();
        let in_time = !deletion.already_deleted && deletion.undo_until > clock::now();
        in_time && self.offered.try_set(Some(deletion.clone())).is_none()
    }

    /// Says what was deleted, and offers to undo it. The focus goes to the next row, unless it is
    /// somewhere by then: the answer may come long after its dialog was left.
    pub fn follow(self, deletion: Deletion, announcer: Announcer) {
        let offered = self.offer(&deletion);
        focus_when_drawn(move || {
            if offered {
                self.say();
            } else {
                announcer.say(deletion.words());
            }
            focus_target(deletion.focus_next.as_ref()).filter(|_| focus_is_lost())
        });
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
        self.offered.try_set(None);
    }

    fn undo(self, announcer: Announcer) {
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
                row_button(&item.id)
            });
        });
    }

    /// Takes the bar away; the focus, if it is in there, goes where the delete had left it.
    fn close(self) {
        let next = self
            .offered
            .get_untracked()
            .and_then(|offer| offer.focus_next);
        let focus_is_here = document()
            .active_element()
            .is_some_and(|focused| focused.closest("#undo").is_ok_and(|bar| bar.is_some()));
        self.withdraw();
        if focus_is_here {
            focus_when_drawn(move || focus_target(next.as_ref()));
        }
    }
}

/// Whether what had the focus is gone.
fn focus_is_lost() -> bool {
    let focused = document().active_element();
    focused.is_none_or(|focused| focused.tag_name() == "BODY")
}

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

/// Why it stays deleted, if it does; what may still be tried has the words of its error.
fn refusal(code: Option<Code>) -> Option<Text> {
    match code {
        Some(Code::NotFound) => Some(words::app_passwords::undo_too_late(words::ELEMENT)),
        Some(Code::NameTaken) => Some(words::app_passwords::undo_name_taken(words::ELEMENT)),
        Some(Code::LimitReached) => Some(words::app_passwords::undo_limit_reached(words::ELEMENT)),
        _ => None,
    }
}

/// The bar. It stands in the page from the start, so that what is said in it is read out.
#[component]
pub fn UndoBar(undo: UndoFlow) -> impl IntoView {
    let announcer = Announcer::from_context();
    let (offered, undoing) = (undo.offered, undo.undoing);
    let until = move || {
        offered.with(|offer| {
            offer
                .as_ref()
                .map_or(Timestamp(0), |offer| offer.undo_until)
        })
    };
    let left = clock::countdown(Signal::derive(until));
    // What went wrong stays until it is read.
    Effect::new(move |_| {
        let idle = !undoing.pending().get() && undoing.error().get().is_none();
        if idle && left.get() == 0 && offered.with(Option::is_some) {
            undo.close();
        }
    });
    let name = Memo::new(move |_| {
        offered.with(|offer| offer.as_ref().map(|offer| offer.item.name.clone()))
    });
    let was_deleted = move || {
        let name = undo.said.get()?;
        Some(named(
            words::app_passwords::deleted_can_be_undone(words::ELEMENT),
            &name,
        ))
    };
    let failed = move || {
        let error = undoing.error().get()?;
        let sentence = match (refusal(error.code()), name.get()) {
            (Some(sentence), Some(name)) => named(sentence, &name).into_any(),
            _ => error.explain().into_any(),
        };
        Some(view! { <Icon name="error" /><p>{sentence}</p> })
    };
    let over = Memo::new(move |_| {
        let code = undoing.error().get().and_then(|error| error.code());
        refusal(code).is_some()
    });
    // What closes the bar stands where the refused button stood, and takes its focus.
    Effect::new(move |_| {
        if over.get() {
            focus_when_drawn(|| found("#undo button"));
        }
    });
    let actions = move || {
        let label = words::app_passwords::undo_deleting(&name.get()?);
        let again = (!over.get()).then(|| {
            view! {
                <Button
                    look=Look::Secondary
                    pending=undoing.pending()
                    label
                    on_press=move || undo.undo(announcer)
                >
                    {words::app_passwords::undo()}
                </Button>
            }
        });
        let close = over.get().then(|| {
            view! {
                <Button look=Look::Secondary on_press=move || undo.close()>{words::common::close()}</Button>
            }
        });
        Some(view! {
            {again}
            {close}
        })
    };
    view! {
        <div class="undo" class:undo--there=move || name.read().is_some() id="undo">
            <p class="undo__words" role="status" hidden=move || undoing.error().get().is_some()>{was_deleted}</p>
            <div class="undo__failed" role="alert">{failed}</div>
            {actions}
            <progress
                class="undo__left"
                max=limits::UNDO_SECONDS.to_string()
                prop:value=move || f64::from(left.get())
                aria-hidden="true"
            ></progress>
        </div>
    }
}
