//! "Now set up iPhone Mail": where **close** leads.

use super::{
    clients::Client, desk::HelpDesk, just_made::JustMade, servers::Password, steps::Chapter,
};
use crate::{
    api::{Api, ApiResult},
    clock,
    routes::Route,
    routes::navigation::href,
    ui::{Platform, Remote, named},
    words,
};
use contract::{AppPasswordId, AppPasswordList};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use std::time::Duration;

/// The steps for the application that an app password was made for.
#[component]
pub fn SetUpApplication() -> impl IntoView {
    let api = Api::from_context();
    let list = Remote::new(move || look_up(api));
    let query = use_query_map();
    let id = Memo::new(move |_| query.with(|query| query.get("id")).map(AppPasswordId));
    let just_made = JustMade::from_context();
    // The list is waited for only after a reload: who comes from **close** hears the name in the
    // heading that takes the focus. One that is not in the list, or a list that is not to be had:
    // the steps stand all the same.
    let name = Memo::new(move |_| {
        let id = id.get()?;
        just_made.name_of(&id).or_else(|| {
            list.ready()?
                .items
                .into_iter()
                .find(|item| item.id == id)
                .map(|item| item.name)
        })
    });
    let platform = Platform::here();
    let fitting = Memo::new(move |_| {
        name.with(|name| name.as_deref().and_then(Client::of_name))
            .unwrap_or_else(|| Client::of_platform(platform))
    });
    let heading = move || match name.get() {
        Some(name) => named(words::help::now_set_up(words::ELEMENT), &name).into_any(),
        None => Route::SetUpApplication.title().into_any(),
    };
    view! {
        <h1 tabindex="-1">{heading}</h1>
        <p>
            {words::help::use_it()}
        </p>
        <Chapter fitting password=Password::JustCopied />
        <HelpDesk />
        <p><a href=href(Route::AppPasswords)>{Route::AppPasswords.title()}</a></p>
    }
}

/// Only the heading needs it, so it is tried again without asking anyone.
async fn look_up(api: Api) -> ApiResult<AppPasswordList> {
    for pause in [1, 4] {
        match api.app_passwords().await {
            Err(error) if error.outcome_unknown() => clock::wait(Duration::from_secs(pause)).await,
            answer => return answer,
        }
    }
    api.app_passwords().await
}
