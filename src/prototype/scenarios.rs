//! The one list of scenarios: a person, their data, the place they are at and its faults. Tests,
//! pictures and the workbench all stand on it; each is a link, `?scenario=slug`.

use contract::{Method, Secret, Timestamp};
use portal::{AccountRecord, State, date};
use serde::{Deserialize, Serialize};

/// The password of everyone in the prototype; the sign-in screen says so.
pub const PASSWORD: &str = "made-up-password";

/// A phone that may be shown to everyone: 555-01xx numbers are kept for fiction (NANPA).
const PHONE: &str = "+15555550134";
const OFFICE: &str = "+15555550100";
const ALTERNATE: &str = "+15555550177";
/// The shared key of the made-up authenticator apps, in Base32.
const AUTHENTICATOR: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// What is wrong with the place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    #[default]
    None,
    /// Every answer takes 4 seconds, and the one to the second factor 10.
    Slow,
    /// The first try of everything fails, the second works.
    FailsFirst,
    /// The browser refuses the clipboard.
    ClipboardRefused,
    /// The session ends when something is sent, once.
    SessionEnds,
    /// There is no network: nothing arrives.
    Offline,
}

macro_rules! scenarios {
    ($( $variant:ident $slug:literal $email:literal $name:literal; )*) => {
        /// A scenario.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Scenario { $(
            #[doc = concat!("`?scenario=", $slug, "`")]
            #[serde(rename = $slug)]
            $variant,
        )* }

        impl Scenario {
            /// All, in the order in which the sign-in screen offers them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// As it stands in a link.
            pub const fn slug(self) -> &'static str { match self { $(Self::$variant => $slug),* } }
            /// The person's e-mail address.
            pub const fn email(self) -> &'static str {
                match self { $(Self::$variant => concat!($email, "@contoso.example")),* }
            }
            /// The person's name.
            pub const fn name(self) -> &'static str { match self { $(Self::$variant => $name),* } }
        }
    };
}

scenarios! {
    ThreeRows "three-rows" "sam" "Sam Rivera";
    FirstVisit "first-visit" "noa" "Noa Lindqvist";
    Empty "empty" "marek" "Marek Dvořák";
    One "one" "wanjiru" "Wanjiru Otieno";
    ThirtyNine "thirty-nine" "theo" "Theo Okafor";
    Forty "forty" "ines" "Inès Moreau";
    CreationForbidden "creation-forbidden" "priya" "Priya Nair";
    Administrator "administrator" "jonas" "Jonas Weber";
    NoSecondFactor "no-second-factor" "mei" "Mei Tanaka";
    PrefersText "prefers-text" "alice" "Alice Novak";
    PrefersCall "prefers-call" "omar" "Omar Haddad";
    PrefersOfficeCall "prefers-office-call" "ruth" "Ruth Adler";
    PrefersNotification "prefers-notification" "lena" "Lena Fischer";
    PrefersAppCode "prefers-app-code" "diego" "Diego Santos";
    LongNames "long-names" "yara" "Yara Benali-Schwarzenberger";
    SlowNetwork "slow-network" "kofi" "Kofi Mensah";
    ServerFailing "server-failing" "hana" "Hana Sato";
    ClipboardRefused "clipboard-refused" "elif" "Elif Demir";
    SessionEnds "session-ends" "farah" "Farah Aziz";
    Offline "offline" "tomas" "Tomás Silva";
}

impl Scenario {
    /// The scenario of a link. `39` and `40` may be written as digits.
    pub fn from_slug(slug: &str) -> Option<Self> {
        match slug {
            "default" => Some(Self::ThreeRows),
            "39" => Some(Self::ThirtyNine),
            "40" => Some(Self::Forty),
            slug => Self::ALL
                .iter()
                .copied()
                .find(|scenario| scenario.slug() == slug),
        }
    }

    /// What is wrong with the place.
    pub const fn fault(self) -> Fault {
        match self {
            Self::SlowNetwork => Fault::Slow,
            Self::ServerFailing => Fault::FailsFirst,
            Self::ClipboardRefused => Fault::ClipboardRefused,
            Self::SessionEnds => Fault::SessionEnds,
            Self::Offline => Fault::Offline,
            _ => Fault::None,
        }
    }

    const fn preferred(self) -> Option<Method> {
        match self {
            Self::NoSecondFactor => None,
            Self::PrefersCall => Some(Method::CallAuthenticationPhone),
            Self::PrefersOfficeCall => Some(Method::CallOfficePhone),
            Self::PrefersNotification => Some(Method::AppNotification),
            Self::PrefersAppCode => Some(Method::AppCode),
            _ => Some(Method::TextAuthenticationPhone),
        }
    }

    /// The names and days of the person's app passwords, oldest first.
    fn rows(self) -> Vec<(String, Timestamp)> {
        let guide = [
            ("Initial app password20160831195929", date(2016, 8, 31)),
            ("Android Type Mail App", date(2016, 9, 4)),
            ("9", date(2016, 10, 30)),
        ];
        match self {
            Self::FirstVisit | Self::NoSecondFactor | Self::Empty => vec![],
            Self::One => vec![("Android Mail".to_owned(), noon(date(2016, 9, 4)))],
            Self::LongNames => unusual(),
            Self::ThirtyNine => many(39),
            Self::Forty => many(40),
            _ => guide
                .into_iter()
                .map(|(name, day)| (name.to_owned(), noon(day)))
                .collect(),
        }
    }

    fn account(self) -> AccountRecord {
        let account =
            AccountRecord::new(self.email(), self.name(), Secret::new(PASSWORD.to_owned()));
        let Some(preferred) = self.preferred() else {
            return account;
        };
        let account = account.authentication_phone(PHONE).preferred(preferred);
        let account = match self {
            Self::Administrator => account.administrator(),
            Self::CreationForbidden => account.creation_forbidden(),
            Self::Empty => account.had_app_passwords(),
            _ => account,
        };
        if self == Self::PrefersText {
            return account;
        }
        account
            .office_phone(OFFICE, Some("421"))
            .alternate_phone(ALTERNATE)
            .authenticator(Secret::new(AUTHENTICATOR.to_owned()))
    }

    /// The portal's data at the start: everyone, so that one can sign out and in as another.
    pub fn everyone() -> State {
        let mut state = State::default();
        for scenario in Self::ALL {
            state = state.with_account(scenario.account());
            for (name, day) in scenario.rows() {
                state = state.with_app_password(scenario.email(), &name, day);
            }
        }
        state
    }
}

/// Noon, so that the day is the guide's in nearly every time zone.
fn noon(day: Timestamp) -> Timestamp {
    Timestamp(day.0 + 12 * 60 * 60 * 1000)
}

/// Milliseconds of a day.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// Names that a screen must not break over. The longest have 64 characters, as many as allowed.
fn unusual() -> Vec<(String, Timestamp)> {
    let names = [
        "هاتف العمل الجديد".to_owned(),
        "הטלפון של יעל (iPhone 7) 2".to_owned(),
        "👩🏽\u{200d}💻📱✉️🏠".to_owned(),
        "漢".repeat(64),
        "W".repeat(64),
        "i".to_owned(),
        "Old laptop in the office on the third floor, Thunderbird, spare.".to_owned(),
    ];
    (0..)
        .zip(names)
        .map(|(day, name)| (name, Timestamp(noon(date(2016, 9, 21)).0 + day * DAY)))
        .collect()
}

fn many(count: i64) -> Vec<(String, Timestamp)> {
    const DEVICES: [&str; 5] = [
        "iPhone Mail",
        "Android Mail",
        "Outlook on my laptop",
        "Thunderbird",
        "Scanner in room",
    ];
    (1..=count)
        .zip(DEVICES.iter().cycle())
        .map(|(number, device)| {
            (
                format!("{device} {number}"),
                Timestamp(noon(date(2016, 8, 31)).0 + number * DAY),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scenario_is_found_by_its_link_and_has_a_person_of_its_own() {
        let mut people = std::collections::HashSet::new();
        for scenario in Scenario::ALL {
            assert_eq!(Scenario::from_slug(scenario.slug()), Some(*scenario));
            assert!(people.insert(scenario.email()));
        }
        assert_eq!(Scenario::from_slug("no-such"), None);
    }

    #[test]
    fn the_limit_is_reached_at_forty_and_not_at_thirty_nine() {
        let state = Scenario::everyone();
        let held = |scenario: Scenario| {
            state
                .app_passwords
                .iter()
                .filter(|row| row.account == scenario.email())
                .count()
        };
        assert_eq!(held(Scenario::ThirtyNine), 39);
        assert_eq!(held(Scenario::Forty), 40);
        assert_eq!(held(Scenario::ThreeRows), 3);
        assert_eq!(held(Scenario::One), 1);
        assert_eq!(held(Scenario::Empty), 0);
        assert_eq!(held(Scenario::FirstVisit), 0);
    }
}
