//! Everything the prototype keeps between two loads of the page, as one value.

use super::{handset::Handset, scenarios::Scenario};
use crate::clock;
use contract::Timestamp;
use portal::State;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The made-up world of one namespace.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct World {
    /// [`World::VERSION`] when it was made.
    pub version: u32,
    /// The scenario of the newest link or person chosen.
    pub scenario: Scenario,
    /// The portal's data.
    pub portal: State,
    /// The browser's part of the sessions: cookie name to value. A made-up portal's cookies protect
    /// nothing.
    pub cookies: BTreeMap<String, String>,
    /// The on-screen phone.
    pub handset: Handset,
    /// Milliseconds that this world is ahead of the machine.
    pub ahead: i64,
    /// The moment at which this world stands still, if it does.
    pub frozen: Option<Timestamp>,
    /// The state of the seeded random source; none means the browser's real one.
    pub seed: Option<u64>,
    /// When the person started over, in milliseconds of the machine's time; 0 for a first visit. A page
    /// that is being left may still save an older world: that one is not taken over.
    #[serde(default)]
    pub began: i64,
}

impl World {
    /// Changes with the shape of this type or of the portal's state.
    pub const VERSION: u32 = 101 + State::VERSION;

    /// A world in which nothing has happened.
    pub fn fresh(scenario: Scenario) -> Self {
        Self {
            version: Self::VERSION,
            scenario,
            portal: Scenario::everyone(),
            cookies: BTreeMap::new(),
            handset: Handset::default(),
            ahead: 0,
            frozen: None,
            seed: None,
            began: 0,
        }
    }

    /// How the page's clock is to be set.
    pub fn clock(&self) -> clock::Setting {
        match self.frozen {
            Some(moment) => clock::Setting::Frozen(moment),
            None => clock::Setting::Ahead(self.ahead),
        }
    }

    /// Moves the world's clock forward.
    pub fn advance(&mut self, milliseconds: i64) {
        match &mut self.frozen {
            Some(moment) => moment.0 += milliseconds,
            None => self.ahead += milliseconds,
        }
    }

    /// Reads a saved world. None if it is broken or another version wrote it.
    pub fn from_json(text: &str) -> Option<Self> {
        #[derive(Deserialize)]
        struct Envelope {
            version: u32,
        }
        let envelope: Envelope = serde_json::from_str(text).ok()?;
        if envelope.version != Self::VERSION {
            return None;
        }
        let world: Self = serde_json::from_str(text).ok()?;
        (world.portal.version == State::VERSION).then_some(world)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_world_survives_being_saved() {
        let text = serde_json::to_string(&World::fresh(Scenario::Forty)).unwrap();
        assert_eq!(
            World::from_json(&text).map(|world| world.scenario),
            Some(Scenario::Forty)
        );
    }

    #[test]
    fn a_world_of_another_version_or_a_broken_one_is_told_apart() {
        let mut world = World::fresh(Scenario::Forty);
        world.version += 1;
        let other = serde_json::to_string(&world).unwrap();
        assert!(World::from_json(&other).is_none());
        assert!(World::from_json(&other[..other.len() / 2]).is_none());
        assert!(World::from_json("").is_none());
    }
}
