//! What the end-to-end tests stand on: real browsers, a static host for the built page, and ways
//! to find things as a person does, by role and name.
//!
//! ```no_run
//! # async fn example() -> end_to_end::Result<()> {
//! use end_to_end::{Engine, Setup};
//! let host = Setup::page().start()?;
//! let page = Engine::Firefox.start().await?;
//! page.ready(&host.at("/security/app-passwords")).await?;
//! page.button("create").await?.click().await?;
//! let dialog = page.dialog("Create app password").await?;
//! dialog.field("Name").await?.fill("iPhone Mail").await?;
//! dialog.button("next").await?.click().await?;
//! page.row("iPhone Mail").await?.button(end_to_end::begins("Delete")).await?;
//! # Ok(())
//! # }
//! ```
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where it fails"
)]
#![allow(
    clippy::missing_errors_doc,
    reason = "each fails in the same two ways: what a person waits for does not come, or the browser is gone"
)]

mod aim;
pub mod browser;
pub mod built;
mod complaints;
pub mod devices;
mod display;
pub mod element;
pub mod engine;
mod failure;
pub mod host;
mod keyboard;
pub mod page;
pub mod phone;
mod pool;
mod process;
mod renewal;
pub mod repository;
pub mod role;
pub mod scope;
pub mod server;
pub mod steps;
pub mod tree;
pub mod wire;

pub use anyhow::{Result, ensure};
pub use browser::Browser;
pub use built::{TARGETS, Target};
pub use element::Element;
pub use engine::Engine;
pub use host::{Host, Setup};
pub use journey::journey;
pub use page::Page;
pub use pool::run;
pub use role::{Name, Role, begins};
pub use scope::Scope;
pub use serde_json::{Value, json};

/// The same test in every engine, on the prototype or, after `both targets:`, on the production page as
/// well. Which of them run is chosen by name: `make test` leaves those of WebKit out, except for the guide
/// and the clipboard; `make test-browsers` runs all.
///
/// ```ignore
/// in_every_browser! {
///     /// What a person would lose if it failed.
///     async fn the_password_is_copied(page: Page, host: Host) { ... Ok(()) }
/// }
/// ```
#[macro_export]
macro_rules! in_every_browser {
    (both targets: $($(#[$doc:meta])* async fn $name:ident($page:ident: Page, $host:ident: Host) $body:block)*) => { $(
        $(#[$doc])*
        mod $name {
            #[allow(unused_imports, reason = "not every test needs all of its file")]
            use super::*;
            async fn flow($page: $crate::Page, $host: $crate::Host) -> $crate::Result<()> $body
            mod prototype { use super::flow; $crate::engines!(page); }
            mod production { use super::flow; $crate::engines!(production); }
        }
    )* };
    ($target:ident: $($(#[$doc:meta])* async fn $name:ident($page:ident: Page, $host:ident: Host) $body:block)*) => { $(
        $(#[$doc])*
        mod $name {
            #[allow(unused_imports, reason = "not every test needs all of its file")]
            use super::*;
            async fn flow($page: $crate::Page, $host: $crate::Host) -> $crate::Result<()> $body
            $crate::engines!($target);
        }
    )* };
    ($($test:tt)*) => { $crate::in_every_browser! { page: $($test)* } };
}

/// Three tests of a `flow`, on the page that [`Setup`] serves so.
#[doc(hidden)]
#[macro_export]
macro_rules! engines {
    ($target:ident) => {
        $crate::engines!($target, chromium Chromium, firefox Firefox, webkit Webkit);
    };
    ($target:ident, $($name:ident $engine:ident),*) => { $(
        #[$crate::journey]
        async fn $name() -> $crate::Result<()> {
            let host = $crate::Setup::$target().start()?;
            flow($crate::Engine::$engine.start().await?, host).await
        }
    )* };
}
