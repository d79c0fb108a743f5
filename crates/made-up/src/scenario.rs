//! A scenario: a person, their data, a place and conditions. It travels in a link (see `link.rs`).

use crate::{Clipboard, Conditions, Data, Network, Person, Place, conditions::Fail};

crate::slugs::slugs! {
    /// The names of common combinations, in the order in which the sign-in screen offers their people.
    Name {
        /// The guide's own: three app passwords, a code by text message
        ThreeRows "three-rows" or "default";
        /// The initial app password is due
        FirstVisit "first-visit";
        /// The last app password was deleted
        Empty "empty";
        /// One app password
        One "one";
        /// One below the limit
        ThirtyNine "thirty-nine" or "39";
        /// At the limit
        Forty "forty" or "40";
        /// Policy forbids new ones
        CreationForbidden "creation-forbidden";
        /// An administrator
        Administrator "administrator";
        /// A second factor has to be set up first
        NoSecondFactor "no-second-factor";
        /// Text messages are the only method
        PrefersText "prefers-text";
        /// Called on the authentication phone
        PrefersCall "prefers-call";
        /// Called on the office phone
        PrefersOfficeCall "prefers-office-call";
        /// Approves a notification
        PrefersNotification "prefers-notification";
        /// Enters a code from the authenticator app
        PrefersAppCode "prefers-app-code";
        /// Names that a screen must not break over
        LongNames "long-names";
        /// Replies take 4 seconds, and the one to the second factor 10
        SlowNetwork "slow-network";
        /// The first try of everything fails
        ServerFailing "server-failing";
        /// The browser refuses the clipboard
        ClipboardRefused "clipboard-refused";
        /// The session ends when something is sent, once
        SessionEnds "session-ends";
        /// Nothing arrives
        Offline "offline";
    }
}

impl Name {
    /// Whom it is about.
    #[must_use]
    pub const fn person(self) -> Person {
        match self {
            Self::ThreeRows => Person::Sam,
            Self::FirstVisit => Person::Noa,
            Self::Empty => Person::Marek,
            Self::One => Person::Wanjiru,
            Self::ThirtyNine => Person::Theo,
            Self::Forty => Person::Ines,
            Self::CreationForbidden => Person::Priya,
            Self::Administrator => Person::Jonas,
            Self::NoSecondFactor => Person::Mei,
            Self::PrefersText => Person::Alice,
            Self::PrefersCall => Person::Omar,
            Self::PrefersOfficeCall => Person::Ruth,
            Self::PrefersNotification => Person::Lena,
            Self::PrefersAppCode => Person::Diego,
            Self::LongNames => Person::Yara,
            Self::SlowNetwork => Person::Kofi,
            Self::ServerFailing => Person::Hana,
            Self::ClipboardRefused => Person::Elif,
            Self::SessionEnds => Person::Farah,
            Self::Offline => Person::Tomas,
        }
    }

    /// What that person holds.
    #[must_use]
    pub const fn data(self) -> Data {
        match self {
            Self::FirstVisit | Self::NoSecondFactor => Data::FirstVisit,
            Self::Empty => Data::Empty,
            Self::One => Data::One,
            Self::ThirtyNine => Data::ThirtyNine,
            Self::Forty => Data::Forty,
            Self::LongNames => Data::LongNames,
            _ => Data::ThreeRows,
        }
    }

    fn conditions(self) -> Conditions {
        let usual = Conditions::default();
        match self {
            Self::SlowNetwork => Conditions {
                network: Network::Slow,
                ..usual
            },
            Self::Offline => Conditions {
                network: Network::Offline,
                ..usual
            },
            Self::ServerFailing => Conditions {
                fail: Fail::First,
                ..usual
            },
            Self::ClipboardRefused => Conditions {
                clipboard: Clipboard::Refused,
                ..usual
            },
            Self::SessionEnds => Conditions {
                session: crate::conditions::Session::Ends,
                ..usual
            },
            _ => usual,
        }
    }
}

/// Everything that a world begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// The combination that it began as; a link says only what differs from it.
    pub name: Name,
    /// Who is about to sign in, or is signed in.
    pub person: Person,
    /// What that person holds.
    pub data: Data,
    /// How far the person is; none means as far as the path of the link needs.
    pub place: Option<Place>,
    /// What the place is like.
    pub conditions: Conditions,
}

impl From<Name> for Scenario {
    fn from(name: Name) -> Self {
        Self {
            name,
            person: name.person(),
            data: name.data(),
            place: None,
            conditions: name.conditions(),
        }
    }
}

impl Scenario {
    /// Another person is chosen on the sign-in screen: that one's own conditions hold from now on,
    /// beside those that the link named itself.
    pub fn choose(&mut self, name: Name) {
        let mut chosen = Self::from(name);
        for (key, value) in self.differences() {
            if !["person", "data", "place"].contains(&key) {
                // a scenario reads what it wrote
                let _ = chosen.set(key, &value);
            }
        }
        *self = chosen;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_person_belongs_to_exactly_one_name() {
        let people: BTreeSet<Person> = Name::ALL.iter().map(|name| name.person()).collect();
        assert_eq!(people.len(), Name::ALL.len());
        assert_eq!(people.len(), Person::ALL.len());
    }

    #[test]
    fn the_conditions_of_a_person_go_with_them_and_those_of_the_link_stay() {
        let mut scenario = Scenario::parse("scenario=offline&latency=0&seed=7")
            .unwrap()
            .unwrap();
        scenario.choose(Name::Forty);
        assert_eq!(scenario.link(), "scenario=forty&latency=0&seed=7");
        let mut scenario = Scenario::parse("scenario=forty&network=slow")
            .unwrap()
            .unwrap();
        scenario.choose(Name::ThreeRows);
        assert_eq!(scenario.conditions.network, Network::Slow);
        assert_eq!(scenario.data, Data::ThreeRows);
    }
}
