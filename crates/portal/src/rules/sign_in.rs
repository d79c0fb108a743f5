//! E-mail and password: whether both are there, and how often one may try.

use super::{digest, rate_limit::RateLimit};
use crate::{
    keys::ServerKeys,
    records::{AccountId, AttemptWindow, AttemptsId},
    text::{
        email::clean,
        unicode::{Form, normalised},
    },
};
use contract::{
    Code, Field, Problem, Secret, SignIn, Timestamp, form,
    limits::{PASSWORD_TRIES, PASSWORD_WINDOW_SECONDS},
};

/// 10 tries in 15 minutes.
pub const PASSWORD_LIMIT: RateLimit = RateLimit {
    tries: PASSWORD_TRIES,
    seconds: PASSWORD_WINDOW_SECONDS,
};

/// Whether both fields were filled in.
///
/// # Errors
/// `credentials_missing` about the first empty field.
pub fn check_filled(sign_in: &SignIn) -> Result<(), Problem> {
    form::email::check(&clean(&sign_in.email))
        .map_err(|code| Problem::about(code, Field::Email))?;
    if sign_in.password.is_empty() {
        return Err(Problem::about(Code::CredentialsMissing, Field::Password));
    }
    Ok(())
}

/// What the tries of one account from one address are counted under. People type their password into
/// the wrong field, so only a keyed digest is stored.
#[must_use]
pub fn attempts_id(keys: &ServerKeys, account: &AccountId, address: &str) -> AttemptsId {
    let who = Secret::new(format!("{} {address}", account.as_str()));
    let digests = digest::digests(keys, "password attempt", &who);
    AttemptsId::new(digests.current().hex.clone())
}

/// Counts one try before the password is looked at, so that racing tries all count.
///
/// # Errors
/// `too_many_tries` with the seconds to wait. A refused try does not count: the wait ends.
pub fn count_try(tries: &mut AttemptWindow, now: Timestamp) -> Result<(), Problem> {
    let wait = PASSWORD_LIMIT.wait(tries, now);
    if wait > 0 {
        return Err(Problem {
            retry_after: Some(wait),
            ..Problem::new(Code::TooManyTries)
        });
    }
    PASSWORD_LIMIT.add(tries, now);
    Ok(())
}

/// The passwords that one try stands for: as typed, and what another keyboard makes of the same
/// characters (NFC, NFKC) where that differs. How many does not depend on the account, so that time
/// does not tell which accounts exist.
#[must_use]
pub fn spellings(typed: &Secret) -> Vec<Secret> {
    let mut spellings = vec![typed.clone()];
    for form in [Form::Nfc, Form::Nfkc] {
        let other = Secret::new(normalised(typed.expose(), form));
        if !spellings.contains(&other) {
            spellings.push(other);
        }
    }
    spellings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_tried_as_typed_first_and_no_spelling_twice() {
        for (typed, expected) in [
            ("plain", &["plain"][..]),
            ("caf\u{E9}", &["caf\u{E9}"]),
            ("cafe\u{301}", &["cafe\u{301}", "caf\u{E9}"]),
            ("\u{FF43}af\u{E9}", &["\u{FF43}af\u{E9}", "caf\u{E9}"]),
            (
                "\u{FF43}afe\u{301}",
                &["\u{FF43}afe\u{301}", "\u{FF43}af\u{E9}", "caf\u{E9}"],
            ),
        ] {
            let spellings = spellings(&Secret::new(typed.into()));
            let texts: Vec<_> = spellings.iter().map(Secret::expose).collect();
            assert_eq!(texts, expected);
        }
    }
}
