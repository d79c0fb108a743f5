//! From the first instruction until the screens are there. The sign-in form is interactive as soon as
//! it is bound; everything else comes after it.

pub mod boot;
#[cfg(feature = "prototype")]
mod deferred_prototype;
pub mod first_screen;
pub mod second_chunk;
pub mod slices;
pub mod target;

use self::second_chunk::{NotLoaded, SecondChunk};
use crate::{
    api::{Api, ApiError, ApiResult, transport::AnyTransport},
    frame::startup::Startup,
    routes::Route,
    screens::sign_in::SignIn,
    session::{self, SignOut},
    slots::Slots,
    ui::Announcer,
    words,
};
use contract::{Secret, SessionState};
use futures::future::LocalBoxFuture;
use leptos::{prelude::*, task::spawn_local};
use std::cell::RefCell;

/// Reads the configuration, connects and opens the page.
pub async fn start() {
    slices::provide();
    let Some(configuration) = boot::configuration().await else {
        return boot::fail(&words::config::missing().get());
    };
    slices::yield_if_due().await;
    let path = location().pathname().unwrap_or_default();
    let at_list = first_screen::is_waiting() && path.contains(Route::AppPasswords.path());
    match target::connect(&configuration, at_list) {
        Ok((transport, slots)) => open(configuration, transport, slots).await,
        Err(words) => return boot::fail(&words),
    }
    // else when the screen is there that it waits for
    if !first_screen::is_waiting() {
        first_screen::ready();
    }
}

/// Opens the page: binds the form if it is to be seen, and has the rest fetched.
async fn open(configuration: String, transport: AnyTransport, slots: Slots) {
    let owner = Owner::new();
    let (api, session, startup) = owner.with(|| {
        let session = session::provide();
        words::provide();
        Announcer::provide();
        provide_context(slots);
        let hooks = session::hooks(session, SignOut::provide());
        let api = Api::provide(transport, hooks, read_state);
        (api, session, Startup::provide())
    });
    if first_screen::is_waiting() {
        // the answer is on its way while the screens are
        owner.with(|| startup.ask(api, session));
        Unopened::keep(owner, configuration);
        spawn_local(async {
            if screens().await.is_err() {
                boot::fail(&words::shell::part_missing().get());
            }
        });
        return;
    }
    slices::yield_if_due().await;
    if let Some(main) = first_screen::element("main") {
        let mounted = owner.with(|| leptos::mount::mount_to(main, || view! { <SignIn /> }));
        startup.keep_form(move || drop(mounted));
    }
    Unopened::keep(owner, configuration);
    // The form needs no answer, so a failure is not shown. Somebody who is signed in after all is
    // redirected.
    spawn_local(async move {
        slices::yield_if_due().await;
        let _ = session::begin(api, session).await;
    });
    // This does not delay anything the user is waiting for. If it fails, it is tried again when it is
    // needed.
    slices::when_idle(|| {
        spawn_local(async {
            let _ = screens().await;
        });
    });
}

/// What the screens are opened with, until they are.
struct Unopened {
    owner: Owner,
    configuration: String,
}

thread_local! {
    static UNOPENED: RefCell<Option<Unopened>> = const { RefCell::new(None) };
}

impl Unopened {
    fn keep(owner: Owner, configuration: String) {
        UNOPENED.set(Some(Self {
            owner,
            configuration,
        }));
    }
}

/// Fetches the screens, and opens them once.
async fn screens() -> Result<SecondChunk, NotLoaded> {
    let screens = second_chunk::load().await?;
    slices::yield_if_due().await;
    if let Some(unopened) = UNOPENED.take() {
        let open = || (screens.open)(&unopened.configuration);
        if let Err(words) = unopened.owner.with(open) {
            boot::fail(&words);
        }
        // for as long as the page is open
        std::mem::forget(unopened.owner);
        slices::when_idle(|| {
            slices::end();
            boot::load_deferred();
        });
    }
    Ok(screens)
}

/// [`SessionState`] is deserialised in the second chunk, which anyone signed in needs anyway.
fn read_state(text: Secret) -> LocalBoxFuture<'static, ApiResult<SessionState>> {
    Box::pin(async move {
        let screens = screens().await.map_err(|NotLoaded| ApiError::Incomplete)?;
        (screens.read_state)(&text).ok_or(ApiError::Unreadable(200))
    })
}
