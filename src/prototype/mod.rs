//! The prototype: the portal inside the tab, made-up people, and what stands beside the page (phone
//! and mail application). Nothing of it is in a production build.

mod banner;
mod beside;
mod faults;
mod handset;
mod in_page;
mod keys;
pub mod later;
mod link;
mod mail;
mod people;
mod phone;
mod ports;
mod scenarios;
mod storage;
mod world;

use crate::{
    api::transport::AnyTransport, clock, frame::slots::Slots, routes::Route, start::first_screen,
};
use contract::{Configuration, SessionState};
use leptos::prelude::*;
use scenarios::{Fault, Scenario};
use std::{cell::OnceCell, rc::Rc};
use storage::Storage;
use world::World;

/// Two frames of one page may have worlds of their own; today there is one.
const NAMESPACE: &str = "default";

/// What the prototype's widgets share.
#[derive(Clone)]
struct Prototype {
    storage: Storage,
    brand: String,
    /// A scenario that a link named and that does not exist.
    unknown: Option<String>,
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
    keys::mark_words();
    beside::follow_dialogs();
    portal::compose_with(|text| js_sys::JsString::from(text).normalize("NFC").into());
    let brand = configuration.brand.name.clone();
    let link = link::Link::read();
    let storage = Storage::open(NAMESPACE, World::fresh(Scenario::ThreeRows));
    if let Some(scenario) = link.scenario {
        let world = link.world(scenario, &brand, here());
        if world.cookies.is_empty() {
            first_screen::remember(&SessionState::SignedOut); // whoever was signed in here before
        }
        storage.start_over(world);
        link::forget();
    }
    clock::set(storage.peek(World::clock));
    faults::follow(Fault::None, storage.peek(|world| world.scenario.fault()));
    let transport = Rc::new(in_page::InPage::new(storage.clone(), brand.clone()));
    let prototype = Prototype {
        storage,
        brand,
        unknown: link.unknown,
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

/// The route in the address bar.
fn here() -> Option<Route> {
    let pathname = location().pathname().ok()?;
    Route::at(pathname.strip_prefix(first_screen::base().as_str())?)
}
