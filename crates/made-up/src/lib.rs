//! The made-up world that the prototype, the tests and the pictures share: people, their data, the
//! conditions of the place, a phone, and the portal over all of it. It knows no browser: whoever
//! keeps a [`World`] hands it in for each request.
//!
//! ```
//! use made_up::{Machine, Scenario};
//! let machine = Machine::new("Contoso", vec![], || contract::Timestamp(1_478_077_200_000));
//! let scenario = Scenario::parse("scenario=forty&network=slow").unwrap().unwrap();
//! let mut world = machine.open(scenario, "/verify", 7);
//! // the walk has given the password, so the code is on the phone
//! assert!(world.handset.text_code().is_some());
//! ```

mod authenticator;
pub mod conditions;
mod cookies;
pub mod data;
pub mod fault;
pub mod handset;
mod link;
mod machine;
pub mod people;
mod place;
mod ports;
mod random;
pub mod scenario;
mod serve;
mod slugs;
pub mod states;
mod walk;
pub mod world;

pub use authenticator::ShownCode;
pub use conditions::{Clipboard, Conditions, Network};
pub use cookies::Cookies;
pub use data::Data;
pub use fault::Fault;
pub use handset::Handset;
pub use link::Misread;
pub use machine::Machine;
pub use people::{PASSWORD, Person};
pub use place::Place;
pub use scenario::{Name, Scenario};
pub use serve::Served;
pub use states::{STATES, State, Step};
pub use world::{Clock, World};
