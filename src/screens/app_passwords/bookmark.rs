//! "Bookmark this page" of the guide's step 6. No browser lets a page bookmark itself any more, so
//! it names the keys and offers the address.

use crate::{
    frame::navigation::absolute,
    routes::Route,
    ui::{
        Button, Dialog, Hand, Icon, Look, Platform,
        clipboard::{self, Outcome},
    },
    words,
};
use leptos::{html, prelude::*, task::spawn_local};

/// The button and its dialog.
#[component]
pub fn Bookmark() -> impl IntoView {
    let open = RwSignal::new(false);
    let close = UnsyncCallback::from(move || open.set(false));
    view! {
        <p class="bookmark">
            <Button look=Look::Plain on_press=move || open.set(true)>
                <Icon name="bookmark" />
                {words::bookmark::title()}
            </Button>
        </p>
        <Dialog
            open
            id="bookmark"
            title=Signal::stored(words::bookmark::title())
            on_cancel=close
            content=move || view! { <Ways close /> }
        />
    }
}

#[component]
fn Ways(close: UnsyncCallback<()>) -> impl IntoView {
    let platform = Platform::here();
    let address = StoredValue::new(absolute(Route::AppPasswords));
    let shown = NodeRef::<html::Code>::new();
    let outcome = RwSignal::new(None::<Outcome>);
    let copy = move || {
        let node = shown.get_untracked();
        let copying = address.with_value(|address| match &node {
            Some(node) => clipboard::start(address, Some(node)),
            None => clipboard::start(address, None),
        });
        spawn_local(async move {
            let became = clipboard::finish(copying).await;
            if became != Outcome::Copied
                && let Some(node) = shown.try_get_untracked().flatten()
            {
                clipboard::select(&node);
            }
            outcome.try_set(Some(became));
        });
    };
    let said = move || {
        outcome.get().map(|outcome| match outcome {
            Outcome::Copied | Outcome::CopiedTheOldWay => words::bookmark::copied(),
            _ => match platform.hand() {
                Hand::Finger => words::bookmark::not_copied_touch(),
                Hand::Command => words::bookmark::not_copied_mac(),
                Hand::Control => words::bookmark::not_copied_keyboard(),
            },
        })
    };
    view! {
        <p>{platform.bookmark_by_hand()}</p>
        <p>{words::bookmark::address()}</p>
        <p><code class="bookmark__address" translate="no" dir="ltr" node_ref=shown>{breakable(&address.get_value())}</code></p>
        <p class="bookmark__outcome" role="status">{said}</p>
        <div class="actions">
            <Button on_press=copy>{words::bookmark::copy()}</Button>
            <Button look=Look::Secondary on_press=move || close.run(())>{words::common::close()}</Button>
        </div>
    }
}

/// An address that does not fit is broken after a slash of its path, and not inside a word.
fn breakable(address: &str) -> impl IntoView + use<> {
    let host = address.find("://").map_or(0, |scheme| scheme + 3);
    let path = address[host..]
        .find('/')
        .map_or(address.len(), |slash| host + slash + 1);
    let (origin, path) = address.split_at(path);
    std::iter::once(origin)
        .chain(path.split_inclusive('/'))
        .map(|part| view! { {part.to_owned()}<wbr /> })
        .collect_view()
}
