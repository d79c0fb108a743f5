//! What every mail application asks for: user name, password, and the operator's servers.

use crate::words::Text;
use crate::{config::Settings, session::use_session, words};
use contract::MailServer;
use leptos::prelude::*;

/// What the reader knows of the password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Password {
    /// It was shown a moment ago.
    JustCopied,
    /// Any app password.
    Any,
}

impl Password {
    /// What goes where the application asks for the password.
    pub fn words(self) -> Text {
        match self {
            Self::JustCopied => words::servers::password_copied(),
            Self::Any => words::servers::password_any(),
        }
    }
}

/// The values to enter.
#[component]
pub fn Servers(password: Password) -> impl IntoView {
    view! {
        <dl class="facts">
            <dt>{words::servers::user()}</dt>
            <dd><bdi>{address()}</bdi></dd>
            <dt>{words::servers::password()}</dt>
            <dd>{password.words()}</dd>
            <dt>{words::servers::kind()}</dt>
            <dd>{words::servers::imap()}</dd>
        </dl>
        <ServerTable />
    }
}

/// The e-mail address that a mail application signs in with, or words for it.
pub fn address() -> impl IntoView {
    let session = use_session();
    move || match session.read().account() {
        Some(account) => account.email.clone().into_any(),
        None => words::servers::your_address().into_any(),
    }
}

/// The operator's mail servers.
#[component]
pub fn ServerTable() -> impl IntoView {
    let mail = Settings::from_context().get().mail;
    view! {
        <table class="servers">
            <caption class="servers__caption">{words::servers::caption()}</caption>
            <thead>
                <tr>
                    <th scope="col"><span class="visually-hidden">{words::servers::direction()}</span></th>
                    <th scope="col">{words::servers::server()}</th>
                    <th scope="col">{words::servers::port()}</th>
                    <th scope="col">{words::servers::encryption()}</th>
                </tr>
            </thead>
            <tbody>
                {row(words::servers::incoming(), mail.incoming)}
                {row(words::servers::outgoing(), mail.outgoing)}
            </tbody>
        </table>
    }
}

fn row(direction: Text, server: MailServer) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{direction}</th>
            <td class="servers__host" translate="no"><bdi dir="ltr">{server.host}</bdi></td>
            <td>{server.port}</td>
            <td translate="no"><bdi dir="ltr">{server.encryption}</bdi></td>
        </tr>
    }
}
