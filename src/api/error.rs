//! What can go wrong between a screen and the portal.

use crate::words::Text;
use crate::words::{self, text::Failure};
use contract::{Code, Field, Problem, limits};

/// Why a call gave no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// The portal said what is wrong.
    Problem(Problem),
    /// No answer: no network, or no server.
    Unreachable,
    /// No answer within 15 seconds.
    TimedOut,
    /// The page's own policy, or the browser, did not let the request out.
    Blocked,
    /// A part of the page that reads the answer could not be fetched.
    Incomplete,
    /// An answer that is not the portal's: an error page, half a reply. Its status.
    Unreadable(u16),
}

impl ApiError {
    /// The problem's code, if the portal named one.
    pub fn code(&self) -> Option<Code> {
        match self {
            Self::Problem(problem) => Some(problem.code),
            _ => None,
        }
    }

    /// The problem itself, if the portal named one.
    pub fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Problem(problem) => Some(problem),
            _ => None,
        }
    }

    /// True if the request may have taken effect. Then it may be sent again, a create with the same
    /// key.
    pub fn outcome_unknown(&self) -> bool {
        match self {
            Self::Unreachable | Self::TimedOut | Self::Incomplete | Self::Unreadable(_) => true,
            Self::Blocked => false,
            Self::Problem(problem) => {
                matches!(
                    problem.code,
                    Code::Internal | Code::Unavailable | Code::Unknown
                )
            }
        }
    }
}

impl Failure for ApiError {
    fn explain(&self) -> Text {
        let what = self.explain_reading();
        // The words for a time-out say so themselves.
        if self.outcome_unknown() && *self != Self::TimedOut {
            words::common::sentences(what, words::problem::outcome_unknown())
        } else {
            what
        }
    }

    fn explain_reading(&self) -> Text {
        match self {
            Self::Problem(problem) => problem.explain(),
            Self::Unreachable => words::problem::unreachable(),
            Self::TimedOut => words::problem::timed_out(limits::REQUEST_SECONDS),
            Self::Blocked => words::problem::blocked(),
            Self::Incomplete => words::problem::incomplete(),
            Self::Unreadable(_) => words::problem::unreadable(),
        }
    }

    fn field(&self) -> Option<Field> {
        self.problem().and_then(Failure::field)
    }
}
