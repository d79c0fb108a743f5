//! What every screen stands on, and which screen stands at which path.

use crate::{
    config::{self, Settings},
    frame::Shell,
    frame::navigation,
    screens::{self, help::JustMade},
    start::boot,
};
use leptos::prelude::*;
use leptos_router::{
    OptionalParamSegment, StaticSegment,
    components::{FlatRoutes, Route, Router},
};

/// Opens the screens in the page, with the text of `config.json`; else what is wrong with that.
pub fn open(configuration: &str) -> Result<(), String> {
    Settings::provide(config::read(configuration)?);
    let base = boot::base();
    navigation::provide_base(base.clone());
    JustMade::provide();
    mount_to_body(move || view! { <Router base><Shell screens=routes /></Router> });
    Ok(())
}

/// Which screen stands at which path; sign in is the shell's.
pub fn routes() -> AnyView {
    view! {
        <FlatRoutes fallback=screens::not_found::NotFound>
            // on the way from sign in
            <Route path=StaticSegment("") view=|| () />
            <Route path=StaticSegment("verify") view=screens::verify::Verify />
            <Route path=StaticSegment("set-up") view=screens::set_up::SetUpSecondFactor />
            <Route path=StaticSegment("apps") view=screens::apps::Apps />
            <Route path=StaticSegment("profile") view=screens::profile::Profile />
            <Route path=StaticSegment("help") view=screens::help::Help />
            <Route path=StaticSegment("security") view=screens::security::Security />
            <Route
                path=(StaticSegment("security"), StaticSegment("app-passwords"), StaticSegment("set-up"))
                view=screens::help::SetUpApplication
            />
            // One route for the list and the dialog over it, so that opening the dialog does
            // not build the list anew.
            <Route
                path=(StaticSegment("security"), StaticSegment("app-passwords"), OptionalParamSegment("step"))
                view=screens::app_passwords::AppPasswords
            />
        </FlatRoutes>
    }
    .into_any()
}
