//! The two build targets: where the page's requests are answered, and what stands beside the page.

use crate::{
    api::{fetch::Fetch, prefetch::Prefetch, transport::AnyTransport},
    config,
    slots::Slots,
};
use std::rc::Rc;

/// What a page is opened with; or what is wrong with `config.json`.
pub type Connected = Result<(AnyTransport, Slots), String>;

/// Production: requests are answered by a portal, over fetch. `at_list`: the page was opened at the
/// list of app passwords by somebody who may be signed in.
pub fn production(configuration: &str, at_list: bool) -> Connected {
    let fetch = Fetch::new(config::api_base(configuration)?);
    Ok((Rc::new(Prefetch::new(fetch, at_list)), Slots::default()))
}

/// Prototype: requests are answered inside the tab, by the portal over a made-up world.
#[cfg(feature = "prototype")]
#[allow(clippy::unnecessary_wraps, reason = "as in production")]
pub fn prototype(configuration: &str, _at_list: bool) -> Connected {
    use super::deferred_prototype::{DeferredTransport, slots};
    Ok((Rc::new(DeferredTransport::new(configuration)), slots()))
}

#[cfg(not(feature = "prototype"))]
pub use production as connect;
#[cfg(feature = "prototype")]
pub use prototype as connect;
