//! What surrounds every screen: skip link, header with the account menu, main, live region; and what
//! happens on arrival: title, announcement, focus, and being led elsewhere when signed out.

use crate::{
    api::Api,
    config::Settings,
    navigation::{Step, href, use_navigator, use_route},
    routes::Route,
    session::{self, Session, use_session},
    slots::Slots,
    text,
    ui::{Announcer, Button, Icon, Look, Message, Task, Tone},
};
use contract::SessionState;
use leptos::{html, prelude::*};
use leptos_router::hooks::use_query_map;
use wasm_bindgen::JsCast;

/// The frame around the screens.
#[component]
pub fn Shell(children: ChildrenFn) -> impl IntoView {
    let session = use_session();
    let api = Api::from_context();
    let opening = Task::new();
    let open = move || {
        opening.start(async move { session::refresh(api, session).await }, |()| ());
    };
    open();
    let known = Memo::new(move |_| *session.read() != Session::Unknown);
    lead_to_where_one_may_be();
    announce_arrival();
    let slots = Slots::from_context();
    view! {
        <a class="skip-link" href="#main" rel="external" on:click=skip_to_main>"Skip to main content"</a>
        {slots.banner.map(|banner| banner())}
        <div class="frame">
            <div class="frame__page">
                <Header />
                <main class="page" id="main" tabindex="-1">
                    {move || {
                        if known.get() {
                            children().into_any()
                        } else if let Some(error) = opening.error().get() {
                            view! {
                                <h1>"The portal does not answer"</h1>
                                <Message tone=Tone::Error>
                                    <p>{text::explain(&error)}</p>
                                    <Button look=Look::Secondary on_press=open>"Try again"</Button>
                                </Message>
                            }
                                .into_any()
                        } else {
                            view! {
                                <p class="loading" role="status">
                                    {move || if opening.slow().get() { "Still working…" } else { "Loading…" }}
                                </p>
                            }
                                .into_any()
                        }
                    }}
                </main>
            </div>
            {slots.aside.map(|aside| aside())}
        </div>
        {Announcer::from_context().region()}
    }
}

/// Moves the focus instead of the address: the address belongs to the router.
fn skip_to_main(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    if let Some(main) = document()
        .get_element_by_id("main")
        .and_then(|main| main.dyn_into::<web_sys::HtmlElement>().ok())
    {
        // Focusing an element that is in the page does not fail.
        let _ = main.focus();
        main.scroll_into_view();
    }
}

#[component]
fn Header() -> impl IntoView {
    let session = use_session();
    let settings = Settings::from_context().get();
    let home = move || match &*session.read() {
        Session::Known(SessionState::SignedIn(_)) => href(Route::Apps),
        _ => href(Route::SignIn),
    };
    let account = Memo::new(move |_| session.read().account().cloned());
    view! {
        <header class="header">
            <a class="header__brand" href=home>
                <Icon name="key" />
                <span>{settings.brand.name}</span>
                <span class="header__portal">{settings.brand.portal}</span>
            </a>
            {move || account.get().map(|account| view! { <AccountMenu name=account.name email=account.email /> })}
        </header>
    }
}

/// The person's name, top right, holds Profile and Sign out (step 3 of the guide).
#[component]
fn AccountMenu(name: String, email: String) -> impl IntoView {
    let session = use_session();
    let api = Api::from_context();
    let signing_out = Task::new();
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
    let sign_out = move || {
        signing_out.start(api.sign_out(), move |()| {
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
                <span>{name}</span>
            </button>
            <div class="account-menu__list" id="account-menu" hidden=move || !open.get()>
                <p class="account-menu__email">{email}</p>
                <a href=href(Route::Profile) on:click=move |_| close(false)>"Profile"</a>
                <Button look=Look::Plain pending=signing_out.pending() on_press=sign_out>"Sign out"</Button>
                {move || signing_out.error().get().map(|error| view! {
                    <Message tone=Tone::Error><p>{text::explain(&error)}</p></Message>
                })}
            </div>
        </div>
    }
}

/// Leads a visitor who may not be here to where they may, and remembers where they wanted to go.
fn lead_to_where_one_may_be() {
    let session = use_session();
    let route = use_route();
    let query = use_query_map();
    let navigator = use_navigator();
    Effect::new(move |_| {
        let (Some(route), Session::Known(state)) = (route.get(), session.get()) else {
            return;
        };
        let query = query.get_untracked();
        let wanted = session::wanted(&query);
        let Some(target) = route.redirect(&state, wanted) else {
            return;
        };
        let remembered = if route.worth_returning_to() {
            Some(route)
        } else {
            wanted
        };
        let query = match (remembered, &state) {
            (_, SessionState::SignedIn(_)) | (None, _) => String::new(),
            (Some(wanted), _) => format!("?{}={}", session::RETURN_PARAMETER, wanted.path()),
        };
        navigator.go_with(target, &query, Step::Replace);
    });
}

/// On arrival: the window's title, and the focus on the screen's heading, which a screen reader then
/// reads. Not on the first screen of a visit: there the browser itself announces the page.
fn announce_arrival() {
    let route = use_route();
    let session = use_session();
    let brand = Settings::from_context().brand();
    Effect::new(move |before: Option<Option<Route>>| {
        let here = route.get();
        let ready = session.with(|session| *session != Session::Unknown);
        if !ready {
            return None;
        }
        let title = here.map_or("Page not found", Route::title);
        document().set_title(&format!("{title} - {brand}"));
        let stays = matches!(
            (before.flatten(), here),
            (
                Some(Route::AppPasswords | Route::CreateAppPassword),
                Some(Route::AppPasswords | Route::CreateAppPassword)
            )
        );
        if before.flatten().is_some() && before.flatten() != here && !stays {
            focus_heading();
        }
        here
    });
}

/// Moves the focus to the screen's heading, once the screen is drawn; a field that asked for the
/// focus itself keeps it.
fn focus_heading() {
    request_animation_frame(|| {
        let focus_is_in_main = document().active_element().is_some_and(|focused| {
            focused
                .closest("main, dialog")
                .ok()
                .flatten()
                .is_some_and(|_| focused.id() != "main")
        });
        if focus_is_in_main {
            return;
        }
        let heading = document().query_selector("main h1").ok().flatten();
        if let Some(heading) =
            heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok())
        {
            heading.set_tab_index(-1);
            // Focusing an element that is in the page does not fail.
            let _ = heading.focus();
        }
    });
}
