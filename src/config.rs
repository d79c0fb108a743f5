//! `config.json`: read at start, so that nothing is recompiled to deploy.

use crate::words;
use contract::Configuration;
use leptos::prelude::*;

/// What to say of a configuration that is wrong. The reason is for the operator, in the words of
/// those who wrote the file's rules, because nobody else can mend it.
fn wrong(reason: &str) -> String {
    words::config::wrong(reason).get()
}

/// Reads the whole of it.
pub fn read(text: &str) -> Result<Configuration, String> {
    serde_json::from_str(text).map_err(|error| wrong(&error.to_string()))
}

/// Where the API answers: all that the sign-in form needs of it. A path without a slash before it is
/// below this page's own folder.
pub fn api_base(text: &str) -> Result<String, String> {
    let object =
        crate::api::lean::Object::parse(text).ok_or_else(|| wrong("it is no JSON object"))?;
    let address = object
        .text("api_base")
        .ok_or_else(|| wrong("the key api_base is missing, or is not text"))?;
    let address = address.trim_end_matches('/');
    Ok(if address.starts_with('/') || address.contains("://") {
        address.to_owned()
    } else {
        format!("{}/{address}", crate::start::boot::base())
    })
}

/// The configuration, for every screen below.
#[derive(Clone, Copy)]
pub struct Settings(StoredValue<Configuration>);

impl Settings {
    /// Makes it available.
    pub fn provide(configuration: Configuration) -> Self {
        let settings = Self(StoredValue::new(configuration));
        provide_context(settings);
        settings
    }

    /// Reads them from context. Panics if they were not provided.
    pub fn from_context() -> Self {
        expect_context()
    }

    /// All of it.
    pub fn get(self) -> Configuration {
        self.0.get_value()
    }

    /// The organisation's name, in place of the guide's "Microsoft".
    pub fn brand(self) -> String {
        self.0
            .with_value(|configuration| configuration.brand.name.clone())
    }
}
