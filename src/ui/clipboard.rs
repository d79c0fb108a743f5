//! Copying to the clipboard, with the result.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

/// Result of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// On the clipboard.
    Copied,
    /// Probably on the clipboard: the browser's older command reports no failure for certain.
    CopiedTheOldWay,
    /// The browser or the person said no, and will say no again.
    Refused,
    /// The browser's question was closed without an answer.
    Dismissed,
    /// This browser has no clipboard for this page (plain http, for one).
    Missing,
    /// It was allowed and did not work.
    Failed,
}

/// A copy in progress.
pub enum Copying {
    /// Finished at once.
    Done(Outcome),
    /// The browser is copying, or asks for permission.
    Waiting(JsFuture),
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["document"], js_name = execCommand, catch)]
    fn exec_command(command: &str) -> Result<bool, JsValue>;

    type TextClipboard;
    #[wasm_bindgen(method, js_name = writeText, catch)]
    fn write_text(this: &TextClipboard, text: &str) -> Result<JsValue, JsValue>;

    type CopyEvent;
    #[wasm_bindgen(method, getter, js_name = clipboardData)]
    fn clipboard_data(this: &CopyEvent) -> Option<ClipboardData>;

    type ClipboardData;
    #[wasm_bindgen(method, js_name = setData, catch)]
    fn set_data(this: &ClipboardData, format: &str, text: &str) -> Result<(), JsValue>;
}

/// Starts copying. Must be called straight from a click: Firefox and WebKit copy only inside the
/// click's own gesture, so nothing may be awaited before. `element` shows the same text; it is left
/// selected when only the old way or the person's hand is left.
pub fn start(text: &str, element: Option<&web_sys::Node>) -> Copying {
    let navigator = leptos::prelude::window().navigator();
    // web-sys takes `clipboard` for granted; on plain http it is undefined.
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .ok()
        .filter(|clipboard| !clipboard.is_undefined() && !clipboard.is_null());
    let Some(clipboard) = clipboard else {
        return Copying::Done(the_old_way(element));
    };
    let clipboard: TextClipboard = clipboard.unchecked_into();
    // An extension may have put a clipboard of its own in the browser's place.
    match clipboard.write_text(text).map(JsCast::dyn_into::<Promise>) {
        Ok(Ok(promise)) => Copying::Waiting(JsFuture::from(promise)),
        Ok(Err(_)) => Copying::Done(the_old_way(element)),
        Err(_) => Copying::Done(Outcome::Failed),
    }
}

fn the_old_way(element: Option<&web_sys::Node>) -> Outcome {
    let Some(element) = element else {
        return Outcome::Missing;
    };
    select(element);
    match exec_command("copy") {
        Ok(true) => Outcome::CopiedTheOldWay,
        _ => Outcome::Missing,
    }
}

/// Waits for the result of [`start`].
pub async fn finish(copying: Copying) -> Outcome {
    let future = match copying {
        Copying::Done(outcome) => return outcome,
        Copying::Waiting(future) => future,
    };
    let Err(error) = future.await else {
        return Outcome::Copied;
    };
    let name = js_sys::Reflect::get(&error, &JsValue::from_str("name"))
        .ok()
        .and_then(|name| name.as_string());
    if name.as_deref() != Some("NotAllowedError") {
        return Outcome::Failed;
    }
    match permission().await.as_deref() {
        Some("prompt") => Outcome::Dismissed,
        _ => Outcome::Refused,
    }
}

/// `granted`, `denied` or `prompt`, where the browser tells (Chromium does; Firefox and WebKit have
/// no such permission to ask for).
pub async fn permission() -> Option<String> {
    let permissions = leptos::prelude::window().navigator().permissions().ok()?;
    let descriptor = js_sys::Object::new();
    js_sys::Reflect::set(&descriptor, &"name".into(), &"clipboard-write".into()).ok()?;
    let status = JsFuture::from(permissions.query(&descriptor).ok()?)
        .await
        .ok()?;
    js_sys::Reflect::get(&status, &"state".into())
        .ok()?
        .as_string()
}

/// Selects all text of an element, ready for the keyboard's copy.
pub fn select(element: &web_sys::Node) {
    let Some(selection) = leptos::prelude::window().get_selection().ok().flatten() else {
        return;
    };
    if let Ok(range) = leptos::prelude::document().create_range() {
        // A node in the page can always be selected.
        let _ = range.select_node_contents(element);
        let _ = selection.remove_all_ranges();
        let _ = selection.add_range(&range);
    }
}

/// Whether the selection holds the element, or any part of it.
pub fn touches(element: &web_sys::Node) -> bool {
    let selection = leptos::prelude::window().get_selection().ok().flatten();
    selection.is_some_and(|selection| {
        !selection.is_collapsed()
            && selection
                .contains_node_with_allow_partial_containment(element, true)
                .unwrap_or(false)
    })
}

/// Answers the browser's `copy` event with this text in place of what is selected. False when the
/// browser does not take it; then it copies the selection itself.
pub fn put(event: &web_sys::Event, text: &str) -> bool {
    let taken = event
        .unchecked_ref::<CopyEvent>()
        .clipboard_data()
        .is_some_and(|clipboard| clipboard.set_data("text/plain", text).is_ok());
    if taken {
        event.prevent_default();
    }
    taken
}

/// Clears the selection, so that it keeps no text alive.
pub fn select_nothing() {
    if let Some(selection) = leptos::prelude::window().get_selection().ok().flatten() {
        // Removing the ranges of one's own page does not fail.
        let _ = selection.remove_all_ranges();
    }
}
