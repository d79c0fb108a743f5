//! The rules of the app password portal, and its HTTP API as an axum [`axum::Router`]. The same
//! crate answers inside the browser tab of the prototype and behind a server: it knows no
//! database, no clock and no random source of its own.
//!
//! # How a host wires it
//! ```
//! use portal::*;
//! use std::sync::Arc;
//! # struct Host;
//! # impl Clock for Host { fn now(&self) -> contract::Timestamp { contract::Timestamp(0) } }
//! # impl Random for Host { fn fill(&self, bytes: &mut [u8]) { bytes.fill(7) } }
//! # impl Messenger for Host {
//! #     fn deliver(&self, _: Message) -> Later<'_, Result<(), DeliveryError>> { Box::pin(async { Ok(()) }) }
//! # }
//! # impl PasswordHasher for Host {
//! #     fn hash(&self, password: &contract::Secret) -> contract::Secret { password.clone() }
//! #     fn verify<'a>(&'a self, password: &'a contract::Secret, hash: Option<&'a contract::Secret>) -> Later<'a, bool> {
//! #         Box::pin(async move { Some(password) == hash })
//! #     }
//! # }
//! let ports = Ports {
//!     clock: Arc::new(Host),
//!     random: Arc::new(Host),
//!     messenger: Arc::new(Host),
//!     password_hasher: Arc::new(Host),
//! };
//! let hash = ports.password_hasher.hash(&contract::Secret::new("network password".into()));
//! let state = State::default()
//!     .with_account(
//!         AccountRecord::new("alex@contoso.example", "Alex Doe", hash)
//!             .authentication_phone("+15555550134")
//!             .preferred(contract::Method::TextAuthenticationPhone),
//!     )
//!     .with_app_password("alex@contoso.example", "9", date(2016, 10, 30));
//! let store = MemoryStore::new(state);
//! let key = ServerKey::new("2026-01", contract::Secret::new("32 random bytes in hexadecimal".into()));
//! let settings = Settings::new("Contoso", ServerKeys::only(key));
//! let portal = Portal::new(store.clone(), ports, settings);
//! let app: axum::Router = axum::Router::new().nest("/api", portal.router());
//! // … serve `app`, or give it requests with `tower::Service`; then save `store.snapshot()`.
//! ```
//! In a browser tab the host itself keeps the cookies of `Set-Cookie` and sends them back: a
//! page's own script may not see them in a real reply.

mod http;
mod outgoing;
mod portal;
mod settings;

pub mod ports;
pub mod rules;
pub mod store;

pub use http::ClientAddress;
pub use portal::{MailSignIn, OutOfBandError, Portal};
pub use ports::{
    CallPurpose, Clock, DeliveryError, Later, Message, Messenger, PasswordHasher, Ports, Random,
};
pub use rules::{
    digest::KeyedDigest, time::date, token::TokenDigest, totp::code_now, unicode::compose_with,
};
pub use settings::{Cookies, ServerKey, ServerKeys, Settings};
pub use store::{AccountRecord, MemoryStore, Outcome, State, Store, StoreError};
