//! The key of an authenticator app, to be scanned, typed or copied. Its letters are in a [`Secret`] and
//! in nodes of the page, which are emptied when they are taken away.

use crate::{
    ui::{
        CopyText, Look, QrCode, clipboard,
        copy_text::Progress,
        letters::{blank, write_groups},
    },
    words,
};
use contract::{AuthenticatorSetUp, Secret};
use leptos::{html, prelude::*};

/// Letters drawn together.
const GROUP: usize = 4;

/// A key that is not in use yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    text: Secret,
    address: Secret,
}

impl From<AuthenticatorSetUp> for Key {
    fn from(set_up: AuthenticatorSetUp) -> Self {
        Self {
            text: set_up.key,
            address: set_up.address,
        }
    }
}

/// The QR code, and other ways for those who cannot scan it.
#[component]
pub fn KeyToScan(key: Key) -> impl IntoView {
    let code = view! { <QrCode text=key.address.clone() label=words::authenticator::qr_code() /> };
    let key = StoredValue::new(key);
    let link = NodeRef::<html::A>::new();
    Effect::new(move |_| {
        if let Some(link) = link.get() {
            key.with_value(|key| link.set_href(key.address.expose()));
        }
    });
    view! {
        {code}
        <details class="authenticator-key">
            <summary class="authenticator-key__opener">{words::authenticator::cannot_scan()}</summary>
            <p>{words::authenticator::type_key()}</p>
            <KeyAsText key />
            <p>
                <a rel="external noopener" node_ref=link>
                    {words::authenticator::open_here()}
                </a>
            </p>
        </details>
    }
}

#[component]
fn KeyAsText(key: StoredValue<Key>) -> impl IntoView {
    let shown = NodeRef::<html::Code>::new();
    Effect::new(move |_| {
        if let Some(place) = shown.get() {
            blank(&place);
            key.with_value(|key| {
                write_groups(&place, key.text.expose(), GROUP, "authenticator-key__group");
            });
        }
    });
    on_cleanup(move || {
        if let Some(place) = shown.try_get_untracked().flatten() {
            blank(&place);
        }
    });
    let start = move |node: &web_sys::Node| {
        key.try_with_value(|key| clipboard::start(key.text.expose(), Some(node)))
    };
    view! {
        <code class="authenticator-key__text" translate="no" dir="ltr" node_ref=shown></code>
        <CopyText look=Look::Secondary shown start said=outcome_words>{words::authenticator::copy()}</CopyText>
    }
}

fn outcome_words(progress: Progress) -> Option<impl IntoView> {
    let said = match progress {
        Progress::NotYet | Progress::Waiting | Progress::Asking => return None,
        copied if copied.is_copied() => words::authenticator::copied(),
        _ => words::authenticator::not_copied(),
    };
    Some(view! { <p>{said}</p> })
}
