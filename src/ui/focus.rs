//! The focus is never lost. A button that was pressed may go away, and the row it stood in: then the
//! heading of what it was in takes the focus, so that a keyboard goes on from there and a screen reader
//! says where that is. Whoever knows a better place focuses it at once, or in the next frame.

use js_sys::{Function, Object, Reflect};
use leptos::{ev, prelude::*};
use wasm_bindgen::{
    JsCast, JsValue,
    prelude::{Closure, wasm_bindgen},
};
use web_sys::{Element, HtmlElement, Node};

#[wasm_bindgen]
extern "C" {
    type MutationObserver;
    #[wasm_bindgen(constructor, catch)]
    fn new(look: &Function) -> Result<MutationObserver, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn observe(this: &MutationObserver, node: &Node, what: &Object) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn disconnect(this: &MutationObserver) -> Result<(), JsValue>;
}

/// Watches over the focus, until what calls this is gone.
pub fn watch() {
    let last = StoredValue::new_local(None::<Had>);
    let is_lost = move || {
        let is_gone =
            |had: &Option<Had>| had.as_ref().is_some_and(|had| !had.element.is_connected());
        last.try_with_value(is_gone) == Some(true) && is_nowhere()
    };
    let came = window_event_listener(ev::focusin, move |event| {
        let element = event.target().and_then(|target| target.dyn_into().ok());
        last.try_set_value(element.map(Had::new));
    });
    // The person clicked on nothing.
    let left = window_event_listener(ev::focusout, move |_| {
        request_animation_frame(move || {
            if is_nowhere() && !is_lost() {
                last.try_set_value(None);
            }
        });
    });
    let look = Closure::<dyn Fn()>::new(move || {
        if is_lost() {
            in_two_frames(move || {
                if is_lost()
                    && let Some(had) = last.try_update_value(Option::take).flatten()
                {
                    take(had.around.as_ref());
                }
            });
        }
    });
    let observer = MutationObserver::new(look.as_ref().unchecked_ref()).ok();
    if let (Some(observer), Some(body)) = (&observer, document().body()) {
        let what = Object::new();
        for name in ["childList", "subtree"] {
            // Setting a property of a plain object does not fail.
            let _ = Reflect::set(&what, &name.into(), &JsValue::TRUE);
        }
        // The body of this page can be observed.
        let _ = observer.observe(&body, &what);
    }
    let watching = StoredValue::new_local(Some((observer, look)));
    on_cleanup(move || {
        came.remove();
        left.remove();
        if let Some((Some(observer), _)) = watching.try_update_value(Option::take).flatten() {
            let _ = observer.disconnect();
        }
    });
}

/// What had the focus, and what it was in.
struct Had {
    element: Element,
    around: Option<Element>,
}

impl Had {
    fn new(element: Element) -> Self {
        let around = element
            .closest("dialog, main, aside section")
            .ok()
            .flatten();
        Self { element, around }
    }
}

/// Whether nothing has the focus.
pub fn is_nowhere() -> bool {
    let focused = document().active_element();
    focused.is_none_or(|focused| focused.tag_name() == "BODY")
}

fn in_two_frames(work: impl FnOnce() + 'static) {
    request_animation_frame(move || request_animation_frame(work));
}

/// Moves the focus to the heading of a part of the page; to the screen's, if that has none or is gone.
fn take(around: Option<&Element>) {
    let heading = |place: &Element| place.query_selector("h1, h2").ok().flatten();
    if around
        .filter(|around| around.is_connected())
        .and_then(heading)
        .is_none_or(|heading| !focus(heading))
    {
        heading_of_screen();
    }
}

/// Moves the focus to the screen's heading.
pub fn heading_of_screen() {
    if let Some(heading) = document().query_selector("main h1").ok().flatten() {
        focus(heading);
    }
}

/// Moves the focus to a heading. False if it does not take it, because it is out of reach.
fn focus(heading: Element) -> bool {
    let Ok(heading) = heading.dyn_into::<HtmlElement>() else {
        return false;
    };
    heading.set_tab_index(-1);
    // Focusing an element that is in the page does not fail.
    let _ = heading.focus();
    document().active_element().as_ref() == Some(heading.as_ref())
}
