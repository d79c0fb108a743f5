//! `config.json`: read at start, so that nothing is recompiled to deploy.

use contract::Configuration;
use leptos::prelude::*;

/// Why there is no configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigurationError {
    /// The file is not there or the network is away.
    Missing,
    /// The file is there and not right; what the reader said of it (it names the key).
    Wrong(String),
}

/// Reads `config.json` that lies beside `index.html`.
pub async fn load(base: &str) -> Result<Configuration, ConfigurationError> {
    let address = format!("{base}/config.json");
    let response = gloo_net::http::RequestBuilder::new(&address)
        .cache(web_sys::RequestCache::NoCache)
        .send()
        .await
        .map_err(|_| ConfigurationError::Missing)?;
    if !response.ok() {
        return Err(ConfigurationError::Missing);
    }
    let text = response
        .text()
        .await
        .map_err(|_| ConfigurationError::Missing)?;
    serde_json::from_str(&text).map_err(|error| ConfigurationError::Wrong(error.to_string()))
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

    /// The one that was provided.
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
