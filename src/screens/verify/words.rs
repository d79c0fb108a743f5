//! What is said about each way of the second factor.

use crate::{api::ApiError, text};
use contract::{ChallengeStatus, Code, Method, Problem, limits};

/// What has happened and is to be done now. The sentence about the call is the guide's.
pub fn lead(method: Method, hint: &str) -> String {
    match method {
        Method::TextAuthenticationPhone => {
            format!("We've sent a text message with a code to {hint}.")
        }
        Method::AppCode => format!(
            "Enter the {}-digit code from your authenticator app.",
            limits::CODE_LENGTH
        ),
        Method::CallAuthenticationPhone | Method::CallOfficePhone | Method::CallAlternatePhone => {
            "We're calling your phone. Please answer it to continue.".into()
        }
        Method::AppNotification => {
            "We've sent a notification to your app. Please approve it to continue.".into()
        }
    }
}

/// How to answer, where no code is typed.
pub fn how_to_answer(method: Method, hint: &str) -> String {
    match method {
        Method::CallOfficePhone => {
            format!("Answer the call to your office phone, {hint}, and press #.")
        }
        Method::CallAlternatePhone => {
            format!("Answer the call to your alternate phone, {hint}, and press #.")
        }
        Method::AppNotification => "Open it on your phone and press Approve.".into(),
        _ => format!("Answer the call to {hint} and press #."),
    }
}

/// A way, as a button of "Sign in another way".
pub fn option(method: Method, hint: &str) -> String {
    match method {
        Method::AppNotification => "Notify me through app".into(),
        Method::CallAuthenticationPhone => format!("Call {hint}"),
        Method::TextAuthenticationPhone => format!("Text {hint}"),
        Method::CallOfficePhone => format!("Call my office phone {hint}"),
        Method::AppCode => "Use verification code from app".into(),
        Method::CallAlternatePhone => format!("Call my alternate phone {hint}"),
    }
}

/// The button that sends again, and what stands there while it is too soon.
pub fn again(method: Method) -> (&'static str, &'static str) {
    match method {
        Method::AppNotification => ("Send again", "You can ask for a new notification in"),
        method if method.is_call() => ("Call again", "You can ask for another call in"),
        _ => ("Send a new code", "You can ask for a new code in"),
    }
}

/// Whether a problem is about the code that was typed.
pub fn is_about_code(problem: &Problem) -> bool {
    matches!(
        problem.code,
        Code::WrongCode
            | Code::CodeMalformed
            | Code::CodeUsed
            | Code::CodeExpired
            | Code::CodeExhausted
    )
}

/// What is wrong with the code typed. A code from the app cannot be sent anew, so being asked to
/// would be a riddle.
pub fn code_error(error: &ApiError, method: Method) -> Option<String> {
    let problem = error.problem().filter(|problem| is_about_code(problem))?;
    if problem.code == Code::CodeExhausted && method == Method::AppCode {
        return Some(exhausted_app_code(problem.retry_after));
    }
    if problem.code == Code::CodeExhausted
        && let Some(seconds) = problem.retry_after
    {
        return Some(format!(
            "That was wrong too often. You can try text messages again in {}, or sign in another way now.",
            minutes(seconds)
        ));
    }
    Some(text::explain(error))
}

/// What is wrong before anything was typed: the code grew old, or never got through.
pub fn code_status(status: ChallengeStatus, method: Method) -> Option<String> {
    match status {
        ChallengeStatus::Exhausted if method == Method::AppCode => Some(exhausted_app_code(None)),
        ChallengeStatus::Exhausted => Some(format!(
            "That was wrong {} times, so this code is no longer good. Send a new code, or sign in another way.",
            limits::CODE_TRIES
        )),
        ChallengeStatus::Expired => {
            Some("This code is no longer good, or it could not be sent. Send a new code.".into())
        }
        ChallengeStatus::Waiting | ChallengeStatus::Approved | ChallengeStatus::Declined => None,
    }
}

fn exhausted_app_code(retry_after: Option<u32>) -> String {
    format!(
        "That was wrong {} times. You can try codes from the app again in {}, or sign in another way now.",
        limits::CODE_TRIES,
        minutes(retry_after.unwrap_or(limits::CODE_SECONDS))
    )
}

/// Rounded up, so that waiting as long as it says is enough.
fn minutes(seconds: u32) -> String {
    match seconds.div_ceil(60) {
        0 | 1 => "1 minute".into(),
        minutes => format!("{minutes} minutes"),
    }
}

/// Why a call or an approval is over, if it is.
pub fn approval_status(status: ChallengeStatus, method: Method) -> Option<String> {
    let seconds = limits::ANSWER_SECONDS;
    match status {
        ChallengeStatus::Waiting | ChallengeStatus::Approved => None,
        ChallengeStatus::Declined => Some(text::explain(&ApiError::Problem(Problem::new(
            Code::Declined,
        )))),
        ChallengeStatus::Expired | ChallengeStatus::Exhausted
            if method == Method::AppNotification =>
        {
            Some(format!(
                "The notification was not approved within {seconds} seconds, or it did not reach your phone."
            ))
        }
        ChallengeStatus::Expired | ChallengeStatus::Exhausted => Some(format!(
            "The call was not answered with # within {seconds} seconds, or it did not get through."
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_told_to_ask_for_a_new_code_that_nobody_can_send() {
        let error = ApiError::Problem(Problem {
            retry_after: Some(240),
            ..Problem::new(Code::CodeExhausted)
        });
        let words = code_error(&error, Method::AppCode).unwrap_or_default();
        assert!(
            words.contains("in 4 minutes") && !words.contains("new code"),
            "{words}"
        );
    }

    #[test]
    fn every_way_can_be_told_from_the_others_by_its_button() {
        let all = [Method::CallAlternatePhone]
            .into_iter()
            .chain(Method::PREFERABLE);
        let words: std::collections::HashSet<_> = all
            .map(|method| option(method, "+1 ••• ••• 0134"))
            .collect();
        assert_eq!(words.len(), 6);
    }
}
