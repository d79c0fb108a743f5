//! From the first instruction until the screens are here. The sign-in form answers as soon as it is
//! bound; everything else comes after it.

use crate::{
    api::{Api, ApiError, ApiResult, transport::AnyTransport},
    behind_sign_in::{self, BehindSignIn, NotLoaded},
    clock, first_screen,
    screens::sign_in::SignIn,
    session,
    slots::Slots,
    ui::Announcer,
};
use contract::{Secret, SessionState};
use futures::future::LocalBoxFuture;
use leptos::{prelude::*, task::spawn_local};
use std::{cell::RefCell, time::Duration};

const MISSING: &str = "A part of it could not be fetched: the connection may be away, or the portal was renewed while this page was open. Nothing was changed. Try again.";

/// What the screens are opened with, until they are.
struct Closed {
    owner: Owner,
    configuration: String,
}

thread_local! {
    static CLOSED: RefCell<Option<Closed>> = const { RefCell::new(None) };
}

/// The sign-in form that was there before the screens; the shell lets go of it.
#[derive(Clone, Copy)]
pub struct FirstForm(StoredValue<Option<Box<dyn FnOnce()>>, LocalStorage>);

impl FirstForm {
    /// The one of this visit.
    pub fn from_context() -> Self {
        expect_context()
    }

    /// Whether it is still there.
    pub fn is_there(self) -> bool {
        self.0.with_value(Option::is_some)
    }

    /// Takes it away.
    pub fn leave(self) {
        if let Some(leave) = self.0.try_update_value(Option::take).flatten() {
            leave();
        }
    }
}

/// Opens the page: binds the form if it is to be seen, and fetches the rest.
pub fn open(configuration: String, transport: AnyTransport, slots: Slots) {
    // Leptos starts it with the first mount, which may come later here. An error means that it runs.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.with(|| {
        let session = session::provide();
        clock::provide();
        Announcer::provide();
        provide_context(slots);
        let api = Api::provide(transport, session, read_state);
        let form = FirstForm(StoredValue::new_local(None));
        provide_context(form);
        if first_screen::is_waiting() {
            return;
        }
        if let Some(main) = first_screen::element("main") {
            let mounted = leptos::mount::mount_to(main, || view! { <SignIn /> });
            form.0.set_value(Some(Box::new(move || drop(mounted))));
        }
        // The form needs no answer, so nobody is told if there is none. Whoever is signed in after
        // all is led on.
        spawn_local(async move {
            let _ = session::begin(api, session).await;
        });
    });
    CLOSED.set(Some(Closed {
        owner,
        configuration,
    }));
    if first_screen::is_waiting() {
        spawn_local(async {
            if screens().await.is_err() {
                first_screen::fail(MISSING);
            }
        });
    } else {
        // Nothing that a person waits for comes later by this. If it fails, it is tried again when it
        // is needed.
        let fetch = || {
            spawn_local(async {
                let _ = screens().await;
            });
        };
        // WebKit does not tell when it is idle; by then the form has been painted
        if request_idle_callback_with_handle(fetch).is_err() {
            set_timeout(fetch, Duration::from_millis(50));
        }
    }
}

/// Fetches the screens, and opens them once.
async fn screens() -> Result<BehindSignIn, NotLoaded> {
    let screens = behind_sign_in::load().await?;
    if let Some(closed) = CLOSED.take() {
        let open = || (screens.open)(&closed.configuration);
        if let Err(words) = closed.owner.with(open) {
            first_screen::fail(&words);
        }
        // for as long as the page is open
        std::mem::forget(closed.owner);
    }
    Ok(screens)
}

/// Whoever is not signed out sees a screen behind sign-in, and its file knows how to read the state.
fn read_state(text: Secret) -> LocalBoxFuture<'static, ApiResult<SessionState>> {
    Box::pin(async move {
        let screens = screens().await.map_err(|NotLoaded| ApiError::Incomplete)?;
        (screens.read_state)(&text).ok_or(ApiError::Unreadable(200))
    })
}
