//! What is typed and not sent yet, kept in the tab's storage: a session that ends in the middle of a
//! form costs no typing. Never a secret: no password, no code, no key of an authenticator app.

use crate::{
    session::{SignOut, use_session},
    start::boot,
};
use leptos::prelude::*;

/// All names begin so; signing out removes what does.
const PREFIX: &str = "draft ";

/// Where one form of one person is kept. Another person who signs in on this tab finds nothing.
#[derive(Clone, Debug)]
pub struct Draft(String);

impl Draft {
    /// For the person who is signed in, or is setting up a second factor.
    pub fn of(form: &str) -> Self {
        let person = use_session().with_untracked(|session| {
            session
                .person()
                .map(|account| account.email.clone())
                .unwrap_or_default()
        });
        Self(format!("{PREFIX}{form} {person}"))
    }

    /// What is kept.
    pub fn read(&self) -> Option<String> {
        boot::tab().get(&self.0)
    }

    /// Keeps this in its place.
    pub fn write(&self, text: &str) {
        boot::tab().set(&self.0, Some(text));
    }

    /// It was sent, or given up.
    pub fn remove(&self) {
        boot::tab().set(&self.0, None);
    }
}

/// What [`carry_over`] has kept of a form. Gives it once.
pub fn carried_over(form: &str) -> Option<String> {
    let draft = Draft::of(form);
    let carried = draft.read();
    draft.remove();
    carried
}

/// Carries what is typed over to the next session, if this one ends by itself while what calls this
/// is on the screen; whoever leaves it before gives it up. `typed` tells what there is then.
pub fn carry_over(form: &str, typed: impl Fn() -> Option<String> + Send + Sync + 'static) {
    let draft = Draft::of(form);
    let sign_out = SignOut::from_context();
    on_cleanup(move || {
        if sign_out.is_expired()
            && let Some(text) = typed()
        {
            draft.write(&text);
        }
    });
}

/// Signed out: the tab may go to somebody else.
pub fn forget_all() {
    boot::tab().forget(PREFIX);
}
