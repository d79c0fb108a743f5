//! Watching the phone: whether a call was answered or a notification approved.

use super::verification_flow::VerificationFlow;
use crate::{api::ApiError, clock, session};
use contract::{Challenge, ChallengeStatus, Code, Timestamp};
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;

/// How often the portal is asked whether the phone was answered.
const POLL: Duration = Duration::from_secs(1);
/// A deadline is set anew only if it moved by more than rounding can explain, in milliseconds; the
/// countdown would flicker otherwise.
const ROUNDING: i64 = 1500;

impl VerificationFlow {
    /// Asks about once a second while a phone rings, until the screen is left.
    pub(super) fn watch(self) {
        // Gone together with the screen's other values.
        let screen = StoredValue::new(());
        let is_left = move || screen.try_get_value().is_none();
        spawn_local(async move {
            loop {
                clock::wait(POLL).await;
                if is_left() {
                    return;
                }
                if !self.is_awaited() {
                    continue;
                }
                let started = self.started.get_untracked();
                let reply = self.api.challenge().await;
                if is_left() {
                    return;
                }
                // A reply that was overtaken by a new call tells of the old one.
                if self.started.get_untracked() == started && self.is_awaited() {
                    self.apply_poll(reply);
                }
            }
        });
    }

    fn is_awaited(self) -> bool {
        let waits = {
            let challenge = self.challenge.read_untracked();
            !challenge.method.takes_code() && challenge.status == ChallengeStatus::Waiting
        };
        waits && !self.answering.pending().get_untracked() && !self.is_starting()
    }

    fn apply_poll(self, reply: Result<Challenge, ApiError>) {
        match reply {
            Ok(challenge) => {
                self.failed_polls.set(0);
                adjust(self.expires_at, challenge.expires_in);
                adjust(self.again_at, challenge.resend_in);
                let approved = challenge.status == ChallengeStatus::Approved;
                if *self.challenge.read_untracked() != challenge {
                    self.challenge.set(challenge);
                }
                if approved {
                    self.answer(None);
                }
            }
            Err(error) if error.code() == Some(Code::NoChallenge) => self.ask_where_we_stand(),
            Err(_) => self.failed_polls.update(|failed| *failed += 1),
        }
    }

    pub(super) fn ask_where_we_stand(self) {
        let Self { api, session, .. } = self;
        spawn_local(async move {
            // If this fails too, the next poll or press tells.
            let _ = session::refresh(api, session).await;
        });
    }
}

fn adjust(deadline: RwSignal<Timestamp>, seconds: u32) {
    let told = clock::after(seconds);
    if (told.0 - deadline.get_untracked().0).abs() > ROUNDING {
        deadline.set(told);
    }
}
