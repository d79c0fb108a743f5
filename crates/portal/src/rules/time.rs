//! Waiting times and dates. Everything is [`Timestamp`]: milliseconds since 1970, UTC.

use contract::Timestamp;

const DAY: i64 = 86_400_000;
/// How far ahead of now a stored moment may be, in milliseconds, before it no longer counts.
const TOLERANCE: i64 = 60_000;

/// Whole seconds (rounded up) until `seconds` have passed since `from`; 0 when they have.
///
/// A moment more than a minute ahead of now was written by a clock that was wrong: its time is over.
/// So such a clock neither lets anyone in (sessions, trust and codes end) nor locks anyone out
/// (attempts no longer count).
#[must_use]
pub fn remaining(from: Timestamp, seconds: u32, now: Timestamp) -> u32 {
    if from.0.saturating_sub(now.0) > TOLERANCE {
        return 0;
    }
    let end = from.0.saturating_add(i64::from(seconds) * 1000);
    let left = end.saturating_sub(now.0);
    let rounded_up = left.saturating_add(999).div_euclid(1000);
    u32::try_from(rounded_up.max(0))
        .unwrap_or(u32::MAX)
        .min(seconds)
}

/// Whether `seconds` have passed since `from`, or `from` is more than a minute ahead of now.
#[must_use]
pub fn passed(from: Timestamp, seconds: u32, now: Timestamp) -> bool {
    remaining(from, seconds, now) == 0
}

/// Midnight UTC at the start of a day of the Gregorian calendar, for made-up data:
/// `date(2016, 10, 30)`.
#[must_use]
pub fn date(year: i64, month: i64, day: i64) -> Timestamp {
    // Days are counted from 1 March, so that the leap day comes last in its year; 719_468 days
    // lie between 0000-03-01 and 1970-01-01.
    let year = if month <= 2 { year - 1 } else { year };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Timestamp((year * 365 + leap_days + day_of_year - 719_468) * DAY)
}

/// Year, month and day of a moment, in UTC.
#[must_use]
pub fn civil(moment: Timestamp) -> (i64, i64, i64) {
    let days = moment.0.div_euclid(DAY) + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, month, day)
}

/// Hour, minute and second of a moment, in UTC.
#[must_use]
pub fn time_of_day(moment: Timestamp) -> (i64, i64, i64) {
    let seconds = moment.0.rem_euclid(DAY) / 1000;
    (seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_on_the_screen_is_the_day_it_was_made() {
        for (year, month, day, expected) in [
            (1970, 1, 1, 0),
            (2016, 10, 30, 1_477_785_600_000),
            (2016, 2, 29, 1_456_704_000_000),
            (2000, 3, 1, 951_868_800_000),
            (1969, 12, 31, -86_400_000),
        ] {
            assert_eq!(date(year, month, day), Timestamp(expected));
            assert_eq!(civil(Timestamp(expected)), (year, month, day));
            assert_eq!(civil(Timestamp(expected + DAY - 1)), (year, month, day));
        }
    }

    #[test]
    fn a_wait_is_rounded_up_so_that_nobody_is_told_to_come_too_early() {
        let from = Timestamp(1_000);
        assert_eq!(remaining(from, 30, Timestamp(1_000)), 30);
        assert_eq!(remaining(from, 30, Timestamp(30_999)), 1);
        assert_eq!(remaining(from, 30, Timestamp(31_000)), 0);
        assert!(passed(from, 30, Timestamp(31_000)));
    }

    #[test]
    fn a_moment_that_a_wrong_clock_wrote_is_over() {
        let from = Timestamp(1_000);
        assert_eq!(remaining(from, 30, Timestamp(-59_000)), 30, "a minute");
        assert_eq!(remaining(from, 30, Timestamp(-59_001)), 0);
        assert!(passed(from, u32::MAX, Timestamp(-59_001)));
    }
}
