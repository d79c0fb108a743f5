//! What the sign-in form needs of JSON, read by the browser's own parser: a reader for every type of
//! the contract comes with the screens behind sign-in, and the form does not wait for it.

use contract::{Code, Field, Problem, Secret};
use js_sys::{JSON, Reflect};
use std::fmt::Write;
use wasm_bindgen::JsValue;

/// A JSON object, parsed by the browser.
pub struct Object(JsValue);

impl Object {
    /// None if it is not JSON, or not an object.
    pub fn parse(text: &str) -> Option<Self> {
        let value = JSON::parse(text).ok()?;
        value.is_object().then_some(Self(value))
    }

    fn get(&self, name: &str) -> Option<JsValue> {
        Reflect::get(&self.0, &name.into()).ok()
    }

    /// A member that is text.
    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name)?.as_string()
    }

    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number that does not fit saturates"
    )]
    fn number(&self, name: &str) -> Option<u32> {
        self.get(name)?.as_f64().map(|number| number as u32)
    }
}

/// The problem in an error reply, if it is one (RFC 9457, with a code).
pub fn problem(text: &str) -> Option<Problem> {
    let object = Object::parse(text)?;
    Some(Problem {
        field: object.text("field").as_deref().map(Field::from_wire),
        retry_after: object.number("retry_after"),
        tries_left: object.number("tries_left"),
        request_id: object.text("request_id"),
        ..Problem::new(Code::from_wire(&object.text("code")?))
    })
}

/// Whether a session's state is "signed out", and in how many seconds the session ends; none if it is
/// no state at all.
pub fn session(text: &str) -> Option<(bool, Option<u32>)> {
    let object = Object::parse(text)?;
    Some((
        object.text("state")? == "signed_out",
        object.number("ends_in"),
    ))
}

/// An object of texts, as JSON.
pub fn object(members: &[(&str, &str)]) -> Secret {
    let room = members
        .iter()
        .map(|(name, value)| name.len() + 6 * value.len() + 6)
        .sum::<usize>();
    // enough for the longest form, so that no copy of a password is left behind by growing
    let mut json = String::with_capacity(room + 2);
    for (place, (name, value)) in members.iter().enumerate() {
        json.push(if place == 0 { '{' } else { ',' });
        quote(&mut json, name);
        json.push(':');
        quote(&mut json, value);
    }
    json.push('}');
    Secret::new(json)
}

/// A JSON string (RFC 8259, section 7).
fn quote(json: &mut String, text: &str) {
    json.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                json.push('\\');
                json.push(letter);
            }
            '\0'..='\x1f' => {
                // Writing to a String does not fail.
                let _ = write!(json, "\\u{:04x}", u32::from(letter));
            }
            _ => json.push(letter),
        }
    }
    json.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn what_is_written_here_is_read_by_the_portal_as_it_was_typed() {
        for text in [
            "plain",
            "",
            "a\"b\\c",
            "\n\t\u{1}\u{1f}",
            "é 日本 😀 \u{2028}",
        ] {
            let json = object(&[("email", text), ("password", text)]);
            let form: contract::SignIn = serde_json::from_str(json.expose()).unwrap();
            assert_eq!((form.email.as_str(), form.password.expose()), (text, text));
        }
    }
}
