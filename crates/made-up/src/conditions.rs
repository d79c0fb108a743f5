//! What a place is like: its network, its failures, its clipboard, its clock.

use crate::{fault::Arranged, random::mix, slugs::NotKnown};
use contract::{Timestamp, paths};
use std::{fmt, str::FromStr, time::Duration};

/// All conditions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conditions {
    /// How long a usual network takes.
    pub latency: Latency,
    /// The network.
    pub network: Network,
    /// Which requests fail.
    pub fail: Fail,
    /// What becomes of particular requests.
    pub arranged: Vec<Arranged>,
    /// The browser's clipboard.
    pub clipboard: Clipboard,
    /// Whether the session holds.
    pub session: Session,
    /// The moment at which the clock stands still, if it does.
    pub now: Option<Moment>,
    /// The seed of everything random, if it is to be the same each time.
    pub seed: Option<u64>,
}

crate::slugs::slugs! {
    /// A network.
    #[derive(Default)]
    Network {
        /// As fast as [`Latency`] says
        #[default]
        Usual "usual";
        /// Replies take 4 seconds, and the one to the second factor 10
        Slow "slow";
        /// Nothing arrives
        Offline "offline";
    }
}

crate::slugs::slugs! {
    /// A browser's clipboard.
    #[derive(Default)]
    Clipboard {
        /// Takes what is written
        #[default]
        Allowed "allowed";
        /// Refuses, as for somebody who said no
        Refused "refused";
    }
}

crate::slugs::slugs! {
    /// Whether a session holds.
    #[derive(Default)]
    Session {
        /// It holds
        #[default]
        Holds "holds";
        /// It ends when something is sent, once
        Ends "ends";
    }
}

/// Which requests fail with the portal's own "internal". Polls and reports, which nobody waits for,
/// do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fail {
    /// None.
    #[default]
    Never,
    /// Every other try of the same request, beginning with the first.
    First,
    /// So many of a hundred, at random.
    Percent(u8),
}

impl FromStr for Fail {
    type Err = NotKnown;

    fn from_str(text: &str) -> Result<Self, NotKnown> {
        match text {
            "never" => Ok(Self::Never),
            "first" => Ok(Self::First),
            text => text
                .parse()
                .ok()
                .filter(|percent| *percent <= 100)
                .map(Self::Percent)
                .ok_or(NotKnown),
        }
    }
}

impl fmt::Display for Fail {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Never => formatter.write_str("never"),
            Self::First => formatter.write_str("first"),
            Self::Percent(percent) => write!(formatter, "{percent}"),
        }
    }
}

/// How long a usual network takes, in milliseconds: `250`, `100-400`, or `50/100-400` for the
/// request's way and the reply's. The portal acts when the request has arrived: without the first
/// number at once, so that leaving the page does not undo what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Latency {
    request: Span,
    reply: Span,
}

/// From, to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span(u32, u32);

/// Slowly enough to be real.
const USUAL: Span = Span(250, 250);
const SLOW: Span = Span(4_000, 4_000);
/// "Be patient, it can take a bit", says the guide of the second factor.
const VERY_SLOW: Span = Span(10_000, 10_000);
const AT_ONCE: Span = Span(0, 0);

impl Latency {
    /// Where the network has a latency of its own.
    pub const NONE: Self = Self {
        request: AT_ONCE,
        reply: AT_ONCE,
    };
}

impl Default for Latency {
    fn default() -> Self {
        Self {
            request: AT_ONCE,
            reply: USUAL,
        }
    }
}

impl FromStr for Latency {
    type Err = NotKnown;

    fn from_str(text: &str) -> Result<Self, NotKnown> {
        let (request, reply) = text.split_once('/').unwrap_or(("0", text));
        Ok(Self {
            request: request.parse()?,
            reply: reply.parse()?,
        })
    }
}

impl fmt::Display for Latency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.request != AT_ONCE {
            write!(formatter, "{}/", self.request)?;
        }
        self.reply.fmt(formatter)
    }
}

impl FromStr for Span {
    type Err = NotKnown;

    fn from_str(text: &str) -> Result<Self, NotKnown> {
        let (from, to) = text.split_once('-').unwrap_or((text, text));
        match (from.parse(), to.parse()) {
            (Ok(from), Ok(to)) if from <= to => Ok(Self(from, to)),
            _ => Err(NotKnown),
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self(from, to) if from == to => write!(formatter, "{from}"),
            Self(from, to) => write!(formatter, "{from}-{to}"),
        }
    }
}

impl Span {
    fn draw(self, luck: u64) -> Duration {
        let Self(from, to) = self;
        let more = mix(luck) % u64::from(to - from + 1);
        Duration::from_millis(u64::from(from) + more)
    }
}

impl Conditions {
    /// How long a request takes to the portal. `luck` decides within a range.
    pub(crate) fn request_takes(&self, luck: u64) -> Duration {
        match self.network {
            Network::Usual => self.latency.request.draw(luck),
            Network::Slow | Network::Offline => Duration::ZERO,
        }
    }

    /// How long the reply takes back.
    pub(crate) fn reply_takes(&self, method: &str, path: &str, luck: u64) -> Duration {
        let reply = match self.network {
            Network::Slow if path == paths::CHALLENGE_ANSWER => VERY_SLOW,
            Network::Slow if (method, path) != ("GET", paths::SESSION) => SLOW,
            _ => self.latency.reply,
        };
        reply.draw(luck)
    }
}

/// A moment, as it is written: `2016-11-02T09:00:00Z`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    text: String,
    /// The moment.
    pub at: Timestamp,
}

impl FromStr for Moment {
    type Err = NotKnown;

    fn from_str(text: &str) -> Result<Self, NotKnown> {
        let at = read_moment(text).ok_or(NotKnown)?;
        Ok(Self {
            text: text.to_owned(),
            at,
        })
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

fn read_moment(text: &str) -> Option<Timestamp> {
    let (day, time) = text.strip_suffix('Z')?.split_once('T')?;
    let numbers = |text: &str, between: char| -> Option<[i64; 3]> {
        let parts: Option<Vec<i64>> = text.split(between).map(|part| part.parse().ok()).collect();
        parts?.try_into().ok()
    };
    let [year, month, day] = numbers(day, '-')?;
    let [hours, minutes, seconds] = numbers(time, ':')?;
    let real = (1970..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && (0..24).contains(&hours)
        && (0..60).contains(&minutes)
        && (0..60).contains(&seconds);
    let since_midnight = ((hours * 60 + minutes) * 60 + seconds) * 1000;
    real.then(|| Timestamp(portal::date(year, month, day).0 + since_midnight))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_network_is_slowest_at_the_second_factor_and_spares_the_first_look() {
        let slow = Conditions {
            network: Network::Slow,
            ..Conditions::default()
        };
        let takes = |method, path| slow.reply_takes(method, path, 0).as_millis();
        assert_eq!(takes("GET", paths::SESSION), 250);
        assert_eq!(takes("POST", paths::SESSION), 4_000);
        assert_eq!(takes("POST", paths::CHALLENGE_ANSWER), 10_000);
    }

    #[test]
    fn a_range_is_kept_to_and_used() {
        let latency: Latency = "50/100-400".parse().unwrap();
        let drawn: Vec<_> = (0..200)
            .map(|luck| latency.reply.draw(luck).as_millis())
            .collect();
        assert!(drawn.iter().all(|drawn| (100..=400).contains(drawn)));
        assert!(drawn.iter().max() > Some(&300) && drawn.iter().min() < Some(&200));
        assert_eq!(latency.request.draw(3).as_millis(), 50);
    }

    #[test]
    fn a_moment_is_read_or_refused() {
        let at = |text: &str| text.parse::<Moment>().map(|moment| moment.at.0);
        assert_eq!(at("2016-11-02T09:00:00Z"), Ok(1_478_077_200_000));
        for wrong in [
            "",
            "2016-11-02",
            "2016-13-02T09:00:00Z",
            "2016-11-02T24:00:00Z",
            "2016-11-02T09:00Z",
            "tomorrow",
        ] {
            assert_eq!(at(wrong), Err(NotKnown), "{wrong}");
        }
    }
}
