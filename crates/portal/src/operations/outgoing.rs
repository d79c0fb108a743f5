//! What is sent to people: the code or the request of a challenge, and the code that verifies a phone.

use crate::{
    keys::ServerKeys,
    ports::{CallPurpose, Message, Random},
    records::{AccountRecord, ChallengeId, KeyedDigest},
    rules::{code, methods, token},
};
use contract::{Method, Secret, VerificationChannel};

/// A fresh id and code for a challenge or a verification. The store keeps the digest; the code itself
/// goes into the message.
#[derive(Clone, Debug)]
pub struct Seed {
    /// Random.
    pub id: ChallengeId,
    /// Six random digits.
    pub code: Secret,
    /// The digest of the code, bound to the id.
    pub digest: KeyedDigest,
}

impl Seed {
    /// Draws one.
    #[must_use]
    pub fn new(random: &dyn Random, keys: &ServerKeys) -> Self {
        let id = ChallengeId::new(token::id(random));
        let code = code::generate(random);
        let digest = code::digests(keys, &id, &code).current().clone();
        Self { id, code, digest }
    }
}

/// A message to deliver once the operation is saved, and what it belongs to if it is refused.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// The challenge or the verification.
    pub id: ChallengeId,
    /// What to deliver.
    pub message: Message,
}

/// The message of a challenge; none for a code from the app, which is not sent.
pub(super) fn challenge(account: &AccountRecord, method: Method, seed: &Seed) -> Option<Outgoing> {
    let email = account.email.clone();
    let id = seed.id.clone();
    let message = match method {
        Method::AppCode => return None,
        Method::AppNotification => Message::AppNotification {
            account: email,
            challenge: id.clone(),
        },
        Method::TextAuthenticationPhone => Message::TextCode {
            to: methods::phone(account, method)?.number,
            code: seed.code.clone(),
            account: email,
        },
        Method::CallAuthenticationPhone | Method::CallOfficePhone | Method::CallAlternatePhone => {
            let phone = methods::phone(account, method)?;
            Message::Call {
                to: phone.number,
                extension: phone.extension,
                account: email,
                purpose: CallPurpose::Approve {
                    challenge: id.clone(),
                },
            }
        }
    };
    Some(Outgoing { id, message })
}

/// The message that verifies a number.
pub(super) fn verification(
    account: &AccountRecord,
    to: String,
    channel: VerificationChannel,
    seed: Seed,
) -> Outgoing {
    let (id, code) = (seed.id, seed.code);
    let account = account.email.clone();
    let message = match channel {
        VerificationChannel::Text => Message::TextCode { to, code, account },
        VerificationChannel::Call => Message::Call {
            to,
            extension: None,
            account,
            purpose: CallPurpose::ReadCode(code),
        },
    };
    Outgoing { id, message }
}
