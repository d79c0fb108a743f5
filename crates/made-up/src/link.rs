//! A scenario in a link: `?scenario=forty&network=slow&next=POST+/app-passwords:reply-lost`. A link
//! says a [`Name`] and what differs from it.

use crate::{Scenario, conditions::Conditions, fault::Arranged, slugs::NotKnown};
use form_urlencoded::{Serializer, parse};
use std::fmt;

/// The keys that a link may hold; `scenario` comes first, and `next` and `always` may be said more
/// than once.
const KEYS: [&str; 13] = [
    "scenario",
    "person",
    "data",
    "place",
    "latency",
    "network",
    "fail",
    "next",
    "always",
    "clipboard",
    "session",
    "now",
    "seed",
];

/// A part of a link that could not be read. The link is then not followed at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misread {
    /// There is no scenario of this name.
    Scenario(String),
    /// No such key, a value that the key does not take, or a key said twice: the part as written.
    Part(String),
}

impl fmt::Display for Misread {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scenario(name) => write!(formatter, "no scenario {name:?}"),
            Self::Part(part) => write!(formatter, "{part:?} is not understood"),
        }
    }
}

impl std::error::Error for Misread {}

impl Scenario {
    /// Reads the query of a link, without the question mark. None if it is empty: then nothing begins.
    ///
    /// # Errors
    /// The first part that is not understood.
    pub fn parse(query: &str) -> Result<Option<Self>, Misread> {
        Self::from_pairs(parse(query.as_bytes()))
    }

    /// The same for the parts of a query.
    ///
    /// # Errors
    /// The first part that is not understood.
    pub fn from_pairs<K: AsRef<str>, V: AsRef<str>>(
        pairs: impl IntoIterator<Item = (K, V)>,
    ) -> Result<Option<Self>, Misread> {
        let mut said = Vec::new();
        for (key, value) in pairs {
            let (key, value) = (key.as_ref(), value.as_ref().to_owned());
            let known = KEYS.into_iter().find(|known| *known == key);
            let twice =
                said.iter().any(|(said, _)| *said == key) && !["next", "always"].contains(&key);
            match known.filter(|_| !twice) {
                Some(known) => said.push((known, value)),
                None => return Err(Misread::Part(format!("{key}={value}"))),
            }
        }
        if said.is_empty() {
            return Ok(None);
        }
        let named = said.iter().find(|(key, _)| *key == "scenario");
        let name = match named {
            Some((_, name)) => name
                .parse()
                .map_err(|NotKnown| Misread::Scenario(name.clone()))?,
            None => crate::Name::ThreeRows,
        };
        let mut scenario = Self::from(name);
        for (key, value) in said.into_iter().filter(|(key, _)| *key != "scenario") {
            let set = scenario.set(key, &value);
            set.map_err(|NotKnown| Misread::Part(format!("{key}={value}")))?;
        }
        Ok(Some(scenario))
    }

    /// The link's query: reading it gives this scenario again.
    #[must_use]
    pub fn link(&self) -> String {
        let mut link = Serializer::new(String::new());
        link.append_pair("scenario", self.name.slug());
        link.extend_pairs(self.differences());
        // readable, and read the same
        link.finish().replace("%2F", "/").replace("%3A", ":")
    }

    /// Sets what one key says.
    pub(crate) fn set(&mut self, key: &str, value: &str) -> Result<(), NotKnown> {
        let conditions = &mut self.conditions;
        match key {
            "person" => self.person = value.parse()?,
            "data" => self.data = value.parse()?,
            "place" => self.place = Some(value.parse()?),
            "latency" => conditions.latency = value.parse()?,
            "network" => conditions.network = value.parse()?,
            "fail" => conditions.fail = value.parse()?,
            "next" => conditions.arranged.push(Arranged::read(value, true)?),
            "always" => conditions.arranged.push(Arranged::read(value, false)?),
            "clipboard" => conditions.clipboard = value.parse()?,
            "session" => conditions.session = value.parse()?,
            "now" => conditions.now = Some(value.parse()?),
            "seed" => conditions.seed = Some(value.parse().map_err(|_| NotKnown)?),
            _ => return Err(NotKnown),
        }
        Ok(())
    }

    /// The keys and values in which this scenario differs from its name.
    pub(crate) fn differences(&self) -> Vec<(&'static str, String)> {
        type Part = fn(&Scenario) -> (&'static str, String);
        let named = Self::from(self.name);
        let single: [Part; 10] = [
            |it| ("person", it.person.to_string()),
            |it| ("data", it.data.to_string()),
            |it| {
                (
                    "place",
                    it.place.map(|place| place.to_string()).unwrap_or_default(),
                )
            },
            |it| ("latency", it.conditions.latency.to_string()),
            |it| ("network", it.conditions.network.to_string()),
            |it| ("fail", it.conditions.fail.to_string()),
            |it| ("clipboard", it.conditions.clipboard.to_string()),
            |it| ("session", it.conditions.session.to_string()),
            |it| ("now", written(it.conditions.now.as_ref())),
            |it| ("seed", written(it.conditions.seed.as_ref())),
        ];
        let mut differences: Vec<_> = single
            .into_iter()
            .filter(|part| part(self) != part(&named))
            .map(|part| part(self))
            .collect();
        let Conditions { arranged, .. } = &self.conditions;
        differences.extend(arranged.iter().map(|one| {
            let key = if one.once { "next" } else { "always" };
            (key, one.to_string())
        }));
        differences
    }
}

fn written(value: Option<&impl fmt::Display>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Data, Name, Network, Person};

    fn read(query: &str) -> Scenario {
        Scenario::parse(query).unwrap().unwrap()
    }

    #[test]
    fn every_part_survives_being_written() {
        for link in [
            "scenario=three-rows",
            "scenario=forty&network=slow",
            "scenario=three-rows&person=ines&data=forty&place=signed-out",
            "scenario=forty&latency=0&fail=first&clipboard=refused&now=2016-11-02T09:00:00Z&seed=7",
            "scenario=forty&latency=50/100-400&fail=30&session=ends",
            "scenario=forty&next=POST+/app-passwords:reply-lost&next=GET+/apps:503",
            "scenario=forty&always=POST+/session:429-840&next=GET+/apps:late-4000",
        ] {
            assert_eq!(read(link).link(), link);
        }
    }

    #[test]
    fn every_name_is_a_link_and_so_are_the_short_ones() {
        for name in Name::ALL {
            let link = format!("scenario={name}");
            assert_eq!(read(&link).link(), link);
        }
        assert_eq!(read("scenario=39").name, Name::ThirtyNine);
        assert_eq!(read("scenario=40").name, Name::Forty);
        assert_eq!(read("scenario=default").name, Name::ThreeRows);
        assert_eq!(read("latency=0").name, Name::ThreeRows);
        assert_eq!(Scenario::parse("").unwrap(), None);
    }

    #[test]
    fn what_is_asked_for_beside_a_name_is_added_to_it() {
        let slow = read("scenario=forty&network=slow");
        assert_eq!((slow.person, slow.data), (Person::Ines, Data::Forty));
        assert_eq!(slow.conditions.network, Network::Slow);
        assert_eq!(
            read("scenario=slow-network").conditions.network,
            Network::Slow
        );
    }

    #[test]
    fn what_is_not_understood_is_told() {
        let part = |query: &str| Scenario::parse(query).unwrap_err();
        assert_eq!(
            part("scenario=four-rows"),
            Misread::Scenario("four-rows".into())
        );
        for wrong in [
            "scenarios=forty",
            "network=fast",
            "latency=soon",
            "latency=400-100",
            "fail=101",
            "fail=often",
            "next=/app-passwords:cut",
            "next=POST /app-passwords",
            "next=POST /app-passwords:200",
            "next=PATCH /app-passwords:cut",
            "now=yesterday",
            "seed=seven",
            "seed=-1",
        ] {
            assert_eq!(part(wrong), Misread::Part(wrong.into()));
        }
        assert_eq!(part("seed=7&seed=8"), Misread::Part("seed=8".into()));
    }
}
