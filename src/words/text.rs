//! Words for what went wrong, and dates in the reader's own form. Every problem code has a sentence,
//! an unknown one too: what happened, what is safe, what to do next.

use crate::{
    start::boot,
    words::{Text, problem as said},
};
use contract::{Code, Field, Problem, Timestamp, limits};
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

/// What went wrong, as far as a widget has to know it.
pub trait Failure: Clone + PartialEq + Send + Sync + 'static {
    /// What happened, what is safe, what to do next.
    fn explain(&self) -> Text;

    /// The same where something was only to be read: there is nothing that may have been done.
    fn explain_reading(&self) -> Text {
        self.explain()
    }

    /// The field of a form that it is about, if it is about one.
    fn field(&self) -> Option<Field>;
}

impl Failure for Problem {
    fn explain(&self) -> Text {
        match self.code {
            Code::WrongCredentials => said::wrong_credentials(),
            Code::CredentialsMissing => said::credentials_missing(),
            Code::TooManyTries => match wait(self.retry_after) {
                Wait::Moment => said::too_many_tries(),
                Wait::Seconds(seconds) => said::too_many_tries_seconds(seconds),
                Wait::Minutes(minutes) => said::too_many_tries_minutes(minutes),
            },
            Code::WrongCode => match self.tries_left {
                Some(left) => said::wrong_code_tries(left),
                None => said::wrong_code(),
            },
            Code::CodeMalformed => said::code_malformed(CODE_LENGTH),
            Code::CodeUsed => said::code_used(),
            Code::ClockOff => said::clock_off(),
            Code::CodeExpired => said::code_expired(),
            Code::CodeExhausted => said::code_exhausted(limits::CODE_TRIES),
            Code::ResendTooSoon => match wait(self.retry_after) {
                Wait::Moment => said::resend_too_soon(),
                Wait::Seconds(seconds) => said::resend_too_soon_seconds(seconds),
                Wait::Minutes(minutes) => said::resend_too_soon_minutes(minutes),
            },
            Code::NotYetApproved => said::not_yet_approved(),
            Code::Declined => said::declined(),
            Code::NoChallenge => said::no_challenge(),
            Code::NothingToConfirm => said::nothing_to_confirm(),
            Code::NoSession => said::no_session(),
            Code::SecondFactorRequired => said::second_factor_required(),
            Code::CrossOrigin => said::cross_origin(),
            Code::CreationForbidden => said::creation_forbidden(),
            Code::LimitReached => said::limit_reached(),
            Code::InitialNotDue => said::initial_not_due(),
            Code::AlreadyShown => said::already_shown(),
            Code::StaleAttempt => said::stale_attempt(),
            Code::OtherAccount => said::other_account(),
            Code::KeyReused => said::key_reused(),
            Code::NameEmpty => said::name_empty(),
            Code::NameTooLong => said::name_too_long(NAME_LENGTH),
            Code::NameForbiddenCharacter => said::name_forbidden_character(),
            Code::NameTaken => said::name_taken(),
            Code::PhoneInvalid => said::phone_invalid(EXAMPLE_NUMBER),
            Code::LastMethod => said::last_method(),
            Code::MethodUnavailable => said::method_unavailable(),
            Code::NotFound => said::not_found(),
            Code::Malformed => said::malformed(),
            Code::Internal => said::internal(),
            Code::Unavailable => match wait(self.retry_after) {
                Wait::Moment => said::unavailable(),
                Wait::Seconds(seconds) => said::unavailable_seconds(seconds),
                Wait::Minutes(minutes) => said::unavailable_minutes(minutes),
            },
            Code::Unknown => said::unknown(),
        }
    }

    fn field(&self) -> Option<Field> {
        self.field
    }
}

/// A telephone number as it is to be typed; 555-01xx numbers are kept for fiction (NANPA).
pub const EXAMPLE_NUMBER: &str = "+1 555 555 0134";

/// [`limits::CODE_LENGTH`], to be said.
#[allow(clippy::cast_possible_truncation, reason = "it is 6")]
pub const CODE_LENGTH: u32 = limits::CODE_LENGTH as u32;

#[allow(clippy::cast_possible_truncation, reason = "it is 64")]
const NAME_LENGTH: u32 = limits::NAME_LENGTH as u32;

/// How long to wait, in the unit in which it is said.
enum Wait {
    Moment,
    Seconds(u32),
    Minutes(u32),
}

/// "in 30 seconds", "in 12 minutes": rounded up, so that waiting as long as it says is enough.
fn wait(seconds: Option<u32>) -> Wait {
    match seconds {
        None | Some(0) => Wait::Moment,
        Some(seconds) if seconds < 90 => Wait::Seconds(seconds),
        Some(seconds) => Wait::Minutes(seconds.div_ceil(60)),
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

/// A moment in the reader's own form, by options of `Intl.DateTimeFormat`.
#[allow(
    clippy::cast_precision_loss,
    reason = "milliseconds of this millennium fit into 53 bits"
)]
pub fn formatted(moment: Timestamp, parts: &[(&str, &str)]) -> String {
    super::language::track();
    let options = Object::new();
    for (key, value) in parts {
        // Setting a property of a plain object does not fail.
        let _ = Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    let date = js_sys::Date::new(&JsValue::from_f64(moment.0 as f64));
    [&boot::locale(), "en-US"]
        .into_iter()
        .find_map(|locale| {
            DateTimeFormat::new(locale, &options)
                .ok()?
                .format(&date)
                .ok()
        })
        .unwrap_or_default()
}

// `js_sys::Intl` lets what the browser throws through the program.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn format(this: &DateTimeFormat, date: &js_sys::Date) -> Result<String, JsValue>;
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn every_problem_has_a_sentence_of_its_own() {
        let mut seen = std::collections::HashSet::new();
        for code in Code::ALL.iter().chain([&Code::Unknown]) {
            let words = Problem::new(*code).explain().get();
            assert!(words.ends_with('.'), "{code:?}: {words}");
            assert!(
                seen.insert(words.clone()),
                "{code:?} says the same as another: {words}"
            );
        }
    }

    #[wasm_bindgen_test]
    fn a_person_is_told_how_long_to_wait() {
        let mut problem = Problem::new(Code::TooManyTries);
        problem.retry_after = Some(840);
        assert!(problem.explain().get().contains("in 14 minutes"));
        assert_eq!(minutes_and_seconds(65), "1:05");
    }
}
