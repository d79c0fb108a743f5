//! The key of an authenticator app, to be scanned, typed or copied.

use crate::{
    ui::{Button, Look, QrCode, clipboard},
    words,
};
use contract::{AuthenticatorSetUp, Secret};
use leptos::{html, prelude::*, task::spawn_local};

/// Letters drawn together; the gaps are CSS and never part of the text.
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
    let address = key.address.expose().to_owned();
    view! {
        <QrCode text=key.address label=words::authenticator::qr_code() />
        <details class="authenticator-key">
            <summary class="authenticator-key__opener">{words::authenticator::cannot_scan()}</summary>
            <p>{words::authenticator::type_key()}</p>
            <KeyAsText text=key.text />
            <p>
                <a href=address rel="external noopener">
                    {words::authenticator::open_here()}
                </a>
            </p>
        </details>
    }
}

#[component]
fn KeyAsText(text: Secret) -> impl IntoView {
    let shown = NodeRef::<html::Code>::new();
    let outcome = RwSignal::new(None::<clipboard::Outcome>);
    // No text stands between the groups, so that copying by hand copies no spaces.
    let groups: Vec<String> = text
        .expose()
        .as_bytes()
        .chunks(GROUP)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect();
    let text = StoredValue::new(text);
    let copy = move || {
        outcome.set(None);
        let element = shown.get_untracked();
        // Straight from the click: nothing is awaited before.
        let copying = text.with_value(|text| {
            clipboard::start(text.expose(), element.as_deref().map(AsRef::as_ref))
        });
        spawn_local(async move {
            let became = clipboard::finish(copying).await;
            let at_hand = matches!(
                became,
                clipboard::Outcome::Copied | clipboard::Outcome::CopiedTheOldWay
            );
            if !at_hand && let Some(Some(element)) = shown.try_get_untracked() {
                clipboard::select(&element);
            }
            outcome.try_set(Some(became));
        });
    };
    view! {
        <code class="authenticator-key__text" translate="no" dir="ltr" node_ref=shown>
            {groups
                .into_iter()
                .map(|group| view! { <span class="authenticator-key__group">{group}</span> })
                .collect_view()}
        </code>
        <Button look=Look::Secondary on_press=copy>{words::authenticator::copy()}</Button>
        <p class="authenticator-key__outcome" role="status">
            {move || {
                outcome
                    .get()
                    .map(|outcome| match outcome {
                        clipboard::Outcome::Copied | clipboard::Outcome::CopiedTheOldWay => words::authenticator::copied(),
                        _ => words::authenticator::not_copied(),
                    })
            }}
        </p>
    }
}
