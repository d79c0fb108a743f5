//! Step 9, which the guide leaves to the reader: the app password goes into the mail application.
//! Once as what follows **close**, once as a page of its own for everyone.

mod clients;
mod desk;
mod just_made;
mod notes;
mod servers;
mod set_up;
mod steps;

pub use just_made::JustMade;
pub use notes::Notes;
pub use servers::{ServerTable, address};
pub use set_up::SetUpApplication;

use crate::{routes::Route, routes::navigation::href, ui::Platform, words};
use clients::Client;
use contract::limits;
use desk::HelpDesk;
use leptos::prelude::*;
use servers::Password;
use steps::Chapter;

/// "How do I get my apps working with app passwords?"
#[component]
pub fn Help() -> impl IntoView {
    let fitting = Client::of_platform(Platform::here());
    let (before, after) = words::around(words::help::outline_create(words::ELEMENT));
    view! {
        <h1 tabindex="-1">{Route::Help.title()}</h1>
        <p>
            {words::help::intro()}
        </p>
        <ol class="help__outline">
            <li>{before}<a href=href(Route::AppPasswords)>{Route::AppPasswords.title()}</a>{after}</li>
            <li>{words::help::outline_name()}</li>
            <li>{words::help::outline_copy()}</li>
            <li>{words::help::outline_enter()}</li>
        </ol>
        <Chapter fitting=Signal::stored(fitting) password=Password::Any />
        <h2>{words::help::trouble()}</h2>
        <ul class="help__trouble">
            <li>{words::help::trouble_letters()}</li>
            <li>{words::help::trouble_user()}</li>
            <li>{words::help::trouble_deleted()}</li>
        </ul>
        <HelpDesk />
        <Notes limit=Signal::stored(limits::APP_PASSWORDS_PER_USER) />
        <p><a href=href(Route::AppPasswords)>{Route::AppPasswords.title()}</a></p>
    }
}
