//! Setting up a phone: a number, a code sent to it, the code typed in. Used by the security tab and
//! by an account that sets up its first second factor.

use super::{factor::Factor, phone_draft};
use crate::{
    api::{Api, ApiError},
    clock,
    ui::Task,
};
use contract::{
    Code, ConfirmCode, PhoneSlot, Secret, SecuritySettings, StartPhoneVerification, Timestamp,
    VerificationChannel,
};
use leptos::prelude::*;

/// What is done when a phone is set up: which one, its number, and the settings as they are then.
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

/// What the dialog asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The number, and how the code travels.
    Number,
    /// The code.
    Code,
}

/// Lives as long as the screen, so that what was started in the dialog ends well if the dialog is
/// closed meanwhile. Cheap to copy.
#[derive(Clone, Copy)]
pub struct PhoneSetUp {
    api: Api,
    /// The phone that the dialog is open for.
    pub slot: RwSignal<Option<PhoneSlot>>,
    /// What it asks for.
    pub step: RwSignal<Step>,
    /// How the code shall travel.
    pub channel: RwSignal<VerificationChannel>,
    /// The number as far as it is typed.
    pub typed: RwSignal<String>,
    /// Whether what is typed stood here before the session ended.
    pub carried_over: RwSignal<bool>,
    /// The code on its way, if there is one.
    pub sent: RwSignal<Option<Sent>>,
    /// Sending a code.
    pub sending: Task<ApiError>,
    /// Confirming with the code.
    pub confirming: Task<ApiError>,
    done: Done,
}

impl PhoneSetUp {
    /// Closed at first, unless the last session ended while it was open.
    pub fn new(done: impl Fn((PhoneSlot, String, SecuritySettings)) + 'static) -> Self {
        let set_up = Self {
            api: Api::from_context(),
            typed: RwSignal::new(String::new()),
            carried_over: RwSignal::new(false),
            slot: RwSignal::new(None),
            step: RwSignal::new(Step::Number),
            channel: RwSignal::new(VerificationChannel::Text),
            sent: RwSignal::new(None),
            sending: Task::new(),
            confirming: Task::new(),
            done: UnsyncCallback::new(done),
        };
        phone_draft::carry(set_up);
        set_up
    }

    /// Opens the dialog.
    pub fn open_for(self, slot: PhoneSlot) {
        self.sending.clear_error();
        self.confirming.clear_error();
        self.step.set(Step::Number);
        self.typed.set(String::new());
        self.carried_over.set(false);
        self.slot.set(Some(slot));
    }

    /// Closes it. A phone counts only after its code was entered, so nothing is changed by that.
    pub fn close(self) {
        self.slot.set(None);
    }

    /// The code on its way to the phone that the dialog is open for, while it is good.
    pub fn open_code(self) -> Option<Sent> {
        let slot = self.slot.get();
        self.sent
            .get()
            .filter(|sent| Some(sent.slot) == slot && sent.good_until > clock::now())
    }

    /// Sends a code to a number, as typed.
    pub fn send(self, number: String) {
        let Some(slot) = self.slot.get_untracked() else {
            return;
        };
        let channel = self.channel.get_untracked();
        let start = StartPhoneVerification {
            slot,
            number,
            channel,
        };
        self.sending
            .start(self.api.verify_phone(start), move |started| {
                let anew = self.step.get_untracked() == Step::Code;
                self.confirming.clear_error();
                self.sent.set(Some(Sent {
                    slot,
                    number: started.number,
                    channel,
                    good_until: clock::after(started.expires_in),
                    again_at: clock::after(started.resend_in),
                    anew,
                }));
                // The dialog may have been closed meanwhile, or opened for another phone.
                if self.slot.get_untracked() == Some(slot) {
                    self.step.set(Step::Code);
                }
            });
    }

    /// The number counts from now on, if the code is right.
    pub fn confirm(self, code: Secret) {
        let Some(sent) = self.sent.get_untracked() else {
            return;
        };
        let api = self.api;
        let (slot, number) = (sent.slot, sent.number);
        let expected = number.clone();
        let work = async move {
            match api.confirm_phone(ConfirmCode { code }).await {
                // Perhaps it counts already, and the reply that said so was lost.
                Err(error) if error.code() == Some(Code::NothingToConfirm) => {
                    let now = api.security().await?;
                    let counts = Factor::of(slot).value(&now).as_ref() == Some(&expected);
                    if counts { Ok(now) } else { Err(error) }
                }
                result => result,
            }
        };
        self.confirming.start(work, move |now| {
            self.sent.set(None);
            if self.slot.get_untracked() == Some(slot) {
                self.close();
            }
            self.done.run((slot, number, now));
        });
    }
}
