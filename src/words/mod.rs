//! Every text that a person reads, by its key: `words::routes::sign_in()`. The functions are made by
//! `build.rs` from `public/locales/en-US.json`, so that a missing or an unused key fails the build.
//!
//! The texts themselves are with `public/boot/texts.js`, which fetches them in the visitor's language from
//! the served files; what is compiled in is the English that stands in where there is none.

mod language;
pub mod text;
mod value;
mod view;

pub use value::{Argument, ELEMENT, Text, around};
#[allow(unused_imports, reason = "only the prototype marks its texts")]
pub use view::watch;

use leptos::prelude::window_event_listener_untyped;

/// One module for each namespace of the message files.
#[allow(clippy::pedantic, reason = "they are made, and as plain as can be")]
#[deny(dead_code)] // a text that nobody shows would be translated for nothing
mod made {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}
pub use made::*;

/// Follows the person's choice of another language. Call once, at the root.
pub fn provide() {
    language::provide();
    // for as long as the page is open
    window_event_listener_untyped("words", |_| {
        view::translate();
        language::note_change();
    });
}
