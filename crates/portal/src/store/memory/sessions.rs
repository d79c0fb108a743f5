//! Password tries and sessions.

use crate::{
    rules::{challenge, methods, session, sign_in, token::TokenDigest},
    store::{NewSession, SessionRecord, SessionView, Stage, State},
};
use contract::{Code, Problem, Timestamp};

impl State {
    pub(super) fn record_attempt(&mut self, who: &str, now: Timestamp) -> Result<(), Problem> {
        let allowance = sign_in::PASSWORD_ALLOWANCE;
        self.attempts
            .retain(|_, tries| !tries.is_over(allowance, now));
        sign_in::count_try(self.attempts.entry(who.to_owned()).or_default(), now)
    }

    pub(super) fn open_session(
        &mut self,
        new: NewSession,
        now: Timestamp,
    ) -> Result<SessionView, Problem> {
        self.sessions
            .retain(|_, session| !session::is_over(session, now));
        if let Some(old) = &new.replaces {
            self.sessions.remove(old);
        }
        let Some(account) = self.accounts.get(&new.account).cloned() else {
            return Err(Problem::new(Code::WrongCredentials));
        };
        let device = new
            .trusted_device
            .and_then(|token| self.trusted_devices.get(&token));
        let trusted = device.is_some_and(|device| session::is_trusted(device, &account.id, now));
        let stage = match methods::first_choice(&account) {
            None => Stage::SetUp,
            Some(_) if trusted => Stage::SignedIn,
            Some(method) => Stage::SecondFactor(challenge::open(method, new.seed, now)),
        };
        let session = SessionRecord {
            account: account.id.clone(),
            opened_at: now,
            seen_at: now,
            stage,
        };
        self.sessions.insert(new.token.clone(), session.clone());
        Ok(SessionView {
            token: new.token,
            session,
            account,
        })
    }

    pub(super) fn use_session(
        &mut self,
        token: &TokenDigest,
        now: Timestamp,
    ) -> Option<SessionView> {
        let mut view = self.view(token)?;
        if !session::is_alive(&view.session, &view.account, now) {
            self.sessions.remove(token);
            return None;
        }
        view.session.seen_at = now;
        self.sessions.insert(token.clone(), view.session.clone());
        Some(view)
    }

    /// The session and its account as they are, dead or alive.
    pub(super) fn view(&self, token: &TokenDigest) -> Option<SessionView> {
        let session = self.sessions.get(token)?.clone();
        let account = self.accounts.get(&session.account)?.clone();
        Some(SessionView {
            token: token.clone(),
            session,
            account,
        })
    }

    /// Signs a session in under its next token. The old token ends: one that was known before
    /// the second factor must not be worth more after it.
    pub(super) fn promote(
        &mut self,
        token: &TokenDigest,
        next: &TokenDigest,
    ) -> Result<SessionView, Problem> {
        let no_session = || Problem::new(Code::NoSession);
        let mut session = self.sessions.remove(token).ok_or_else(no_session)?;
        session.stage = Stage::SignedIn;
        self.sessions.insert(next.clone(), session);
        self.view(next).ok_or_else(no_session)
    }
}
