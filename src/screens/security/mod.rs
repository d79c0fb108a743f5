//! Step 5 of the guide: additional security verification.

mod authenticator_dialog;
mod authenticator_key;
mod factor;
mod factors;
mod notice;
mod phone_dialog;
mod phone_draft;
mod phone_flow;
mod phone_forms;
mod preferred;
mod remove_dialog;
mod start_again;
mod tabs;
mod trusted_devices;

pub use authenticator_dialog::{
    AuthenticatorDialog, AuthenticatorFlow, Opening as AuthenticatorOpening,
};
pub use phone_dialog::PhoneDialog;
pub use phone_flow::PhoneFlow;
pub use tabs::SecurityTabs;

use crate::{
    api::{Api, ApiError},
    routes::Route,
    ui::{Remote, RemoteView},
};
use contract::SecuritySettings;
use factors::Factors;
use leptos::prelude::*;
use preferred::Preferred;
use trusted_devices::TrustedDevices;

/// The settings that the sections of this screen share: a reply to a change is put in here.
type Settings = Remote<SecuritySettings, ApiError>;

/// The tab *additional security verification*.
#[component]
pub fn Security() -> impl IntoView {
    let api = Api::from_context();
    let settings = Settings::new(move || api.security());
    view! {
        <h1 tabindex="-1">{Route::Security.title()}</h1>
        <SecurityTabs current=Route::Security />
        <RemoteView
            remote=settings
            draw=move |now| {
                view! {
                    <Preferred settings now />
                    <Factors settings now />
                    <TrustedDevices settings now />
                }
            }
        />
    }
}
