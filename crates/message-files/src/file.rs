//! One message file: a flat JSON object, key to text.

use crate::template::{is_name, placeholders};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

/// What a key says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// The same for every number, or with none.
    Plain(String),
    /// One text for each plural category of the language, chosen by `{count}`.
    Plural(Vec<(String, String)>),
}

/// A key and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// `namespace.name`.
    pub key: String,
    /// In the file's language.
    pub text: Text,
}

/// A file that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageFile {
    /// `@version`: rises when keys change their meaning.
    pub version: u64,
    /// In the order of the file.
    pub messages: Vec<Message>,
}

impl Message {
    /// Before the dot: the screen or the rule.
    pub fn namespace(&self) -> &str {
        self.key.split('.').next().unwrap_or_default()
    }

    /// After the dot.
    pub fn name(&self) -> &str {
        self.key.split('.').nth(1).unwrap_or_default()
    }

    /// The placeholders of all its forms, in the order of the last one, which is `other`. A plural
    /// may leave its `{count}` out where the category says it ("one").
    pub fn placeholders(&self) -> Vec<&str> {
        let read = |text| placeholders(text).unwrap_or_default();
        match &self.text {
            Text::Plain(text) => read(text),
            Text::Plural(forms) => forms.last().map(|(_, text)| read(text)).unwrap_or_default(),
        }
    }
}

impl MessageFile {
    /// Reads a file.
    ///
    /// # Errors
    /// What is wrong with it, with the key where there is one.
    ///
    /// ```
    /// use message_files::{MessageFile, Text};
    ///
    /// let file = MessageFile::read(r#"{
    ///     "@version": 1,
    ///     "sign_in.title": "Sign in",
    ///     "verify.tries_left": { "one": "{count} try left", "other": "{count} tries left" }
    /// }"#).unwrap();
    /// assert_eq!(file.messages[0].text, Text::Plain("Sign in".into()));
    /// assert_eq!(file.messages[1].placeholders(), ["count"]);
    /// ```
    pub fn read(text: &str) -> Result<Self, String> {
        let Entries(entries) = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let mut version = None;
        let mut messages: Vec<Message> = Vec::new();
        for (key, value) in entries {
            if messages.iter().any(|message| message.key == key) {
                return Err(format!("{key} stands there twice"));
            }
            if key == "@version" {
                version = value.as_u64();
                continue;
            }
            let text = read_text(value).map_err(|error| format!("{key}: {error}"))?;
            check_key(&key)?;
            messages.push(Message { key, text });
        }
        let version = version.ok_or("@version is missing, or is no number")?;
        Ok(Self { version, messages })
    }

    /// What a key says.
    pub fn get(&self, key: &str) -> Option<&Message> {
        self.messages.iter().find(|message| message.key == key)
    }
}

fn check_key(key: &str) -> Result<(), String> {
    let parts: Vec<&str> = key.split('.').collect();
    if parts.len() == 2 && parts.iter().all(|part| is_name(part)) {
        Ok(())
    } else {
        Err(format!("{key} is no key: namespace.name, in small letters"))
    }
}

fn read_text(value: Value) -> Result<Text, String> {
    match value {
        Value::String(text) => {
            if placeholders(&text)?.contains(&"count") {
                return Err("{count} needs plural forms".into());
            }
            Ok(Text::Plain(text))
        }
        Value::Object(forms) => {
            let mut read = Vec::new();
            for category in ["zero", "one", "two", "few", "many", "other"] {
                if let Some(form) = forms.get(category) {
                    let form = form.as_str().ok_or(format!("{category} is no text"))?;
                    placeholders(form)?;
                    read.push((category.to_owned(), form.to_owned()));
                }
            }
            if read.len() != forms.len() {
                return Err("not all of its forms are plural categories".into());
            }
            match read.last() {
                Some((category, _)) if category == "other" => Ok(Text::Plural(read)),
                _ => Err("the form other is missing".into()),
            }
        }
        _ => Err("neither a text nor plural forms".into()),
    }
}

/// In the order of the file, doublets included: a map would keep one of two and say nothing.
struct Entries(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Entries;
            fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
                formatter.write_str("an object of keys and texts")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A translator would otherwise look for a text that is never shown.
    #[test]
    fn a_file_that_cannot_be_meant_so_is_refused_with_its_key() {
        for (text, said) in [
            ("", "EOF"),
            ("[]", "an object"),
            (r#"{"a.b": "c"}"#, "@version"),
            (r#"{"@version": 1, "a.b": "c", "a.b": "d"}"#, "a.b stands"),
            (r#"{"@version": 1, "a.b": 1}"#, "a.b: neither"),
            (r#"{"@version": 1, "ab": "c"}"#, "ab is no key"),
            (r#"{"@version": 1, "a.type": "c"}"#, "a.type is no key"),
            (r#"{"@version": 1, "a.b": "{c"}"#, "a.b: a { without"),
            (r#"{"@version": 1, "a.b": "{count}"}"#, "a.b: {count}"),
            (r#"{"@version": 1, "a.b": {"one": "c"}}"#, "a.b: the form"),
            (
                r#"{"@version": 1, "a.b": {"1": "c", "other": "d"}}"#,
                "a.b: not all",
            ),
        ] {
            let error = MessageFile::read(text).unwrap_err();
            assert!(error.contains(said), "{text}: {error}");
        }
    }
}
