//! What every mail application asks for: user name, password, and the operator's servers.

use super::steps::Password;
use crate::{config::Settings, session::use_session};
use contract::MailServer;
use leptos::prelude::*;

/// The values to enter.
#[component]
pub fn Servers(password: Password) -> impl IntoView {
    let session = use_session();
    let mail = Settings::from_context().get().mail;
    let email = move || match session.read().account() {
        Some(account) => account.email.clone(),
        None => "your whole e-mail address".to_owned(),
    };
    view! {
        <dl class="facts">
            <dt>"User name"</dt>
            <dd>{email}</dd>
            <dt>"Password"</dt>
            <dd>{password.words()}</dd>
            <dt>"Kind of account"</dt>
            <dd>"IMAP"</dd>
        </dl>
        <table class="servers">
            <caption class="servers__caption">"Mail servers"</caption>
            <thead>
                <tr>
                    <th scope="col"><span class="visually-hidden">"Direction"</span></th>
                    <th scope="col">"Server"</th>
                    <th scope="col">"Port"</th>
                    <th scope="col">"Encryption"</th>
                </tr>
            </thead>
            <tbody>
                {row("Incoming mail (IMAP)", mail.incoming)}
                {row("Outgoing mail (SMTP)", mail.outgoing)}
            </tbody>
        </table>
    }
}

fn row(direction: &'static str, server: MailServer) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{direction}</th>
            <td class="servers__host" translate="no">{server.host}</td>
            <td>{server.port}</td>
            <td translate="no">{server.encryption}</td>
        </tr>
    }
}
