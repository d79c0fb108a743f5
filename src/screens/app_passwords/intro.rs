//! The words of the guide's step 6 that stand above the list.

use super::bookmark::Bookmark;
use crate::{
    config::Settings,
    routes::Route,
    routes::navigation::href,
    session::use_session,
    ui::{Message, Tone},
    words,
};
use leptos::prelude::*;

/// Both paragraphs, the way to the help page, the note for administrators, and the bookmark.
#[component]
pub fn Intro() -> impl IntoView {
    let session = use_session();
    let brand = Settings::from_context().brand();
    let administrator = Memo::new(move |_| {
        session
            .read()
            .account()
            .is_some_and(|account| account.administrator)
    });
    let note = words::app_passwords::administrators(&brand);
    view! {
        <div class="app-passwords__intro">
            <p>
                {words::app_passwords::intro()}
            </p>
            <p>
                {words::app_passwords::intro_more()}
                " "
                <a href=href(Route::Help)>{Route::Help.title()}</a>
            </p>
        </div>
        {move || {
            let note = note.clone();
            if administrator.get() {
                view! { <Message tone=Tone::Warning><p><strong>{note}</strong></p></Message> }
            } else {
                view! { <Message tone=Tone::Note><p>{note}</p></Message> }
            }
        }}
        <Bookmark />
    }
}
