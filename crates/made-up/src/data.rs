//! The app passwords that a person holds when a world begins.

use contract::Timestamp;
use portal::date;

crate::slugs::slugs! {
    /// The rows of the list.
    Data {
        /// The three of the guide
        ThreeRows "three-rows";
        /// None, and there never was one: the initial one is due
        FirstVisit "first-visit";
        /// None any more
        Empty "empty";
        /// One
        One "one";
        /// One below the limit
        ThirtyNine "thirty-nine" or "39";
        /// The limit
        Forty "forty" or "40";
        /// Names that a screen must not break over
        LongNames "long-names";
    }
}

impl Data {
    /// Names and days, oldest first.
    #[must_use]
    pub fn rows(self) -> Vec<(String, Timestamp)> {
        match self {
            Self::FirstVisit | Self::Empty => vec![],
            Self::One => vec![("Android Mail".to_owned(), noon(date(2016, 9, 4)))],
            Self::LongNames => unusual(),
            Self::ThirtyNine => many(39),
            Self::Forty => many(40),
            Self::ThreeRows => [
                ("Initial app password20160831195929", date(2016, 8, 31)),
                ("Android Type Mail App", date(2016, 9, 4)),
                ("9", date(2016, 10, 30)),
            ]
            .into_iter()
            .map(|(name, day)| (name.to_owned(), noon(day)))
            .collect(),
        }
    }
}

/// Noon, so that the day is the guide's in nearly every time zone.
const fn noon(day: Timestamp) -> Timestamp {
    Timestamp(day.0 + 12 * 60 * 60 * 1000)
}

/// Milliseconds of a day.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// The longest have 64 characters, as many as allowed.
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
