//! What every screen stands on, and which screen stands at which path.

use crate::{
    api::{Api, transport::AnyTransport},
    clock,
    config::{ConfigurationError, Settings},
    navigation,
    routes::{Route as Place, base_of},
    screens, session,
    shell::Shell,
    slots::Slots,
    ui::Announcer,
};
use contract::Configuration;
use leptos::prelude::*;
use leptos_router::{
    OptionalParamSegment, StaticSegment,
    components::{FlatRoutes, Route, Router},
};

/// The portal, once its configuration is here.
pub fn app(configuration: Configuration, transport: AnyTransport, slots: Slots) -> impl IntoView {
    Settings::provide(configuration);
    clock::provide();
    Announcer::provide();
    let session = session::provide();
    Api::provide(transport, session);
    provide_context(slots);

    let base = base_of(&location().pathname().unwrap_or_default()).to_owned();
    navigation::provide_base(base.clone());
    view! {
        <Router base>
            <Shell>
                <FlatRoutes fallback=screens::not_found::NotFound>
                    <Route path=StaticSegment("") view=screens::sign_in::SignIn />
                    <Route path=StaticSegment("index.html") view=screens::sign_in::SignIn />
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
            </Shell>
        </Router>
    }
}

/// What stands there when the configuration cannot be had: for the operator, in the operator's
/// words, because nobody else can mend it.
pub fn without_configuration(error: &ConfigurationError) -> impl IntoView + use<> {
    let detail = match error {
        ConfigurationError::Missing => {
            "config.json could not be loaded. It lies beside index.html.".to_owned()
        }
        ConfigurationError::Wrong(reason) => format!("config.json is not right: {reason}."),
    };
    view! {
        <main class="page">
            <h1>{Place::SignIn.title()}</h1>
            <crate::ui::Message tone=crate::ui::Tone::Error>
                <p>"The portal cannot start. Nothing was changed. Reload this page; if it stays so, tell your help desk what stands here."</p>
                <p>{detail}</p>
            </crate::ui::Message>
        </main>
    }
}
