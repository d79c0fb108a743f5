//! A limit of attempts in a sliding window: wrong passwords, wrong codes, sendings.

use super::time::remaining;
use crate::records::AttemptWindow;
use contract::Timestamp;

/// How many attempts are allowed in how many seconds.
#[derive(Clone, Copy, Debug)]
pub struct RateLimit {
    /// Attempts.
    pub tries: u32,
    /// Seconds.
    pub seconds: u32,
}

impl RateLimit {
    /// Attempts left now.
    #[must_use]
    pub fn left(self, attempts: &AttemptWindow, now: Timestamp) -> u32 {
        let counted = self.counted(attempts, now).count();
        self.tries
            .saturating_sub(u32::try_from(counted).unwrap_or(u32::MAX))
    }

    /// Seconds until an attempt is left; 0 when there is one.
    #[must_use]
    pub fn wait(self, attempts: &AttemptWindow, now: Timestamp) -> u32 {
        if self.left(attempts, now) > 0 {
            return 0;
        }
        let waits = self.counted(attempts, now);
        waits
            .map(|moment| remaining(moment, self.seconds, now))
            .min()
            .unwrap_or(0)
    }

    /// Counts one more, and forgets those that no longer count.
    pub fn add(self, attempts: &mut AttemptWindow, now: Timestamp) {
        self.forget(attempts, now);
        attempts.0.push(now);
    }

    /// Forgets those that no longer count.
    pub fn forget(self, attempts: &mut AttemptWindow, now: Timestamp) {
        let counts = |moment: &Timestamp| remaining(*moment, self.seconds, now) > 0;
        attempts.0.retain(counts);
    }

    fn counted(self, attempts: &AttemptWindow, now: Timestamp) -> impl Iterator<Item = Timestamp> {
        let moments = attempts.0.iter().copied();
        moments.filter(move |moment| remaining(*moment, self.seconds, now) > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO_IN_TEN: RateLimit = RateLimit {
        tries: 2,
        seconds: 10,
    };

    #[test]
    fn the_oldest_attempt_decides_how_long_to_wait() {
        let mut attempts = AttemptWindow::default();
        TWO_IN_TEN.add(&mut attempts, Timestamp(0));
        TWO_IN_TEN.add(&mut attempts, Timestamp(4_000));
        assert_eq!(TWO_IN_TEN.left(&attempts, Timestamp(5_000)), 0);
        assert_eq!(TWO_IN_TEN.wait(&attempts, Timestamp(5_000)), 5);
        assert_eq!(TWO_IN_TEN.wait(&attempts, Timestamp(10_000)), 0);
        TWO_IN_TEN.add(&mut attempts, Timestamp(10_000));
        assert_eq!(attempts.0, [Timestamp(4_000), Timestamp(10_000)]);
    }

    #[test]
    fn attempts_counted_by_a_clock_that_was_ahead_lock_nobody_out() {
        let mut attempts = AttemptWindow::default();
        let year = 365 * 86_400_000;
        TWO_IN_TEN.add(&mut attempts, Timestamp(year));
        TWO_IN_TEN.add(&mut attempts, Timestamp(year));
        assert_eq!(TWO_IN_TEN.wait(&attempts, Timestamp(0)), 0);
    }
}
