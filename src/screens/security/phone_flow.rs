//! Setting up a phone: a number, a code sent to it, the code typed in. Used by the security tab and
//! by an account that sets up its first second factor.

use super::{
    factor::Factor,
    phone_draft::{self, Opening},
};
use crate::{
    api::{Api, ApiError},
    clock,
    ui::Task,
};
use contract::{
    Code, ConfirmCode, Field, PhoneSlot, Problem, Secret, SecuritySettings, StartPhoneVerification,
    Timestamp, VerificationChannel, form,
};
use leptos::prelude::*;

/// Called when a phone is set up: which one, its number, and the settings as they are then.
type Done = UnsyncCallback<(PhoneSlot, String, SecuritySettings)>;

/// A code that is on its way to a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    /// The phone that is set up by it.
    pub slot: PhoneSlot,
    /// In E.164 form, as the portal understood it.
    pub number: String,
    /// How it travels.
    pub channel: VerificationChannel,
    /// Until then it is good.
    pub good_until: Timestamp,
    /// From then on another may be sent.
    pub again_at: Timestamp,
    /// Whether it is a second one to the same number.
    pub anew: bool,
}

/// Lives as long as the screen.
#[derive(Clone, Copy)]
pub struct PhoneFlow {
    api: Api,
    /// What the dialog is open for.
    pub opening: RwSignal<Option<Opening>>,
    /// The newest code, which can still be entered if the dialog was closed meanwhile.
    sent: RwSignal<Option<Sent>>,
    done: Done,
}

impl PhoneFlow {
    /// Closed at first, unless the last session ended while it was open.
    pub fn new(done: impl Fn((PhoneSlot, String, SecuritySettings)) + 'static) -> Self {
        Self {
            api: Api::from_context(),
            opening: RwSignal::new(phone_draft::carried_over()),
            sent: RwSignal::new(None),
            done: UnsyncCallback::new(done),
        }
    }

    /// Opens the dialog.
    pub fn open_for(self, slot: PhoneSlot) {
        self.opening.set(Some(Opening {
            slot,
            carried_over: None,
        }));
    }

    /// Closes it. A phone counts only after its code was entered, so nothing is changed by that.
    pub fn close(self) {
        self.opening.try_set(None);
    }

    /// A phone counts.
    fn finish(self, sent: Sent, now: SecuritySettings) {
        self.sent.try_set(None);
        let is_open_for = |opening: &Option<Opening>| {
            opening
                .as_ref()
                .is_some_and(|opening| opening.slot == sent.slot)
        };
        if self.opening.try_with_untracked(is_open_for) == Some(true) {
            self.close();
        }
        // Nobody waits for it if the screen was left.
        self.done.try_run((sent.slot, sent.number, now));
    }
}

/// What the dialog asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The number, and how the code travels.
    Number,
    /// The code that was sent.
    Code(Sent),
}

/// One opening of the dialog.
#[derive(Clone, Copy)]
pub struct PhoneForms {
    flow: PhoneFlow,
    slot: PhoneSlot,
    /// What is asked for.
    pub step: RwSignal<Step>,
    /// How the code shall travel.
    pub channel: RwSignal<VerificationChannel>,
    /// The number as far as it is typed.
    pub typed: RwSignal<String>,
    /// Whether what is typed stood here before the session ended.
    pub carried_over: bool,
    /// Sending a code.
    pub sending: Task<ApiError>,
    /// Confirming with the code.
    pub confirming: Task<ApiError>,
}

impl PhoneForms {
    /// Call when the dialog opens.
    pub fn new(flow: PhoneFlow, opening: Opening) -> Self {
        let carried_over = opening.carried_over.is_some();
        let (channel, number) = opening
            .carried_over
            .unwrap_or((VerificationChannel::Text, String::new()));
        let forms = Self {
            flow,
            slot: opening.slot,
            step: RwSignal::new(Step::Number),
            channel: RwSignal::new(channel),
            typed: RwSignal::new(number),
            carried_over,
            sending: Task::new(),
            confirming: Task::new(),
        };
        phone_draft::carry_over(opening.slot, forms.channel, forms.typed);
        forms
    }

    /// Closes the dialog.
    pub fn close(self) {
        self.flow.close();
    }

    /// The code on its way to this phone, while it is good. Tracks.
    pub fn open_code(self) -> Option<Sent> {
        self.flow
            .sent
            .get()
            .filter(|sent| sent.slot == self.slot && sent.good_until > clock::now())
            .map(|sent| Sent {
                anew: false,
                ..sent
            })
    }

    /// Sends a code to a number, as typed.
    pub fn send(self, number: String) {
        if let Err(code) = form::phone::parse(&number) {
            return self
                .sending
                .fail(ApiError::Problem(Problem::about(code, Field::Phone)));
        }
        let Self { flow, slot, .. } = self;
        let channel = self.channel.get_untracked();
        let anew = matches!(*self.step.read_untracked(), Step::Code(_));
        let start = StartPhoneVerification {
            slot,
            number,
            channel,
        };
        let work = async move {
            let started = flow.api.verify_phone(start).await?;
            let sent = Sent {
                slot,
                number: started.number,
                channel,
                good_until: clock::after(started.expires_in),
                again_at: clock::after(started.resend_in),
                anew,
            };
            // Inside the work: it can be entered later even if the dialog was closed meanwhile.
            flow.sent.try_set(Some(sent.clone()));
            Ok(sent)
        };
        self.sending.start(work, move |sent| {
            self.confirming.clear_error();
            self.step.set(Step::Code(sent));
        });
    }

    /// The number counts from now on, if the code is right.
    pub fn confirm(self, sent: Sent, typed: &Secret) {
        let code = match form::code::parse(typed.expose()) {
            Ok(code) => code,
            Err(code) => {
                return self
                    .confirming
                    .fail(ApiError::Problem(Problem::about(code, Field::Code)));
            }
        };
        let flow = self.flow;
        let work = async move {
            let now = match flow.api.confirm_phone(ConfirmCode { code }).await {
                // Perhaps it counts already, and the reply that said so was lost.
                Err(error) if error.code() == Some(Code::NothingToConfirm) => {
                    let now = flow.api.security().await?;
                    let counts =
                        Factor::of(sent.slot).value(&now) == Some(sent.number.as_str().into());
                    if counts { Ok(now) } else { Err(error) }
                }
                result => result,
            }?;
            // Inside the work: the phone counts even if the dialog was closed meanwhile.
            flow.finish(sent, now);
            Ok(())
        };
        self.confirming.start(work, |()| ());
    }
}
