//! Challenges and trusted devices.

use crate::{
    rules::{
        challenge::{self, Answer, Seed},
        session,
        token::TokenDigest,
    },
    store::{
        AccountRecord, NextTokens, Outcome, SecondFactor, SessionView, Stage, State,
        TrustedDeviceRecord,
    },
};
use contract::{ChallengeStatus, Code, Method, Problem, Timestamp};

impl State {
    pub(super) fn restart_challenge(
        &mut self,
        token: &TokenDigest,
        method: Method,
        seed: Seed,
        now: Timestamp,
    ) -> Result<SessionView, Problem> {
        let (second, account) = self.second_factor(token)?;
        challenge::restart(second, account, method, seed, now)?;
        self.view(token).ok_or(Problem::new(Code::NoSession))
    }

    pub(super) fn report_undelivered(&mut self, token: &TokenDigest, id: &str) {
        if let Ok((second, _)) = self.second_factor(token) {
            challenge::undeliverable(second, id);
        }
    }

    pub(super) fn answer_challenge(
        &mut self,
        token: &TokenDigest,
        answer: &Answer,
        next: NextTokens,
        now: Timestamp,
    ) -> Result<SessionView, Problem> {
        let (second, account) = self.second_factor(token)?;
        challenge::judge(second, account, answer, now)?;
        let account = account.id.clone();
        if let Some(device) = next.trusted_device {
            self.trusted_devices
                .retain(|_, device| session::is_trusted(device, &device.account, now));
            self.trusted_devices.insert(
                device,
                TrustedDeviceRecord {
                    account,
                    trusted_at: now,
                },
            );
        }
        self.promote(token, &next.session)
    }

    pub(super) fn record_outcome(&mut self, id: &str, outcome: Outcome, now: Timestamp) -> bool {
        for session in self.sessions.values_mut() {
            let Stage::SecondFactor(second) = &mut session.stage else {
                continue;
            };
            let Some(account) = self.accounts.get(&session.account) else {
                continue;
            };
            let challenge = &mut second.challenge;
            if challenge.id == id {
                let waits = !challenge.method.takes_code()
                    && challenge::status(challenge, account, now) == ChallengeStatus::Waiting;
                if waits {
                    challenge.outcome = Some(outcome);
                }
                return waits;
            }
        }
        false
    }

    pub(super) fn count_trusted_devices(&self, account: &str, now: Timestamp) -> u32 {
        let devices = self.trusted_devices.values();
        let trusted = devices.filter(|device| session::is_trusted(device, account, now));
        u32::try_from(trusted.count()).unwrap_or(u32::MAX)
    }

    fn second_factor(
        &mut self,
        token: &TokenDigest,
    ) -> Result<(&mut SecondFactor, &mut AccountRecord), Problem> {
        let no_session = || Problem::new(Code::NoSession);
        let session = self.sessions.get_mut(token).ok_or_else(no_session)?;
        let account = self
            .accounts
            .get_mut(&session.account)
            .ok_or_else(no_session)?;
        match &mut session.stage {
            Stage::SecondFactor(second) => Ok((second, account)),
            Stage::SetUp | Stage::SignedIn => Err(Problem::new(Code::NoChallenge)),
        }
    }
}
