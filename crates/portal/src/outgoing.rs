//! Puts codes, calls and requests to approve into words for the messenger.

use crate::{
    portal::Portal,
    ports::{CallPurpose, Message},
    rules::{challenge::Seed, code, methods, token},
    store::{AccountRecord, ChallengeRecord, SessionView, Stage, Store},
};
use contract::{Method, Secret, VerificationChannel};

/// A fresh challenge id and code: the digest for the store, the code itself for the message.
pub fn seed<S: Store>(portal: &Portal<S>) -> (Seed, Secret) {
    let random = portal.ports().random.as_ref();
    let id = token::id(random);
    let secret = code::generate(random);
    let code = code::digests(&portal.settings().keys, &id, &secret).current;
    (Seed { id, code }, secret)
}

/// Sends the challenge of a session, if it has one that is sent. False when the messenger refused;
/// the challenge has been noted as over then.
pub async fn send_challenge<S: Store>(
    portal: &Portal<S>,
    view: &SessionView,
    code: Secret,
) -> Result<bool, crate::StoreError> {
    let Stage::SecondFactor(second) = &view.session.stage else {
        return Ok(true);
    };
    let Some(message) = challenge_message(&view.account, &second.challenge, code) else {
        return Ok(true);
    };
    if portal.deliver(message).await.is_ok() {
        return Ok(true);
    }
    portal
        .store()
        .report_undelivered(&view.token, &second.challenge.id)
        .await?;
    Ok(false)
}

fn challenge_message(
    account: &AccountRecord,
    challenge: &ChallengeRecord,
    code: Secret,
) -> Option<Message> {
    let email = account.email.clone();
    let id = challenge.id.clone();
    match challenge.method {
        Method::AppCode => None,
        Method::AppNotification => Some(Message::AppNotification {
            account: email,
            challenge: id,
        }),
        Method::TextAuthenticationPhone => {
            let to = methods::phone(account, challenge.method)?.number;
            Some(Message::TextCode {
                to,
                code,
                account: email,
            })
        }
        Method::CallAuthenticationPhone | Method::CallOfficePhone | Method::CallAlternatePhone => {
            let phone = methods::phone(account, challenge.method)?;
            Some(Message::Call {
                to: phone.number,
                extension: phone.extension,
                account: email,
                purpose: CallPurpose::Approve { challenge: id },
            })
        }
    }
}

/// The message that verifies a number.
pub fn verification_message(
    channel: VerificationChannel,
    to: String,
    code: Secret,
    account: String,
) -> Message {
    match channel {
        VerificationChannel::Text => Message::TextCode { to, code, account },
        VerificationChannel::Call => Message::Call {
            to,
            extension: None,
            account,
            purpose: CallPurpose::ReadCode(code),
        },
    }
}
