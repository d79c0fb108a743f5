//! The link in the address bar: a scenario (`made_up::Scenario`), and with `world=` the name of a world
//! of its own, for frames that stand side by side; `world=memory` keeps nothing.

use crate::{session::RETURN_PARAMETER, start::boot};
use leptos::prelude::*;
use made_up::{Misread, Scenario};
use wasm_bindgen::JsValue;
use web_sys::{Url, UrlSearchParams};

/// Keys of the page itself.
const OF_THE_PAGE: [&str; 2] = [RETURN_PARAMETER, "id"];
const WORLD: &str = "world";
/// Nothing of this world is kept.
pub const MEMORY: &str = "memory";

/// What an address asks for.
pub struct Link {
    /// How a world is to begin, if one is.
    pub scenario: Option<Scenario>,
    /// What was not understood. Nothing begins then.
    pub misread: Option<Misread>,
    /// The name of this frame's world.
    pub world: String,
}

impl Link {
    /// Reads the address bar.
    pub fn read() -> Self {
        let parts = parts();
        let asked = parts.iter().find(|(key, _)| key == WORLD);
        let world = boot::world();
        // the boot script takes no name that is not plain
        let misread_world = asked
            .filter(|(_, name)| *name != world)
            .map(|(key, name)| Misread::Part(format!("{key}={name}")));
        let rest = parts.iter().filter(|(key, _)| key != WORLD);
        let read = misread_world.map_or_else(
            || Scenario::from_pairs(rest.map(|(key, value)| (key, value))),
            Err,
        );
        let (scenario, misread) = match read {
            Ok(scenario) => (scenario, None),
            Err(misread) => (None, Some(misread)),
        };
        Self {
            scenario,
            misread,
            world,
        }
    }

    /// Takes the link out of the address, so that a reload goes on where it was. A world that is not
    /// kept begins again.
    pub fn forget(&self) {
        let href = location().href().unwrap_or_default();
        let Some(url) = Url::new(&href).ok().filter(|_| self.world != MEMORY) else {
            return;
        };
        for (key, _) in parts() {
            url.search_params().delete(&key);
        }
        if let Ok(history) = window().history() {
            // replacing by an address of the same origin does not fail
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url.href()));
        }
    }
}

/// The parts of the address that are not the page's own.
fn parts() -> Vec<(String, String)> {
    let search = location().search().unwrap_or_default();
    let Ok(search) = UrlSearchParams::new_with_str(&search) else {
        return vec![];
    };
    let entries = js_sys::Array::from(&search);
    entries
        .iter()
        .filter_map(|entry| {
            let entry = js_sys::Array::from(&entry);
            Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
        })
        .filter(|(key, _)| !OF_THE_PAGE.contains(&key.as_str()))
        .collect()
}
