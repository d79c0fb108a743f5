//! What every screen stands on, and which screen a route shows.

use crate::{
    config::{self, Settings},
    frame::Shell,
    routes::{
        Route,
        navigation::{self, use_route},
    },
    screens::{self, app_passwords::LastDeletion, help::JustMade},
    start::boot,
};
use leptos::prelude::*;
use leptos_router::components::Router;

/// Opens the screens in the page, with the text of `config.json`; else what is wrong with that.
pub fn open(configuration: &str) -> Result<(), String> {
    Settings::provide(config::read(configuration)?);
    let base = boot::base();
    navigation::provide_base(base.clone());
    JustMade::provide();
    LastDeletion::provide();
    mount_to_body(move || view! { <Router base><Shell screens=screen /></Router> });
    Ok(())
}

/// The screen of the address. Sign in is the shell's.
pub fn screen() -> AnyView {
    let route = use_route();
    // one screen for the list and the dialog over it, so that opening the dialog does not build the
    // list anew
    let screen = Memo::new(move |_| match route.get() {
        Some(Route::CreateAppPassword) => Some(Route::AppPasswords),
        route => route,
    });
    (move || match screen.get() {
        Some(Route::SignIn) => ().into_any(),
        Some(Route::Verify) => view! { <screens::verify::Verify /> }.into_any(),
        Some(Route::SetUpSecondFactor) => {
            view! { <screens::set_up::SetUpSecondFactor /> }.into_any()
        }
        Some(Route::Apps) => view! { <screens::apps::Apps /> }.into_any(),
        Some(Route::Profile) => view! { <screens::profile::Profile /> }.into_any(),
        Some(Route::Security) => view! { <screens::security::Security /> }.into_any(),
        Some(Route::AppPasswords | Route::CreateAppPassword) => {
            view! { <screens::app_passwords::AppPasswords /> }.into_any()
        }
        Some(Route::SetUpApplication) => view! { <screens::help::SetUpApplication /> }.into_any(),
        Some(Route::Help) => view! { <screens::help::Help /> }.into_any(),
        None => view! { <screens::not_found::NotFound /> }.into_any(),
    })
    .into_any()
}
