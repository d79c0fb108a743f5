//! The words for each method of the second factor.

use crate::{
    api::ApiError,
    words::{
        ELEMENT, Text,
        text::{self, Failure},
        verify as words,
    },
};
use contract::{ChallengeStatus, Code, Method, Problem, limits};

/// What has happened and is to be done now. The sentence about the call is the guide's.
pub fn lead(method: Method, hint: &str) -> Text {
    match method {
        Method::TextAuthenticationPhone => words::text_sent(hint),
        Method::AppCode => words::enter_app_code(text::CODE_LENGTH),
        Method::CallAuthenticationPhone | Method::CallOfficePhone | Method::CallAlternatePhone => {
            words::calling()
        }
        Method::AppNotification => words::notified(),
    }
}

/// How to answer, where no code is typed.
pub fn how_to_answer(method: Method, hint: &str) -> Text {
    match method {
        Method::CallOfficePhone => words::answer_office_call(hint),
        Method::CallAlternatePhone => words::answer_alternate_call(hint),
        Method::AppNotification => words::approve(),
        _ => words::answer_call(hint),
    }
}

/// A method, as a button of "Sign in another way".
pub fn option(method: Method, hint: &str) -> Text {
    match method {
        Method::AppNotification => words::notify(),
        Method::CallAuthenticationPhone => words::call(hint),
        Method::TextAuthenticationPhone => words::text(hint),
        Method::CallOfficePhone => words::call_office(hint),
        Method::AppCode => words::use_app_code(),
        Method::CallAlternatePhone => words::call_alternate(hint),
    }
}

/// The button that sends again, and what stands there while it is too soon, around the time left.
pub fn again(method: Method) -> (Text, Text) {
    match method {
        Method::AppNotification => (
            words::send_notification_again(),
            words::send_notification_again_in(ELEMENT),
        ),
        method if method.is_call() => (words::call_again(), words::call_again_in(ELEMENT)),
        _ => (words::send_code_again(), words::send_code_again_in(ELEMENT)),
    }
}

/// Whether an error is about the code that was typed.
pub fn is_about_code(error: &ApiError) -> bool {
    matches!(
        error.code(),
        Some(
            Code::WrongCode
                | Code::CodeMalformed
                | Code::CodeUsed
                | Code::ClockOff
                | Code::CodeExpired
                | Code::CodeExhausted
        )
    )
}

/// What is wrong with the code typed. A code from the app cannot be sent anew, so being asked to
/// would be a riddle.
pub fn code_error(error: &ApiError, method: Method) -> Option<Text> {
    let problem = error.problem().filter(|_| is_about_code(error))?;
    if problem.code == Code::CodeExhausted && method == Method::AppCode {
        return Some(exhausted_app_code(problem.retry_after));
    }
    if problem.code == Code::CodeExhausted
        && let Some(seconds) = problem.retry_after
    {
        return Some(words::exhausted_minutes(minutes(seconds)));
    }
    Some(error.explain())
}

/// What is wrong before anything was typed: the code grew old, or never got through.
pub fn code_status(status: ChallengeStatus, method: Method) -> Option<Text> {
    match status {
        ChallengeStatus::Exhausted if method == Method::AppCode => Some(exhausted_app_code(None)),
        ChallengeStatus::Exhausted => Some(words::exhausted(limits::CODE_TRIES)),
        ChallengeStatus::Expired => Some(words::code_expired()),
        ChallengeStatus::Waiting | ChallengeStatus::Approved | ChallengeStatus::Declined => None,
    }
}

fn exhausted_app_code(retry_after: Option<u32>) -> Text {
    words::exhausted_app(
        minutes(retry_after.unwrap_or(limits::CODE_SECONDS)),
        &limits::CODE_TRIES.to_string(),
    )
}

/// Rounded up, so that waiting as long as it says is enough.
fn minutes(seconds: u32) -> u32 {
    seconds.div_ceil(60).max(1)
}

/// Why a call or an approval is over, if it is.
pub fn approval_status(status: ChallengeStatus, method: Method) -> Option<Text> {
    let seconds = limits::ANSWER_SECONDS;
    match status {
        ChallengeStatus::Waiting | ChallengeStatus::Approved => None,
        ChallengeStatus::Declined => Some(Problem::new(Code::Declined).explain()),
        ChallengeStatus::Expired | ChallengeStatus::Exhausted
            if method == Method::AppNotification =>
        {
            Some(words::not_approved(seconds))
        }
        ChallengeStatus::Expired | ChallengeStatus::Exhausted => Some(words::not_answered(seconds)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn nobody_is_told_to_ask_for_a_new_code_that_nobody_can_send() {
        let error = ApiError::Problem(Problem {
            retry_after: Some(240),
            ..Problem::new(Code::CodeExhausted)
        });
        let words = code_error(&error, Method::AppCode)
            .map(|words| words.get())
            .unwrap_or_default();
        assert!(
            words.contains("in 4 minutes") && !words.contains("new code"),
            "{words}"
        );
    }

    #[wasm_bindgen_test]
    fn every_method_can_be_told_from_the_others_by_its_button() {
        let all = [Method::CallAlternatePhone]
            .into_iter()
            .chain(Method::PREFERABLE);
        let words: std::collections::HashSet<_> = all
            .map(|method| option(method, "+1 ••• ••• 0134").get())
            .collect();
        assert_eq!(words.len(), 6);
    }
}
