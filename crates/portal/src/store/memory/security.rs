//! Changes of one account.

use crate::{
    rules::{session, token::TokenDigest},
    store::{AccountRecord, SessionView, Stage, State},
};
use contract::{Code, Problem, Timestamp};

impl State {
    /// Applies a rule to an account, and gives the account as it is then.
    pub(super) fn change(
        &mut self,
        account: &str,
        rule: impl FnOnce(&mut AccountRecord) -> Result<(), Problem>,
    ) -> Result<AccountRecord, Problem> {
        let Some(account) = self.accounts.get_mut(account) else {
            return Err(Problem::new(Code::NoSession));
        };
        rule(account)?;
        Ok(account.clone())
    }

    /// Applies a rule that makes a way of the second factor count. A set-up session is signed in
    /// by that, if it is still the first way.
    pub(super) fn confirm(
        &mut self,
        token: &TokenDigest,
        next: &TokenDigest,
        now: Timestamp,
        rule: impl FnOnce(&mut AccountRecord) -> Result<(), Problem>,
    ) -> Result<SessionView, Problem> {
        let no_session = || Problem::new(Code::NoSession);
        let view = self.view(token).ok_or_else(no_session)?;
        if !session::is_alive(&view.session, &view.account, now) {
            return Err(no_session());
        }
        let set_up = match view.session.stage {
            Stage::SetUp => true,
            Stage::SignedIn => false,
            Stage::SecondFactor(_) => return Err(Problem::new(Code::SecondFactorRequired)),
        };
        self.change(&view.account.id, rule)?;
        if set_up {
            return self.promote(token, next);
        }
        self.view(token).ok_or_else(no_session)
    }
}
