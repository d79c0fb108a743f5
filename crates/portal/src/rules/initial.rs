//! The name of the app password that is made without asking on the very first visit.

use super::time::{civil, time_of_day};
use contract::Timestamp;

/// `Initial app password` and the moment in UTC as `YYYYMMDDhhmmss`, as in the guide's pictures.
#[must_use]
pub fn initial_name(now: Timestamp) -> String {
    let (year, month, day) = civil(now);
    let (hour, minute, second) = time_of_day(now);
    format!("Initial app password{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_initial_name_is_the_one_in_the_guide() {
        let moment = Timestamp(crate::date(2016, 8, 31).0 + ((19 * 60 + 59) * 60 + 29) * 1000 + 7);
        assert_eq!(initial_name(moment), "Initial app password20160831195929");
    }
}
