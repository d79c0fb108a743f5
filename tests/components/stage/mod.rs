//! The page on a stage: its frame as `index.html` has it, the screen of an address, a session in a given
//! state, and nothing around it that a test does not decide: answers, time, storage.

pub mod clipboard;
mod part;
mod people;
mod script;
mod time;
pub mod voice;

pub use part::{Part, Role};
pub use people::*;
pub use script::{Asked, Script};

use app_password_portal::{
    api::Api,
    clock::Manual,
    config::{self, Settings},
    frame::{Shell, router, startup::Startup},
    routes::navigation,
    screens::{app_passwords::LastDeletion, help::JustMade},
    session::{self, Session, SignOut},
    ui::Announcer,
};
use contract::SessionState;
use leptos::prelude::*;
use leptos_router::components::Router;
use std::{any::Any, ops::Deref, rc::Rc, time::Duration};
use wasm_bindgen::prelude::*;

const FRAME: &str = include_str!("../../../index.html");
const CONFIGURATION: &str = include_str!("../../../public/config.json");

#[wasm_bindgen(module = "/tests/components/stage/page.js")]
extern "C" {
    #[wasm_bindgen(js_name = frame)]
    fn frame_of(html: &str) -> web_sys::Element;
    fn portal();
    fn announced() -> Vec<String>;
    fn kept() -> String;
    #[wasm_bindgen(js_name = asksBeforeLeaving)]
    fn asks_before_leaving() -> bool;
    #[wasm_bindgen(js_name = backTo)]
    fn back_to(address: &str);
    #[wasm_bindgen(js_name = pressNothing)]
    fn press_nothing();
    #[wasm_bindgen(js_name = stepsBack)]
    fn steps_back() -> u32;
}

/// A second.
pub const SECOND: Duration = Duration::from_secs(1);

/// The page. All of it is the person's, so a stage finds and sees like a [`Part`].
pub struct Stage {
    page: Part,
    owner: Owner,
    script: Rc<Script>,
    time: Rc<Manual>,
    session: RwSignal<Session>,
    mounted: Option<Box<dyn Any>>,
}

impl Stage {
    /// Opens the page at this address, for a visitor of whom the portal has said this already; or has
    /// not said anything yet.
    pub async fn open(state: impl Into<Option<SessionState>>, address: &str) -> Self {
        clear();
        let time = time::hold();
        portal();
        let state = state.into();
        first_shows_the_form(state.is_some() || address.starts_with("/?") || address == "/");
        let history = window().history().expect("a history");
        history
            .replace_state_with_url(&JsValue::NULL, "", Some(address))
            .expect("an address of this page");
        let frame = frame_of(FRAME);
        // what the router draws itself is the region that is read out, and nothing to be seen
        let beside = document().create_element("div").expect("an element");
        for part in [&frame, &beside] {
            part.set_attribute("data-stage", "").expect("an element");
            let body = document().body().expect("a body");
            body.append_child(part).expect("the body takes it");
        }

        // an error means that an earlier test has done it
        let _ = any_spawner::Executor::init_wasm_bindgen();
        let owner = Owner::new();
        let script = Rc::new(Script::default());
        let (session, mounted) = owner.with(|| {
            let session = session::provide();
            let asks = state.is_none();
            if let Some(state) = state {
                session.set(Session::Known(state));
            }
            Announcer::provide();
            let hooks = session::hooks(session, SignOut::provide());
            let api = Api::provide(script.clone(), hooks, script::read_state);
            let startup = Startup::provide();
            if asks {
                startup.ask(api, session);
            }
            Settings::provide(config::read(CONFIGURATION).expect("a configuration"));
            navigation::provide_base(String::new());
            JustMade::provide();
            LastDeletion::provide();
            let page = || view! { <Router><Shell screens=router::screen /></Router> };
            (
                session,
                leptos::mount::mount_to(beside.unchecked_into(), page),
            )
        });
        let stage = Self {
            page: Part(frame),
            owner,
            script,
            time,
            session,
            mounted: Some(Box::new(mounted)),
        };
        settle().await;
        stage
    }

    /// The oldest request of this kind that waits for its answer.
    pub fn asked(&self, request: &str) -> Asked {
        self.script.take(request)
    }

    /// Whether a request of this kind waits for its answer.
    pub fn is_asking(&self, request: &str) -> bool {
        self.script.is_open(request)
    }

    /// How often this was asked so far.
    pub fn count_asked(&self, request: &str) -> usize {
        self.script.count(request)
    }

    /// Lets time pass: whatever is due happens, in its order.
    pub async fn after(&self, time: Duration) {
        time::advance(&self.time, time).await;
    }

    /// Fails unless a screen reader is told this by itself.
    pub fn announces(&self, words: &str) {
        let announced = announced();
        assert!(
            announced.iter().any(|said| said.contains(words)),
            "not announced: {words}\nannounced: {announced:#?}"
        );
    }

    /// Fails if a screen reader is told this by itself.
    pub fn does_not_announce(&self, words: &str) {
        let announced = announced();
        assert!(
            !announced.iter().any(|said| said.contains(words)),
            "announced: {announced:#?}"
        );
    }

    /// Where the person is: path and query.
    pub fn address(&self) -> String {
        let location = window().location();
        location.pathname().expect("a path") + &location.search().expect("a query")
    }

    /// How many steps the page has added to the history, that is to what **Back** goes through.
    pub fn steps_back(&self) -> u32 {
        steps_back()
    }

    /// What has the focus, by role and name; empty if nothing has.
    pub fn focus(&self) -> String {
        document()
            .active_element()
            .map(|focused| Part(focused).title())
            .unwrap_or_default()
    }

    /// What can be read where the focus is.
    pub fn focused_words(&self) -> String {
        document()
            .active_element()
            .map(|focused| Part(focused).words())
            .unwrap_or_default()
    }

    /// Presses a key where the focus is.
    pub async fn press(&self, key: &str) {
        Part(document().active_element().expect("a focus"))
            .key(key)
            .await;
    }

    /// Whether the browser asks before the page is left.
    pub fn asks_before_leaving(&self) -> bool {
        asks_before_leaving()
    }

    /// Goes back, to this address.
    pub async fn go_back_to(&self, address: &str) {
        back_to(address);
        settle().await;
    }

    /// Clicks on the empty page: nothing has the focus then.
    pub async fn lose_focus(&self) {
        press_nothing();
        settle().await;
    }

    /// The person comes back to this window from another.
    pub async fn come_back(&self) {
        let event = web_sys::Event::new("focus").expect("an event");
        window().dispatch_event(&event).expect("it is sent");
        settle().await;
    }

    /// All that the page leaves where others may find it: the address, the title, the storage, the page
    /// itself.
    pub fn kept(&self) -> String {
        kept()
    }

    /// What the page knows of the session.
    pub fn session(&self) -> Session {
        self.session.get_untracked()
    }
}

impl Deref for Stage {
    type Target = Part;

    fn deref(&self) -> &Part {
        &self.page
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.mounted.take();
        self.owner.cleanup();
        clear();
    }
}

/// As the boot script says it of this visit: the form is seen at once, or held back until the portal
/// has said who is there.
fn first_shows_the_form(form: bool) {
    let root = document().document_element().expect("a page");
    let first = if form { "sign-in" } else { "waiting" };
    root.set_attribute("data-first", first).expect("an element");
}

/// Takes away what is left of the test before, which ran no destructor if it failed.
fn clear() {
    while let Ok(Some(old)) = document().query_selector("[data-stage]") {
        old.remove();
    }
    for storage in [window().local_storage(), window().session_storage()] {
        storage
            .expect("a storage")
            .expect("a storage")
            .clear()
            .expect("it is not forbidden");
    }
}

/// Runs all that is ready, and what is drawn because of it.
pub async fn settle() {
    time::settle().await;
}
