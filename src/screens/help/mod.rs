//! Step 9, which the guide leaves to the reader: the app password goes into the mail application.
//! Once as what follows **close**, once as a page of its own for everyone.

mod clients;
mod desk;
mod notes;
mod servers;
mod set_up;
mod steps;

pub use notes::Notes;
pub use set_up::SetUpApplication;

use crate::{navigation::href, routes::Route, ui::Platform};
use clients::Client;
use contract::limits;
use desk::HelpDesk;
use leptos::prelude::*;
use steps::{Chapter, Password};

/// "How do I get my apps working with app passwords?"
#[component]
pub fn Help() -> impl IntoView {
    let fitting = Client::of_platform(Platform::here());
    view! {
        <h1 tabindex="-1">{Route::Help.title()}</h1>
        <p>
            "A mail application that knows nothing but a user name and a password cannot ask for your second factor. An app password is for such an application: you create it here, it is shown once, and you enter it in the application instead of your usual network password."
        </p>
        <ol class="help__outline">
            <li>"Go to "<a href=href(Route::AppPasswords)>"App passwords"</a>" and click \"create\"."</li>
            <li>"Enter a name for the application that is easy to remember (iPhone Mail, Android Mail, etc) and then click \"next\"."</li>
            <li>"Click \"copy password to clipboard\", keep the password in a secure location, then click \"close\"."</li>
            <li>"Enter it in the mail application where it asks for the password, as follows."</li>
        </ol>
        <Chapter fitting=Signal::stored(fitting) password=Password::Any />
        <h2>"If the application does not accept it"</h2>
        <ul class="help__trouble">
            <li>"Enter the app password, not your network password: letters only. Spaces do not matter."</li>
            <li>"Your whole e-mail address is the user name."</li>
            <li>"An app password works at once. One that was deleted is refused at once; create a new one."</li>
        </ul>
        <HelpDesk />
        <Notes limit=Signal::stored(limits::APP_PASSWORDS_PER_USER) />
        <p><a href=href(Route::AppPasswords)>"App passwords"</a></p>
    }
}
