//! Links of the prototype: `?scenario=forty`, and on demand `&now=2016-11-02T09:00:00Z` (the clock
//! stands still there) and `&seed=7` (the same random bytes each time). The same link gives the same
//! pixels.

use super::{
    in_page::answer,
    scenarios::{PASSWORD, Scenario},
    world::World,
};
use crate::{
    api::transport::{Request, Verb},
    routes::Route,
};
use contract::{AnswerChallenge, Method, Secret, SelectMethod, SignIn, Timestamp, paths};
use leptos::prelude::*;
use portal::code_now;
use serde::Serialize;

/// What an address asks for.
pub struct Link {
    /// A scenario, known.
    pub scenario: Option<Scenario>,
    /// A scenario, unknown.
    pub unknown: Option<String>,
    now: Option<Timestamp>,
    seed: Option<u64>,
}

impl Link {
    /// Reads the address bar.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "milliseconds of this millennium fit into 53 bits"
    )]
    pub fn read() -> Self {
        let query = location()
            .search()
            .ok()
            .and_then(|search| web_sys::UrlSearchParams::new_with_str(&search).ok());
        let get = |name: &str| query.as_ref().and_then(|query| query.get(name));
        let asked = get("scenario");
        let scenario = asked.as_deref().and_then(Scenario::from_slug);
        let now = get("now")
            .map(|text| js_sys::Date::parse(&text))
            .filter(|moment| moment.is_finite());
        Self {
            scenario,
            unknown: asked.filter(|_| scenario.is_none()),
            now: now.map(|moment| Timestamp(moment as i64)),
            seed: get("seed").and_then(|seed| seed.parse().ok()),
        }
    }

    /// The world of this link. A link to a screen behind sign-in opens that screen, signed in.
    pub fn world(&self, scenario: Scenario, brand: &str, route: Option<Route>) -> World {
        let mut world = World {
            frozen: self.now,
            seed: self.seed,
            ..World::fresh(scenario)
        };
        let place = match route {
            None | Some(Route::SignIn | Route::Help) => Place::SignedOut,
            Some(Route::Verify | Route::SetUpSecondFactor) => Place::PasswordGiven,
            Some(_) => Place::SignedIn,
        };
        // A scenario that cannot be walked to its place begins at sign in.
        let _ = walk(&mut world, scenario, brand, place);
        world
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    SignedOut,
    PasswordGiven,
    SignedIn,
}

/// Signs the person in by the portal's own requests, as far as the place needs.
fn walk(world: &mut World, scenario: Scenario, brand: &str, place: Place) -> Option<()> {
    if place == Place::SignedOut {
        return Some(());
    }
    let form = SignIn {
        email: scenario.email().into(),
        password: Secret::new(PASSWORD.into()),
    };
    post(world, brand, paths::SESSION, &form)?;
    if place == Place::PasswordGiven {
        return Some(());
    }
    let account = world.portal.accounts.get(scenario.email())?.clone();
    account.preferred?;
    let code = match account.authenticator {
        Some(authenticator) => {
            post(
                world,
                brand,
                paths::CHALLENGE,
                &SelectMethod {
                    method: Method::AppCode,
                },
            )?;
            code_now(
                authenticator.key.text(),
                crate::clock::now_in(world.clock()),
            )?
        }
        None => world.handset.messages.last()?.code.clone(),
    };
    post(
        world,
        brand,
        paths::CHALLENGE_ANSWER,
        &AnswerChallenge {
            code: Some(code),
            remember_device: false,
        },
    )?;
    // The phone has nothing to tell any more, and the code from the app may be used again.
    world.handset = super::handset::Handset::default();
    if let Some(authenticator) = world
        .portal
        .accounts
        .get_mut(scenario.email())
        .and_then(|account| account.authenticator.as_mut())
    {
        authenticator.last_step = None;
    }
    Some(())
}

fn post(world: &mut World, brand: &str, path: &str, body: &impl Serialize) -> Option<()> {
    let body = Some(Secret::new(serde_json::to_string(body).ok()?));
    let reply = answer(
        world,
        brand,
        Request {
            verb: Verb::Post,
            path: path.into(),
            headers: vec![],
            body,
        },
    )?;
    (reply.status < 300).then_some(())
}

/// Takes the link's words out of the address, so that a reload goes on where it was.
pub fn forget() {
    let Ok(url) = web_sys::Url::new(&location().href().unwrap_or_default()) else {
        return;
    };
    for name in ["scenario", "now", "seed"] {
        url.search_params().delete(name);
    }
    if let Ok(history) = window().history() {
        // Replacing by an address of the same origin does not fail.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&url.href()));
    }
}
