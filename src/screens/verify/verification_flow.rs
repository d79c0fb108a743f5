//! The second factor in progress: what is known of it, and what can be done.

use super::wording;
use crate::words::Text;
use crate::{
    api::{Api, ApiError},
    clock,
    routes::Route,
    session::{self, Session, use_session},
    ui::{Announcer, Task},
    words,
};
use contract::{
    AnswerChallenge, Challenge, ChallengeStatus, Code, Method, Secret, SessionState, Timestamp,
};
use leptos::prelude::*;

/// So many polls in a row may fail before the page says so.
const POLLS_THAT_MAY_FAIL: u32 = 3;

/// Lives as long as the screen.
#[derive(Clone, Copy)]
pub struct VerificationFlow {
    pub(super) api: Api,
    pub(super) session: RwSignal<Session>,
    announcer: Announcer,
    pub(super) challenge: RwSignal<Challenge>,
    pub(super) expires_at: RwSignal<Timestamp>,
    pub(super) again_at: RwSignal<Timestamp>,
    attempted: RwSignal<Method>,
    /// Chosen while a code is being checked; started when the portal has refused the code.
    next: RwSignal<Option<Method>>,
    pub(super) started: RwSignal<u32>,
    pub(super) failed_polls: RwSignal<u32>,
    /// "Don't ask again": kept when another method is chosen.
    pub remember: RwSignal<bool>,
    /// Sending the code, or telling that the phone was answered.
    pub answering: Task<ApiError>,
    /// Sending again.
    pub repeating: Task<ApiError>,
    /// Switching to another method.
    pub switching: Task<ApiError>,
}

impl VerificationFlow {
    /// Takes up the challenge that the portal has begun, and watches the phone from now on.
    pub fn begin(challenge: Challenge) -> Self {
        let verification = Self {
            api: Api::from_context(),
            session: use_session(),
            announcer: Announcer::from_context(),
            expires_at: RwSignal::new(clock::after(challenge.expires_in)),
            again_at: RwSignal::new(clock::after(challenge.resend_in)),
            attempted: RwSignal::new(challenge.method),
            next: RwSignal::new(None),
            started: RwSignal::new(0),
            failed_polls: RwSignal::new(0),
            remember: RwSignal::new(false),
            answering: Task::new(),
            repeating: Task::new(),
            switching: Task::new(),
            challenge: RwSignal::new(challenge),
        };
        if verification.status().get_untracked() == ChallengeStatus::Waiting {
            verification.announcer.say(verification.on_arrival());
        }
        verification.apply_error_status();
        verification.start_queued();
        verification.watch();
        verification
    }

    /// The method in use.
    pub fn method(self) -> Memo<Method> {
        Memo::new(move |_| self.challenge.read().method)
    }

    /// How far it is. A code that grew old on the screen is expired without asking.
    pub fn status(self) -> Memo<ChallengeStatus> {
        let left = self.seconds_left();
        Memo::new(move |_| {
            let challenge = self.challenge.read();
            let old = challenge.method == Method::TextAuthenticationPhone && left.get() == 0;
            match challenge.status {
                ChallengeStatus::Waiting if old => ChallengeStatus::Expired,
                status => status,
            }
        })
    }

    /// Where it went, masked.
    pub fn hint(self) -> String {
        self.challenge.read_untracked().hint.clone()
    }

    /// What has happened and is to be done now.
    pub fn lead(self) -> Text {
        let challenge = self.challenge.read_untracked();
        wording::lead(challenge.method, &challenge.hint)
    }

    /// What is said on arrival. The code field takes the focus from the heading, which is therefore
    /// said with it.
    fn on_arrival(self) -> Text {
        let lead = self.lead();
        if self.challenge.read_untracked().method.takes_code() {
            words::verify::on_arrival(Route::Verify.title(), lead)
        } else {
            lead
        }
    }

    /// The account's other methods, with their hints.
    pub fn others(self) -> Memo<Vec<(Method, String)>> {
        Memo::new(move |_| {
            let challenge = self.challenge.read();
            let others = challenge
                .options
                .iter()
                .filter(|option| option.method != challenge.method);
            others
                .map(|option| (option.method, option.hint.clone()))
                .collect()
        })
    }

    /// Seconds until the code or the call expires.
    pub fn seconds_left(self) -> Memo<u32> {
        clock::countdown(self.expires_at.into())
    }

    /// When it may be sent again.
    pub fn again_at(self) -> Signal<Timestamp> {
        self.again_at.into()
    }

    /// Rises with each challenge that a person starts here.
    pub fn started(self) -> Signal<u32> {
        self.started.into()
    }

    /// The method that was last asked for, whether or not the portal started it.
    pub fn attempted(self) -> Signal<Method> {
        self.attempted.into()
    }

    /// Whether a challenge is being begun, or will be.
    pub fn beginning(self) -> Signal<bool> {
        Signal::derive(move || {
            self.repeating.pending().get()
                || self.switching.pending().get()
                || self.next.get().is_some()
        })
    }

    pub(super) fn is_starting(self) -> bool {
        let tasks = [self.repeating, self.switching];
        tasks.iter().any(|task| task.pending().get_untracked())
    }

    /// Whether the portal has not answered for a while.
    pub fn out_of_reach(self) -> Memo<bool> {
        Memo::new(move |_| self.failed_polls.get() >= POLLS_THAT_MAY_FAIL)
    }

    /// Sends the code, or tells that the phone was answered. Does nothing while something is under
    /// way.
    pub fn answer(self, code: Option<Secret>) {
        if self.is_starting() {
            return;
        }
        let Self { api, session, .. } = self;
        let answer = AnswerChallenge {
            code,
            remember_device: self.remember.get_untracked(),
        };
        let work = async move {
            match api.answer_challenge(answer).await {
                // Passed already: in another tab, or by an answer whose reply was lost.
                Err(error) if error.code() == Some(Code::NoChallenge) => api.session().await,
                result => result,
            }
        };
        self.answering
            .start(work, move |state| session::enter(session, state));
    }

    /// Sends again, or switches to another method; after what is under way.
    pub fn start(self, method: Method) {
        if self.is_starting() {
            return;
        }
        self.attempted.set(method);
        if self.answering.pending().get_untracked() {
            self.next.set(Some(method));
            return;
        }
        let (starting, other) = if self.challenge.read_untracked().method == method {
            (self.repeating, self.switching)
        } else {
            (self.switching, self.repeating)
        };
        other.clear_error();
        starting.start(self.api.start_challenge(method), move |challenge| {
            let anew = self.challenge.read_untracked().method == challenge.method;
            self.answering.clear_error();
            self.failed_polls.set(0);
            self.expires_at.set(clock::after(challenge.expires_in));
            self.again_at.set(clock::after(challenge.resend_in));
            // Without telling anyone: who leaves this screen and comes back finds this challenge.
            self.session.update_untracked(|session| {
                if let Session::Known(SessionState::SecondFactor(known)) = session {
                    *known = challenge.clone();
                }
            });
            self.challenge.set(challenge);
            self.started.update(|count| *count += 1);
            self.announcer
                .say(if anew && self.method().get_untracked().takes_code() {
                    words::verify::new_code()
                } else {
                    self.lead()
                });
        });
    }

    /// Starts what was chosen while a code was being checked, unless the code was right.
    fn start_queued(self) {
        Effect::new(move |_| {
            let (busy, next) = (self.answering.pending().get(), self.next.get());
            let Some(method) = next.filter(|_| !busy) else {
                return;
            };
            self.next.set(None);
            let open = Session::is_at_second_factor;
            if self.session.try_with_untracked(open) == Some(true) {
                self.start(method);
            }
        });
    }

    /// Updates the challenge from the code of an error.
    fn apply_error_status(self) {
        Effect::new(move |_| {
            let Some(code) = self.answering.error().get().and_then(|error| error.code()) else {
                return;
            };
            let status = match code {
                Code::Declined => ChallengeStatus::Declined,
                Code::CodeExpired => ChallengeStatus::Expired,
                Code::CodeExhausted => ChallengeStatus::Exhausted,
                Code::NotYetApproved => ChallengeStatus::Waiting,
                _ => return,
            };
            self.challenge.update(|challenge| challenge.status = status);
        });
        Effect::new(move |_| {
            let (repeating, switching) =
                (self.repeating.error().get(), self.switching.error().get());
            let is_over = |error: &ApiError| error.code() == Some(Code::NoChallenge);
            if [&repeating, &switching].into_iter().flatten().any(is_over) {
                self.ask_where_we_stand();
            }
            let too_soon = repeating
                .as_ref()
                .and_then(ApiError::problem)
                .filter(|problem| problem.code == Code::ResendTooSoon);
            if let Some(wait) = too_soon.and_then(|problem| problem.retry_after) {
                self.again_at.set(clock::after(wait));
            }
        });
    }
}
