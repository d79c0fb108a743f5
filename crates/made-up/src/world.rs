//! Everything that is kept of a made-up world between two requests, as one value.

use crate::{Cookies, Handset, Name, Person, Scenario};
use contract::Timestamp;
use portal::State;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::collections::BTreeSet;

/// A made-up world.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct World {
    /// [`World::VERSION`] when it was made.
    pub version: u32,
    /// How it began; its conditions hold until another person is chosen.
    #[serde(serialize_with = "write", deserialize_with = "read")]
    pub scenario: Scenario,
    /// The portal's data.
    pub portal: State,
    /// The browser's part of the sessions. A made-up portal's cookies protect nothing.
    pub cookies: Cookies,
    /// The phone.
    pub handset: Handset,
    /// The time.
    pub clock: Clock,
    /// The state of its random source.
    pub(crate) random: u64,
    /// Requests that failed, and succeed the next time.
    pub(crate) failed: BTreeSet<String>,
    /// Whether the session that was to end has ended.
    pub(crate) session_ended: bool,
    /// When the person started over, in milliseconds of the machine's time; 0 for a first visit. A page
    /// that is being left may still save an older world: that one is not taken over.
    #[serde(default)]
    pub began: i64,
}

/// A world's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Clock {
    /// Milliseconds ahead of the machine.
    Ahead(i64),
    /// Stands still at this moment.
    Frozen(Timestamp),
}

impl Clock {
    /// The world's time at a moment of the machine's.
    #[must_use]
    pub const fn at(self, machine: Timestamp) -> Timestamp {
        match self {
            Self::Ahead(by) => Timestamp(machine.0 + by),
            Self::Frozen(moment) => moment,
        }
    }
}

impl World {
    /// Changes with the shape of this type or of the portal's state.
    pub const VERSION: u32 = 201 + State::VERSION;

    /// A world in which nothing has happened. `seed` is for everything random, where the scenario
    /// names none.
    #[must_use]
    pub fn fresh(scenario: Scenario, seed: u64) -> Self {
        let conditions = &scenario.conditions;
        Self {
            version: Self::VERSION,
            portal: everyone(&scenario),
            cookies: Cookies::default(),
            handset: Handset::default(),
            clock: conditions
                .now
                .as_ref()
                .map_or(Clock::Ahead(0), |moment| Clock::Frozen(moment.at)),
            random: conditions.seed.unwrap_or(seed),
            failed: BTreeSet::new(),
            session_ended: false,
            began: 0,
            scenario,
        }
    }

    /// Somebody else is chosen on the sign-in screen.
    pub fn choose(&mut self, name: Name) {
        self.scenario.choose(name);
        self.failed.clear();
        self.session_ended = false;
    }

    /// Moves the clock forward.
    pub fn advance(&mut self, milliseconds: i64) {
        match &mut self.clock {
            Clock::Frozen(moment) => moment.0 += milliseconds,
            Clock::Ahead(ahead) => *ahead += milliseconds,
        }
    }

    /// Reads a saved world. None if it is broken or another version wrote it.
    #[must_use]
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

/// The portal's data at the start.
fn everyone(scenario: &Scenario) -> State {
    let mut state = State::default();
    for name in Name::ALL {
        let person = name.person();
        let data = if person == scenario.person {
            scenario.data
        } else {
            name.data()
        };
        state = with_person(state, person, data);
    }
    state
}

fn with_person(state: State, person: Person, data: crate::Data) -> State {
    let account = match data {
        crate::Data::Empty => person.account().had_app_passwords(),
        _ => person.account(),
    };
    data.rows()
        .into_iter()
        .fold(state.with_account(account), |state, (name, day)| {
            state.with_app_password(person.email(), &name, day)
        })
}

/// A scenario is kept as its link.
fn write<S: Serializer>(scenario: &Scenario, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&scenario.link())
}

fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Scenario, D::Error> {
    let link = String::deserialize(deserializer)?;
    let scenario = Scenario::parse(&link).map_err(D::Error::custom)?;
    scenario.ok_or_else(|| D::Error::custom("no scenario"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world(link: &str) -> World {
        World::fresh(Scenario::parse(link).unwrap().unwrap(), 1)
    }

    #[test]
    fn a_world_survives_being_saved() {
        let link = "scenario=forty&network=slow&next=POST+/app-passwords:reply-lost";
        let text = serde_json::to_string(&world(link)).unwrap();
        assert_eq!(World::from_json(&text).unwrap().scenario.link(), link);
    }

    #[test]
    fn a_world_of_another_version_or_a_broken_one_is_told_apart() {
        let mut world = world("scenario=forty");
        world.version += 1;
        let other = serde_json::to_string(&world).unwrap();
        assert!(World::from_json(&other).is_none());
        assert!(World::from_json(&other[..other.len() / 2]).is_none());
        assert!(World::from_json("").is_none());
    }

    #[test]
    fn everyone_holds_what_their_name_says_and_the_person_what_the_link_says() {
        let held = |link: &str, person: Person| {
            let world = world(link);
            let rows = world.portal.app_passwords;
            rows.iter()
                .filter(|row| row.account == person.email())
                .count()
        };
        assert_eq!(held("scenario=forty", Person::Ines), 40);
        assert_eq!(held("scenario=forty", Person::Theo), 39);
        assert_eq!(held("scenario=forty", Person::Sam), 3);
        assert_eq!(held("scenario=forty", Person::Marek), 0);
        assert_eq!(held("scenario=three-rows&data=forty", Person::Sam), 40);
        assert_eq!(held("scenario=forty&person=sam", Person::Sam), 40);
    }
}
