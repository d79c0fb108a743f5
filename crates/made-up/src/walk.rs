//! Opens a world and walks its person to their place, by the portal's own requests.

use crate::{Handset, Machine, PASSWORD, Place, Scenario, World};
use contract::{AnswerChallenge, Method, Secret, SelectMethod, SignIn, paths};
use serde::Serialize;

impl Machine {
    /// A new world, with its person as far as the scenario says, else as the screen at `path` needs. A
    /// person who cannot be walked there (no second factor yet) stays on the way.
    #[must_use]
    pub fn open(&self, scenario: Scenario, path: &str, seed: u64) -> World {
        let place = scenario.place.unwrap_or_else(|| Place::of_path(path));
        let mut world = World::fresh(scenario, seed);
        // it is over where it cannot go on
        let _ = self.walk(&mut world, place);
        world
    }

    fn walk(&self, world: &mut World, place: Place) -> Option<()> {
        let person = world.scenario.person;
        if place == Place::SignedOut {
            return Some(());
        }
        let form = SignIn {
            email: person.email().into(),
            password: Secret::new(PASSWORD.into()),
        };
        self.post(world, paths::SESSION, &form)?;
        person.preferred()?;
        if place == Place::PasswordGiven {
            return Some(());
        }
        let own = |code: &crate::ShownCode| code.account == person.email();
        let code = match self.codes(world).into_iter().find(own) {
            Some(shown) => {
                let method = Method::AppCode;
                self.post(world, paths::CHALLENGE, &SelectMethod { method })?;
                shown.code
            }
            None => world.handset.text_code()?.clone(),
        };
        let answer = AnswerChallenge {
            code: Some(code),
            remember_device: false,
        };
        self.post(world, paths::CHALLENGE_ANSWER, &answer)?;
        // the phone has nothing to tell any more
        world.handset = Handset::default();
        world.forget_used_codes();
        Some(())
    }

    fn post(&self, world: &mut World, path: &str, body: &impl Serialize) -> Option<()> {
        let body = serde_json::to_string(body).ok()?;
        let request = world.request("POST", path, &[], Some(&body))?;
        let reply = self.answer(world, request)?;
        world.cookies.keep(reply.headers());
        reply.status().is_success().then_some(())
    }
}
