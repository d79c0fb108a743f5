//! "Bookmark this page" of the guide's step 6. No browser lets a page bookmark itself any more, so
//! it names the keys and offers the address.

use crate::{
    routes::Route,
    routes::navigation::absolute,
    ui::{Button, CopyText, Dialog, Hand, Icon, Look, Platform, clipboard, copy_text::Progress},
    words,
};
use leptos::{html, prelude::*};

/// The button and its dialog.
#[component]
pub fn Bookmark() -> impl IntoView {
    let open = RwSignal::new(None::<()>);
    let close = UnsyncCallback::from(move || open.set(None));
    view! {
        <p class="bookmark">
            <Button look=Look::Plain on_press=move || open.set(Some(()))>
                <Icon name="bookmark" />
                {words::bookmark::title()}
            </Button>
        </p>
        <Dialog
            open
            id="bookmark"
            title=|()| words::bookmark::title()
            on_cancel=close
            content=move |()| view! { <Ways close /> }
        />
    }
}

#[component]
fn Ways(close: UnsyncCallback<()>) -> impl IntoView {
    let address = StoredValue::new(absolute(Route::AppPasswords));
    let shown = NodeRef::<html::Code>::new();
    let start = move |node: &web_sys::Node| {
        Some(address.with_value(|address| clipboard::start(address, Some(node))))
    };
    view! {
        <p>{Platform::here().bookmark_by_hand()}</p>
        <p>{words::bookmark::address()}</p>
        <p><code class="bookmark__address" translate="no" dir="ltr" node_ref=shown>{breakable(&address.get_value())}</code></p>
        <CopyText shown start said=outcome_words>{words::bookmark::copy()}</CopyText>
        <div class="actions">
            <Button look=Look::Secondary on_press=move || close.run(())>{words::common::close()}</Button>
        </div>
    }
}

fn outcome_words(progress: Progress) -> Option<impl IntoView> {
    let said = match progress {
        Progress::NotYet | Progress::Waiting | Progress::Asking => return None,
        copied if copied.is_copied() => words::bookmark::copied(),
        _ => match Platform::here().hand() {
            Hand::Finger => words::bookmark::not_copied_touch(),
            Hand::Command => words::bookmark::not_copied_mac(),
            Hand::Control => words::bookmark::not_copied_keyboard(),
        },
    };
    Some(view! { <p>{said}</p> })
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
