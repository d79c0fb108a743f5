//! The prototype: the portal inside the tab, made-up people, and what stands beside the page (phone
//! and mail application). The made-up world itself is the crate `made-up`; here is what a browser
//! adds. Nothing of it is in a production build.

mod banner;
mod beside;
mod faults;
mod keys;
mod link;
mod mail;
mod people;
mod phone;
mod storage;
mod transport;

use crate::{
    api::transport::AnyTransport,
    clock, session,
    slots::Slots,
    words::{Text, tiles},
};
use contract::{AppTile, Configuration, SessionState};
use leptos::prelude::*;
use link::Link;
use made_up::{Clock, Machine, Misread, Name, Scenario, World};
use std::{cell::OnceCell, rc::Rc};
use storage::Storage;

/// What the prototype's widgets share.
#[derive(Clone)]
struct Prototype {
    storage: Storage,
    machine: Machine,
    /// What was not understood of the link.
    misread: Option<Misread>,
}

thread_local! {
    static PROTOTYPE: OnceCell<Prototype> = const { OnceCell::new() };
}

impl Prototype {
    /// The one that [`start`] made.
    fn current() -> Option<Self> {
        PROTOTYPE.with(|cell| cell.get().cloned())
    }
}

/// What the prototype gives the page.
#[derive(Clone)]
pub struct Parts {
    /// Answers the page's requests.
    pub transport: AnyTransport,
    /// What it puts into the page.
    pub slots: Slots,
}

thread_local! {
    static PARTS: OnceCell<Parts> = const { OnceCell::new() };
}

/// Opens the world that the address asks for, once.
pub fn start(configuration: &Configuration) -> Parts {
    PARTS.with(|parts| parts.get_or_init(|| open(configuration)).clone())
}

fn open(configuration: &Configuration) -> Parts {
    keys::mark_texts();
    beside::follow_dialogs();
    portal::normalise_with(|text, form| js_sys::JsString::from(text).normalize(form.name()).into());
    let machine = Machine::new(&configuration.brand.name, apps(), clock::timers::now);
    let link = Link::read();
    let storage = Storage::open(&link.world, first_world());
    if let Some(scenario) = &link.scenario {
        let path = location().pathname().unwrap_or_default();
        let world = machine.open(scenario.clone(), &path, seed());
        if world.cookies.is_empty() {
            session::remember(&SessionState::SignedOut); // whoever was signed in here before
        }
        storage.start_over(world);
        link.forget();
    }
    clock::set(setting(storage.peek(|world| world.clock)));
    faults::apply(&storage.peek(|world| world.scenario.conditions.clone()));
    let transport = Rc::new(transport::InPage::new(storage.clone(), machine.clone()));
    let prototype = Prototype {
        storage,
        machine,
        misread: link.misread,
    };
    PROTOTYPE.with(|cell| drop(cell.set(prototype)));
    let slots = Slots {
        sign_in: Some(|fields| view! { <people::People fields /> }.into_any()),
        banner: Some(|| view! { <banner::Banner /> }.into_any()),
        aside: &[
            || view! { <phone::Phone /> }.into_any(),
            || view! { <mail::MailApplication /> }.into_any(),
        ],
    };
    Parts { transport, slots }
}

/// The world of a visit without a link.
fn first_world() -> World {
    World::fresh(Scenario::from(Name::ThreeRows), seed())
}

/// The page's clock goes with the world's.
const fn setting(clock: Clock) -> clock::Setting {
    match clock {
        Clock::Ahead(by) => clock::Setting::Ahead(by),
        Clock::Frozen(moment) => clock::Setting::Frozen(moment),
    }
}

/// A number from the browser's random source.
fn seed() -> u64 {
    let mut bytes = [0; 8];
    if let Ok(crypto) = window().crypto() {
        // fails only for more than 65,536 bytes
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    u64::from_ne_bytes(bytes)
}

fn apps() -> Vec<AppTile> {
    let tile = |name: Text, description: Text| AppTile {
        name: name.get(),
        description: description.get(),
        address: String::new(),
    };
    vec![
        tile(tiles::mail(), tiles::mail_words()),
        tile(tiles::files(), tiles::files_words()),
        tile(tiles::meetings(), tiles::meetings_words()),
        tile(tiles::time_sheet(), tiles::time_sheet_words()),
        tile(tiles::library(), tiles::library_words()),
    ]
}
