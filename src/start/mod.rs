//! From the first instruction until the screens are here. The sign-in form answers as soon as it is
//! bound; everything else comes after it.

pub mod boot;
pub mod first_screen;
pub mod second_chunk;
pub mod slices;

use self::second_chunk::{NotLoaded, SecondChunk};
use crate::{
    api::{Api, ApiError, ApiResult, transport::AnyTransport},
    frame::slots::Slots,
    screens::sign_in::SignIn,
    session::{self, Session},
    ui::{Announcer, Task},
    words,
};
use contract::{Secret, SessionState};
use futures::future::LocalBoxFuture;
use leptos::{prelude::*, task::spawn_local};
use std::cell::RefCell;

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
    /// Not there yet. Makes it available.
    pub fn provide() -> Self {
        let form = Self(StoredValue::new_local(None));
        provide_context(form);
        form
    }

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

/// Asking who is there, when the page was opened by somebody who may be signed in.
#[derive(Clone, Copy)]
pub struct Asking(Task<ApiError>);

impl Asking {
    /// Nobody has asked yet. Makes it available.
    pub fn provide() -> Self {
        let asking = Self(Task::new());
        provide_context(asking);
        asking
    }

    /// The one of this visit.
    pub fn from_context() -> Self {
        expect_context()
    }

    /// How far it is.
    pub fn task(self) -> Task<ApiError> {
        self.0
    }

    /// Asks, or asks again.
    pub fn ask(self, api: Api, session: RwSignal<Session>) {
        let work = async move { session::begin(api, session).await };
        self.0.start(work, |()| ());
    }
}

/// Opens the page: binds the form if it is to be seen, and has the rest fetched.
pub async fn open(configuration: String, transport: AnyTransport, slots: Slots) {
    let owner = Owner::new();
    let (api, session, asking, form) = owner.with(|| {
        let session = session::provide();
        words::provide();
        Announcer::provide();
        provide_context(slots);
        let api = Api::provide(transport, session, read_state);
        (api, session, Asking::provide(), FirstForm::provide())
    });
    if first_screen::is_waiting() {
        // the answer is on its way while the screens are
        owner.with(|| asking.ask(api, session));
        keep_closed(owner, configuration);
        spawn_local(async {
            if screens().await.is_err() {
                boot::fail(&words::shell::part_missing());
            }
        });
        return;
    }
    slices::breathe().await;
    if let Some(main) = first_screen::element("main") {
        let mounted = owner.with(|| leptos::mount::mount_to(main, || view! { <SignIn /> }));
        form.0.set_value(Some(Box::new(move || drop(mounted))));
    }
    keep_closed(owner, configuration);
    // The form needs no answer, so nobody is told if there is none. Whoever is signed in after all is
    // led on.
    spawn_local(async move {
        slices::breathe().await;
        let _ = session::begin(api, session).await;
    });
    // Nothing that a person waits for comes later by this. If it fails, it is tried again when it is
    // needed.
    slices::when_idle(|| {
        spawn_local(async {
            let _ = screens().await;
        });
    });
}

fn keep_closed(owner: Owner, configuration: String) {
    CLOSED.set(Some(Closed {
        owner,
        configuration,
    }));
}

/// Fetches the screens, and opens them once.
async fn screens() -> Result<SecondChunk, NotLoaded> {
    let screens = second_chunk::load().await?;
    slices::breathe().await;
    if let Some(closed) = CLOSED.take() {
        let open = || (screens.open)(&closed.configuration);
        if let Err(words) = closed.owner.with(open) {
            boot::fail(&words);
        }
        // for as long as the page is open
        std::mem::forget(closed.owner);
        slices::when_idle(|| {
            slices::end();
            boot::load_deferred();
        });
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

/// Reads the configuration, chooses the transport and opens the page.
pub async fn start() {
    slices::provide();
    let Some(configuration) = boot::configuration().await else {
        return boot::fail(&words::config::missing());
    };
    slices::breathe().await;
    #[cfg(feature = "production")]
    match crate::config::api_base(&configuration) {
        Ok(api_base) => {
            let transport = crate::api::ahead::Ahead::new(crate::api::fetch::Fetch::new(api_base));
            let transport = std::rc::Rc::new(transport);
            open(configuration, transport, Slots::default()).await;
        }
        Err(words) => return boot::fail(&words),
    }
    #[cfg(feature = "prototype")]
    {
        use crate::prototype::deferred::{DeferredTransport, slots};
        let transport = std::rc::Rc::new(DeferredTransport::new(&configuration));
        open(configuration, transport, slots()).await;
    }
    // else when the screen is here that it waits for
    if !first_screen::is_waiting() {
        first_screen::ready();
    }
}
