//! Every screen but sign in, and the frame. In a release they are a chunk of their own (feature
//! `split`), fetched after the sign-in form is interactive, because the form is what a visitor waits for.

use crate::frame::router;
use contract::{Secret, SessionState};

/// What is behind sign-in, for the part of the program that was there before.
#[derive(Clone, Copy)]
pub struct SecondChunk {
    /// Opens the screens in the page, with the text of `config.json`; else what is wrong with that.
    pub open: fn(&str) -> Result<(), String>,
    /// Reads a session's state.
    pub read_state: fn(&Secret) -> Option<SessionState>,
    /// The made-up portal, with the text of `config.json`.
    #[cfg(feature = "prototype")]
    pub prototype: fn(&str) -> Result<crate::prototype::Parts, String>,
}

const PARTS: SecondChunk = SecondChunk {
    open,
    read_state,
    #[cfg(feature = "prototype")]
    prototype,
};

/// The chunk could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

/// Fetches it, or gives what was fetched before.
pub async fn load() -> Result<SecondChunk, NotLoaded> {
    #[cfg(feature = "split")]
    {
        let (styles, parts, ()) = futures::join!(
            crate::start::boot::load_styles(),
            parts(),
            crate::start::boot::load_texts()
        );
        if styles { parts } else { Err(NotLoaded) }
    }
    #[cfg(not(feature = "split"))]
    {
        crate::start::boot::load_texts().await;
        Ok(PARTS)
    }
}

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for NotLoaded {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// Everything that only this function reaches is put into the file `second_chunk`.
#[cfg(feature = "split")]
#[leptos::wasm_split::wasm_split(second_chunk, wasm_split_path = leptos::wasm_split, fallible)]
#[allow(
    clippy::unnecessary_wraps,
    reason = "what is fetched may not arrive: the caller gets that as an error"
)]
fn parts() -> Result<SecondChunk, NotLoaded> {
    Ok(PARTS)
}

fn open(configuration: &str) -> Result<(), String> {
    #[cfg(feature = "prototype")]
    leptos::prelude::provide_context(prototype(configuration)?.slots);
    router::open(configuration)
}

#[cfg(feature = "prototype")]
fn prototype(configuration: &str) -> Result<crate::prototype::Parts, String> {
    crate::config::read(configuration).map(|configuration| crate::prototype::start(&configuration))
}

fn read_state(text: &Secret) -> Option<SessionState> {
    serde_json::from_str(text.expose()).ok()
}
