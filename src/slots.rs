//! Places in the page that the prototype fills and production leaves empty, so that no screen knows
//! of the prototype.

use leptos::prelude::*;

/// What a filler of the sign-in screen may do: put an e-mail address and a password into its fields.
#[derive(Clone, Copy)]
pub struct SignInFields {
    /// E-mail, then password.
    pub fill: UnsyncCallback<(String, String)>,
}

/// The places.
#[derive(Clone, Copy, Default)]
pub struct Slots {
    /// Under the sign-in form: the prototype's named people.
    pub sign_in: Option<fn(SignInFields) -> AnyView>,
    /// Above everything: the prototype's banner.
    pub banner: Option<fn() -> AnyView>,
    /// Beside the page: the prototype's phone and mail application. Each is drawn in a task of its own.
    pub aside: &'static [fn() -> AnyView],
}

impl Slots {
    /// Those that the page was started with; empty ones in production.
    pub fn from_context() -> Self {
        use_context().unwrap_or_default()
    }
}
