//! What every confirmed factor has in common.

use super::{
    security,
    sessions::{Access, promote, require},
};
use crate::records::{Aggregate, EventKind, Factor, Proof, SessionId, Stage, TokenDigest};
use contract::{Problem, SecuritySettings, Timestamp};

/// A factor that was confirmed.
#[derive(Clone, Debug)]
pub struct Confirmed {
    /// The settings as they are now.
    pub settings: SecuritySettings,
    /// Whether the session was signed in by it and goes on under its next token.
    pub rotated: bool,
}

/// Runs `confirm`, which makes a factor count. A set-up session is signed in by that, under the
/// token `next`; any other session keeps its own.
pub(super) fn confirm(
    aggregate: &mut Aggregate,
    by: &TokenDigest,
    next: TokenDigest,
    now: Timestamp,
    confirm: impl FnOnce(&mut Aggregate) -> Result<Factor, Problem>,
) -> Result<Confirmed, Problem> {
    let session = require(aggregate, by, Access::SetUp, now)?;
    let factor = match confirm(aggregate) {
        Ok(factor) => factor,
        Err(problem) => {
            aggregate.note(now, Some(session), EventKind::CodeRefused(problem.code));
            return Err(problem);
        }
    };
    let rotated = is_set_up(aggregate, &session);
    aggregate.note(now, Some(session), EventKind::FactorAdded(factor));
    if rotated {
        promote(aggregate, by, next, Proof::SetUp, now)?;
    }
    Ok(Confirmed {
        settings: security::show(aggregate, now),
        rotated,
    })
}

fn is_set_up(aggregate: &Aggregate, session: &SessionId) -> bool {
    let mut sessions = aggregate.sessions.iter();
    sessions.any(|known| known.id == *session && known.stage == Stage::SetUp)
}
