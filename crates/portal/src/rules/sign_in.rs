//! E-mail and password: who is meant, and how often one may try.

use super::guesses::{Allowance, Guesses};
use contract::{
    Code, Field, Problem, SignIn, Timestamp, form,
    limits::{PASSWORD_TRIES, PASSWORD_WINDOW_SECONDS},
};

/// 10 tries in 15 minutes.
pub const PASSWORD_ALLOWANCE: Allowance = Allowance {
    tries: PASSWORD_TRIES,
    seconds: PASSWORD_WINDOW_SECONDS,
};

/// Whether both fields were filled in.
///
/// # Errors
/// `credentials_missing` about the first empty field.
pub fn check_filled(sign_in: &SignIn) -> Result<(), Problem> {
    form::email::check(&sign_in.email).map_err(|code| Problem::about(code, Field::Email))?;
    if sign_in.password.is_empty() {
        return Err(Problem::about(Code::CredentialsMissing, Field::Password));
    }
    Ok(())
}

/// Counts one try before the password is looked at, so that racing tries all count.
///
/// # Errors
/// `too_many_tries` with the seconds to wait. A refused try does not count: the wait ends.
pub fn count_try(tries: &mut Guesses, now: Timestamp) -> Result<(), Problem> {
    let wait = tries.wait(PASSWORD_ALLOWANCE, now);
    if wait > 0 {
        return Err(Problem {
            retry_after: Some(wait),
            ..Problem::new(Code::TooManyTries)
        });
    }
    tries.add(PASSWORD_ALLOWANCE, now);
    Ok(())
}
