//! The words of the guide's step 6 that stand above the list.

use super::bookmark::Bookmark;
use crate::{
    config::Settings,
    navigation::href,
    routes::Route,
    session::use_session,
    ui::{Message, Tone},
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
    let note = format!(
        "Note: If you are an admin of a {brand} service, we recommend not using app passwords."
    );
    view! {
        <div class="app-passwords__intro">
            <p>
                "To sign into Outlook, Lync or other apps installed on your computer or smart phone, you'll need to create an app password. When prompted by the app, enter the app password instead of your work or school account password."
            </p>
            <p>
                "You can use the same app password with multiple apps or create a new app password for each app. "
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
