//! Words for what went wrong, and dates in the reader's own form. Every problem code has a sentence,
//! an unknown one too: what happened, what is safe, what to do next.

use crate::api::ApiError;
use contract::{Code, Problem, Timestamp, limits};
use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// What to say when a call gave no result.
pub fn explain(error: &ApiError) -> String {
    match error {
        ApiError::Problem(problem) => problem_words(problem),
        ApiError::Unreachable => "The portal cannot be reached. Nothing was changed here. Check your connection and try again.".into(),
        ApiError::TimedOut => format!(
            "The portal has not answered for {} seconds. It may still be working on it. Try again; nothing is done twice.",
            limits::REQUEST_SECONDS
        ),
        ApiError::Blocked => "This page may not call the portal's address: its Content-Security-Policy does not name it in connect-src. Nothing was changed. Tell your help desk what stands here.".into(),
        ApiError::Incomplete => "A part of this page could not be fetched. What you typed is still here. Check your connection and try again; if that does not help, reload the page.".into(),
        ApiError::Unreadable(_) => "The portal answered with something this page cannot read. What you typed is still here. Try again in a moment.".into(),
    }
}

fn problem_words(problem: &Problem) -> String {
    let words = match problem.code {
        Code::WrongCredentials => {
            "The e-mail address or the password is not right. Check both and try again."
        }
        Code::CredentialsMissing => "Enter your e-mail address and your network password.",
        Code::TooManyTries => {
            return format!(
                "Too many tries. Your app passwords keep working. Try to sign in again {}.",
                in_about(problem.retry_after)
            );
        }
        Code::WrongCode => return wrong_code(problem.tries_left),
        Code::CodeMalformed => "The code has 6 digits. Enter all of them; spaces do not matter.",
        Code::CodeUsed => "This code has been used. Wait for the next one and enter it.",
        Code::CodeExpired => {
            "This took too long, so the code or the call is no longer good. Ask for a new one."
        }
        Code::CodeExhausted => {
            "That was wrong 5 times, so this code is no longer good. Ask for a new one, or sign in another way."
        }
        Code::ResendTooSoon => {
            return format!(
                "One was sent a moment ago. You can ask for another {}.",
                in_about(problem.retry_after)
            );
        }
        Code::NotYetApproved => "There is no answer from your phone yet.",
        Code::Declined => {
            "The request was denied on the phone. If that was not you, change your network password now."
        }
        Code::NoChallenge => "There is nothing to verify any more. Sign in again.",
        Code::NothingToConfirm => "There is nothing to confirm any more. Start again.",
        Code::NoSession => {
            "Your session has ended. Nothing was changed. Sign in again and go on where you were; only codes are not kept."
        }
        Code::SecondFactorRequired => "First finish signing in with your second factor.",
        Code::StepUpRequired => "Confirm again that it is you, then go on.",
        Code::CrossOrigin => {
            "The portal does not accept requests from this address. Open it by its own address."
        }
        Code::CreationForbidden => {
            "Your administrator does not allow new app passwords. The ones you have keep working, and you can delete them."
        }
        Code::LimitReached => {
            "You have as many app passwords as allowed. Delete one that you no longer need; then this one can be created."
        }
        Code::InitialNotDue => {
            "You already have an app password. Create another one when you need it."
        }
        Code::AlreadyShown => {
            "This app password was made and has been shown; it cannot be shown again. Delete it, or make another."
        }
        Code::StaleAttempt => "A newer try has taken over. Look at the list before you try again.",
        Code::KeyReused => {
            "Something else was made with this request. Look at the list, then start again."
        }
        Code::NameEmpty => "Enter a name. It is how you tell this app password from others.",
        Code::NameTooLong => {
            return format!(
                "The name is longer than {} characters. Shorten it.",
                limits::NAME_LENGTH
            );
        }
        Code::NameForbiddenCharacter => {
            "The name holds an invisible control character. Type it anew instead of pasting it."
        }
        Code::NameTaken => "You already have an app password with this name. Choose another name.",
        Code::PhoneInvalid => {
            "This is not a complete telephone number. Begin with + and the country code, as in +1 555 555 0134."
        }
        Code::LastMethod => {
            "This is the last way to verify that it is you, so it cannot be removed. Set up another way first."
        }
        Code::MethodUnavailable => "This way is not set up for your account. Choose another one.",
        Code::NotFound => "It is not there any more. It may have been deleted in another window.",
        Code::Malformed => "The portal did not understand this page. Reload it and try again.",
        Code::Internal => "The portal failed. What you typed is still here. Try again in a moment.",
        Code::Unavailable => {
            return format!(
                "The portal is busy. What you typed is still here. Try again {}.",
                in_about(problem.retry_after)
            );
        }
        Code::Unknown => {
            "Something went wrong that this page has no word for. What you typed is still here. Reload the page and try again."
        }
    };
    words.into()
}

fn wrong_code(tries_left: Option<u32>) -> String {
    match tries_left {
        Some(1) => "This is not the right code. You have 1 try left.".into(),
        Some(left) => format!("This is not the right code. You have {left} tries left."),
        None => "This is not the right code.".into(),
    }
}

/// "in 30 seconds", "in 12 minutes": rounded up, so that waiting as long as it says is enough.
fn in_about(seconds: Option<u32>) -> String {
    match seconds {
        None => "in a moment".into(),
        Some(1) => "in 1 second".into(),
        Some(seconds) if seconds < 90 => format!("in {seconds} seconds"),
        Some(seconds) => format!("in {} minutes", seconds.div_ceil(60)),
    }
}

/// `m:ss`, for a countdown.
pub fn minutes_and_seconds(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// A day in the reader's own form: 10/30/2016 in en-US (step 6 of the guide).
pub fn date(moment: Timestamp) -> String {
    formatted(
        moment,
        &[
            ("year", "numeric"),
            ("month", "numeric"),
            ("day", "numeric"),
        ],
    )
}

/// A day and a time in the reader's own form, for a second look.
pub fn date_and_time(moment: Timestamp) -> String {
    formatted(moment, &[("dateStyle", "long"), ("timeStyle", "short")])
}

/// A time of day in the reader's own form.
#[cfg(feature = "prototype")]
pub fn time(moment: Timestamp) -> String {
    formatted(moment, &[("timeStyle", "short")])
}

/// The same moment for the `datetime` attribute, as ISO 8601.
#[allow(
    clippy::cast_precision_loss,
    reason = "milliseconds of this millennium fit into 53 bits"
)]
pub fn machine_readable(moment: Timestamp) -> String {
    js_sys::Date::new(&JsValue::from_f64(moment.0 as f64))
        .to_iso_string()
        .into()
}

#[allow(
    clippy::cast_precision_loss,
    reason = "milliseconds of this millennium fit into 53 bits"
)]
fn formatted(moment: Timestamp, parts: &[(&str, &str)]) -> String {
    let options = Object::new();
    for (key, value) in parts {
        // Setting a property of a plain object does not fail.
        let _ = Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    let locales: Array = leptos::prelude::window().navigator().languages();
    let format = Intl::DateTimeFormat::new(&locales, &options).format();
    format
        .call1(
            &JsValue::UNDEFINED,
            &js_sys::Date::new(&JsValue::from_f64(moment.0 as f64)),
        )
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_has_a_sentence_of_its_own() {
        let mut seen = std::collections::HashSet::new();
        for code in Code::ALL.iter().chain([&Code::Unknown]) {
            let words = explain(&ApiError::Problem(Problem::new(*code)));
            assert!(words.ends_with('.'), "{code:?}: {words}");
            assert!(
                seen.insert(words.clone()),
                "{code:?} says the same as another: {words}"
            );
        }
    }

    #[test]
    fn a_person_is_told_how_long_to_wait() {
        let mut problem = Problem::new(Code::TooManyTries);
        problem.retry_after = Some(840);
        assert!(explain(&ApiError::Problem(problem)).contains("in 14 minutes"));
        assert_eq!(minutes_and_seconds(65), "1:05");
    }
}
