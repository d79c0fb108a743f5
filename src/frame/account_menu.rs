//! The person's name, top right, and what it opens.

use crate::{
    api::{Api, ApiError},
    routes::Route,
    routes::navigation::href,
    session::drafts,
    session::{self, use_session},
    ui::{Button, Icon, Look, Outcome, Task},
    words,
};
use contract::SessionState;
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

/// The person's name, top right, holds Profile and Sign out (step 3 of the guide).
#[component]
pub fn AccountMenu(
    /// The person's name.
    name: String,
    /// The e-mail address they signed in with.
    email: String,
) -> impl IntoView {
    let session = use_session();
    let api = Api::from_context();
    let signing_out = Task::<ApiError>::new();
    let open = RwSignal::new(false);
    let opener = NodeRef::<html::Button>::new();
    let menu = NodeRef::<html::Div>::new();
    let close = move |focus_back: bool| {
        open.set(false);
        if focus_back && let Some(opener) = opener.get_untracked() {
            // Focusing an element that is in the page does not fail.
            let _ = opener.focus();
        }
    };
    // A click on the empty page gives the focus to nothing.
    let elsewhere = window_event_listener(ev::pointerdown, move |event| {
        let pressed = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if open.get_untracked()
            && menu
                .get_untracked()
                .is_some_and(|menu| !menu.contains(pressed.as_ref()))
        {
            close(false);
        }
    });
    on_cleanup(move || elsewhere.remove());
    let sign_out = move || {
        signing_out.start(api.sign_out(), move |()| {
            drafts::forget_all();
            session::enter(session, SessionState::SignedOut);
        });
    };
    view! {
        <div
            class="account-menu"
            node_ref=menu
            on:keydown=move |event| {
                if event.key() == "Escape" && open.get_untracked() {
                    close(true);
                }
            }
            on:focusout=move |event| {
                // The browser sends this also when the menu leaves the page with the focus in it
                // (Sign out): then its values are gone.
                let Some(menu) = menu.try_get_untracked().flatten() else { return };
                let next = event.related_target().and_then(|next| next.dyn_into::<web_sys::Node>().ok());
                if next.is_some() && !menu.contains(next.as_ref()) {
                    close(false);
                }
            }
        >
            <button
                class="account-menu__opener"
                type="button"
                aria-expanded=move || open.get().to_string()
                aria-controls="account-menu"
                node_ref=opener
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon name="person" />
                <span><bdi>{name}</bdi></span>
            </button>
            <div class="account-menu__list" id="account-menu" hidden=move || !open.get()>
                <p class="account-menu__email"><bdi dir="ltr">{email}</bdi></p>
                <a href=href(Route::Profile) on:click=move |_| close(false)>{words::routes::profile()}</a>
                <Button look=Look::Plain pending=signing_out.pending() on_press=sign_out>{words::shell::sign_out()}</Button>
                <Outcome of=signing_out />
            </div>
        </div>
    }
}
