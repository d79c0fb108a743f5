//! Step 3 of the guide: the tiles of the user's apps, with search. The account menu is in the shell.

use crate::{
    api::Api,
    routes::Route,
    routes::navigation::href,
    ui::{Icon, Remote, RemoteView, TextField},
    words,
};
use contract::AppTile;
use leptos::{html, prelude::*};

/// The tiles.
#[component]
pub fn Apps() -> impl IntoView {
    let api = Api::from_context();
    let apps = Remote::new(move || api.apps());
    view! {
        <h1 tabindex="-1">{Route::Apps.title()}</h1>
        <RemoteView remote=apps draw=|apps| view! { <Tiles apps /> } />
    }
}

#[component]
fn Tiles(apps: Signal<Vec<AppTile>>) -> impl IntoView {
    let sought = RwSignal::new(String::new());
    let field = NodeRef::<html::Input>::new();
    let found = Memo::new(move |_| {
        let sought = sought.get().trim().to_lowercase();
        let mut found = apps.get();
        found.retain(|app| {
            format!("{} {}", app.name, app.description)
                .to_lowercase()
                .contains(&sought)
        });
        found
    });
    view! {
        <div role="search">
            <TextField
                id="search-apps"
                label=words::apps::search()
                kind="search"
                node_ref=field
                on_input=UnsyncCallback::new(move |text| sought.set(text))
            />
        </div>
        <p class="visually-hidden" role="status">
            {move || match (sought.get().is_empty(), found.read().len()) {
                (true, _) => None,
                (false, count) => Some(words::apps::found(u32::try_from(count).unwrap_or(u32::MAX))),
            }}
        </p>
        <ul class="tiles">
            <li class="tile tile--own">
                <a class="tile__link" href=href(Route::AppPasswords)>
                    <Icon name="key" />
                    <span class="tile__name">{Route::AppPasswords.title()}</span>
                    <span class="tile__description">{words::apps::app_passwords()}</span>
                </a>
            </li>
            {move || found.get().into_iter().map(|app| view! { <Tile app /> }).collect_view()}
        </ul>
        {move || found.read().is_empty().then(|| view! { <p>{words::apps::none()}</p> })}
    }
}

#[component]
fn Tile(app: AppTile) -> impl IntoView {
    let inside = view! {
        <Icon name="app" />
        <span class="tile__name">{app.name}</span>
        <span class="tile__description">{app.description}</span>
    };
    // Only https addresses are opened: an address is data, and data may be hostile.
    let opens = app.address.starts_with("https://");
    view! {
        <li class="tile">
            {if opens {
                view! { <a class="tile__link" href=app.address rel="external noopener">{inside}</a> }.into_any()
            } else {
                view! { <div class="tile__link">{inside}</div> }.into_any()
            }}
        </li>
    }
}
