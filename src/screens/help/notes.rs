//! The closing notes of the guide.

use leptos::prelude::*;

/// Generated and not chosen, the limit, one per device.
#[component]
pub fn Notes(
    /// Most app passwords one user may hold.
    limit: Signal<usize>,
) -> impl IntoView {
    view! {
        <section class="notes" aria-labelledby="notes-title">
            <h2 id="notes-title">"Notes for App Passwords"</h2>
            <ul>
                <li>
                    "The actual password is automatically generated and is not supplied by the user. This is because the automatically generated password, is harder for an attacker to guess and is more secure."
                </li>
                <li>
                    "Currently there is a limit of "{limit}" App passwords per user. If you attempt to create one after you have reached the limit, you will be prompted to delete one of your existing app passwords in order to create a new one."
                </li>
                <li>
                    "It is recommended that app passwords be created per device and not per application. For example, you can create one app password for your laptop and use that app password for all of your applications on that laptop."
                </li>
            </ul>
        </section>
    }
}
