//! What has reached the made-up phone. It stands for the messenger of a real portal.

use contract::{Secret, Timestamp, limits};
use portal::{AccountId, ChallengeId};
use serde::{Deserialize, Serialize};

/// The phone: messages, a call, a request to approve, and an authenticator app.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Handset {
    /// Text messages, newest last; a few of them.
    pub messages: Vec<TextMessage>,
    /// The newest call.
    pub call: Option<Call>,
    /// The newest request to approve.
    pub request: Option<Request>,
    /// Accounts whose QR code was scanned.
    pub scanned: Vec<AccountId>,
}

/// A text message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextMessage {
    /// The number it came to.
    pub to: String,
    /// The code in it.
    pub code: Secret,
    /// When.
    pub at: Timestamp,
}

/// A call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// The number that rings.
    pub to: String,
    /// Its extension.
    pub extension: Option<String>,
    /// Since when.
    pub at: Timestamp,
    /// Whether it was picked up.
    pub answered: bool,
    /// What it is for.
    pub purpose: CallPurpose,
}

/// What a call is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CallPurpose {
    /// Press # to let this challenge through.
    Approve {
        /// The portal's name for it.
        challenge: ChallengeId,
    },
    /// A voice reads this code out.
    ReadCode(Secret),
}

/// A request to approve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Who wants to sign in.
    pub account: String,
    /// The portal's name for it.
    pub challenge: ChallengeId,
    /// Since when.
    pub at: Timestamp,
}

/// Messages kept on the phone.
const MESSAGES: usize = 4;

impl Handset {
    /// A message comes in.
    pub fn receive(&mut self, message: portal::Message, at: Timestamp) {
        match message {
            portal::Message::TextCode { to, code, .. } => {
                self.messages.push(TextMessage { to, code, at });
                let surplus = self.messages.len().saturating_sub(MESSAGES);
                self.messages.drain(..surplus);
            }
            portal::Message::Call {
                to,
                extension,
                purpose,
                ..
            } => {
                let purpose = match purpose {
                    portal::CallPurpose::Approve { challenge } => {
                        CallPurpose::Approve { challenge }
                    }
                    portal::CallPurpose::ReadCode(code) => CallPurpose::ReadCode(code),
                };
                self.call = Some(Call {
                    to,
                    extension,
                    at,
                    answered: false,
                    purpose,
                });
            }
            portal::Message::AppNotification { account, challenge } => {
                self.request = Some(Request {
                    account,
                    challenge,
                    at,
                });
            }
        }
    }

    /// The call, while it rings or is held: an unanswered one stops after 60 seconds.
    #[must_use]
    pub fn call_at(&self, now: Timestamp) -> Option<&Call> {
        self.call
            .as_ref()
            .filter(|call| call.answered || is_fresh(call.at, now))
    }

    /// The request, while it can be approved.
    #[must_use]
    pub fn request_at(&self, now: Timestamp) -> Option<&Request> {
        self.request
            .as_ref()
            .filter(|request| is_fresh(request.at, now))
    }

    /// Picks the call up.
    pub fn pick_up(&mut self) {
        if let Some(call) = &mut self.call {
            call.answered = true;
        }
    }

    /// Hangs up, or lets it ring no longer.
    pub fn hang_up(&mut self) {
        self.call = None;
    }

    /// The newest code: the one that a voice reads out, else that of the newest text message.
    #[must_use]
    pub fn text_code(&self) -> Option<&Secret> {
        match &self.call {
            Some(Call {
                answered: true,
                purpose: CallPurpose::ReadCode(code),
                ..
            }) => Some(code),
            _ => self.messages.last().map(|message| &message.code),
        }
    }

    /// What the phone is asked to approve: by the call that was picked up, else by the request.
    #[must_use]
    pub fn to_approve(&self, now: Timestamp) -> Option<ChallengeId> {
        let call = self.call_at(now).and_then(|call| match &call.purpose {
            CallPurpose::Approve { challenge } if call.answered => Some(challenge),
            _ => None,
        });
        let request = self.request_at(now).map(|request| &request.challenge);
        call.or(request).cloned()
    }
}

fn is_fresh(since: Timestamp, now: Timestamp) -> bool {
    now.0 - since.0 < i64::from(limits::ANSWER_SECONDS) * 1000
}
