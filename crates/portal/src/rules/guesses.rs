//! A count of tries in a sliding window: wrong passwords, wrong codes.

use super::time::remaining;
use contract::Timestamp;
use serde::{Deserialize, Serialize};

/// When the tries of late were made.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Guesses(Vec<Timestamp>);

/// How many tries are allowed in how many seconds.
#[derive(Clone, Copy, Debug)]
pub struct Allowance {
    /// Tries.
    pub tries: u32,
    /// Seconds.
    pub seconds: u32,
}

impl Guesses {
    /// Tries left now.
    #[must_use]
    pub fn left(&self, allowance: Allowance, now: Timestamp) -> u32 {
        let counted = self.counted(allowance, now).count();
        allowance
            .tries
            .saturating_sub(u32::try_from(counted).unwrap_or(u32::MAX))
    }

    /// Seconds until a try is left; 0 when there is one.
    #[must_use]
    pub fn wait(&self, allowance: Allowance, now: Timestamp) -> u32 {
        if self.left(allowance, now) > 0 {
            return 0;
        }
        self.counted(allowance, now)
            .map(|moment| remaining(moment, allowance.seconds, now))
            .min()
            .unwrap_or(0)
    }

    /// Counts one more, and forgets those that no longer count.
    pub fn add(&mut self, allowance: Allowance, now: Timestamp) {
        self.0
            .retain(|moment| remaining(*moment, allowance.seconds, now) > 0);
        self.0.push(now);
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Whether nothing counts any more.
    #[must_use]
    pub fn is_over(&self, allowance: Allowance, now: Timestamp) -> bool {
        self.counted(allowance, now).next().is_none()
    }

    fn counted(&self, allowance: Allowance, now: Timestamp) -> impl Iterator<Item = Timestamp> {
        let moments = self.0.iter().copied();
        moments.filter(move |moment| remaining(*moment, allowance.seconds, now) > 0)
    }
}
