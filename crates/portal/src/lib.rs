//! The rules of the app password portal, and its HTTP API as an axum [`axum::Router`]. The same
//! crate answers inside the browser tab of the prototype and behind a server: it knows no
//! database, no clock and no random source of its own.
//!
//! Each module uses only those before it: [`text`] (how texts are compared), [`records`] (what is
//! stored), [`ports`] (what a host hands
//! in), [`rules`] (checks of one record), [`operations`] (what happens to one account), [`store`]
//! (one unit of work), the portal itself, and the HTTP API.
//!
//! # How a host wires it
//! ```
//! use portal::*;
//! use std::sync::Arc;
//! # struct Host;
//! # impl Clock for Host { fn now(&self) -> contract::Timestamp { contract::Timestamp(0) } }
//! # impl Random for Host { fn fill(&self, bytes: &mut [u8]) { bytes.fill(7) } }
//! # impl Messenger for Host {
//! #     fn deliver(&self, _: Message) -> BoxFuture<'_, Result<(), DeliveryError>> { Box::pin(async { Ok(()) }) }
//! # }
//! # impl PasswordHasher for Host {
//! #     fn hash<'a>(&'a self, password: &'a contract::Secret) -> BoxFuture<'a, contract::Secret> {
//! #         Box::pin(async { password.clone() })
//! #     }
//! #     fn verify<'a>(&'a self, password: &'a contract::Secret, hash: Option<&'a contract::Secret>) -> BoxFuture<'a, PasswordCheck> {
//! #         Box::pin(async move { PasswordCheck::of(Some(password) == hash) })
//! #     }
//! # }
//! let ports = Ports {
//!     clock: Arc::new(Host),
//!     random: Arc::new(Host),
//!     messenger: Arc::new(Host),
//!     password_hasher: Arc::new(Host),
//!     sealer: Arc::new(PlainSealer), // encrypts nothing: a server brings its own
//! };
//! # futures::executor::block_on(async {
//! let password = contract::Secret::new("network password".into());
//! let hash = ports.password_hasher.hash(&password).await;
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
//! # });
//! ```
//! In a browser tab the host itself keeps the cookies of `Set-Cookie` and sends them back: a
//! page's own script may not see them in a real reply.

mod http;
mod keys;
mod portal;
mod settings;

pub mod operations;
pub mod ports;
pub mod records;
pub mod rules;
pub mod store;
pub mod text;

pub use http::{ClientAddress, RequestId};
pub use keys::{ServerKey, ServerKeys};
pub use portal::{MailSignIn, OutOfBandError, Portal};
pub use ports::{
    BoxFuture, CallPurpose, Clock, DeliveryError, Message, Messenger, PasswordCheck,
    PasswordHasher, PlainSealer, Ports, Random, Sealer,
};
pub use records::{
    AccountId, AccountRecord, Aggregate, ChallengeId, KeyedDigest, Outcome, SealedKey, SessionId,
};
pub use rules::{time::date, totp::code_now};
pub use settings::{Cookies, Settings};
pub use store::{MemoryStore, State, Store, StoreError};
pub use text::unicode::{Form, normalise_with};
