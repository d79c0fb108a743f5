//! The browser's own modal dialog: focus stays inside, Escape closes, the focus returns to the
//! button that opened it.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

/// A modal dialog that is open while `open` is true. Its content is made anew each time it opens,
/// and gone when it is closed.
#[component]
pub fn Dialog<V>(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Unique on the page; the heading's id derives from it.
    id: &'static str,
    /// The heading, and the accessible name.
    #[prop(into)]
    title: Signal<String>,
    /// A name within the heading that somebody chose: it may run from right to left, and turns
    /// nothing around it.
    #[prop(optional, into)]
    name: Signal<Option<String>>,
    /// Escape was pressed: close, or ask first. The dialog does not close by itself.
    #[prop(into)]
    on_cancel: UnsyncCallback<()>,
    /// Leaves what stands beside the page within reach, for a dialog that waits for something done
    /// there. The browser would make everything inert; this makes the page inert by hand.
    #[prop(optional)]
    beside: bool,
    /// The content; made when it opens.
    content: impl Fn() -> V + Send + Sync + 'static,
) -> impl IntoView
where
    V: IntoView + 'static,
{
    let element = NodeRef::<html::Dialog>::new();
    let opener = StoredValue::new_local(None::<web_sys::HtmlElement>);
    let held = StoredValue::new_local(Vec::new());
    on_cleanup(move || let_go(held));
    let show = move |dialog: &web_sys::HtmlDialogElement| {
        if beside {
            held.set_value(hold_the_page(dialog));
            dialog.show();
        } else {
            // Fails only when it is open already or not in the page.
            let _ = dialog.show_modal();
        }
    };
    Effect::new(move |_| {
        let Some(dialog) = element.get() else { return };
        if open.get() && !dialog.open() {
            opener.set_value(
                document()
                    .active_element()
                    .and_then(|focused| focused.dyn_into().ok()),
            );
            show(&dialog);
        } else if !open.get() && dialog.open() {
            // Before it closes: the browser gives no focus to what is inert.
            let_go(held);
            dialog.close();
            give_focus_back(opener);
        }
    });
    let title_id = format!("{id}-title");
    let labelled_by = title_id.clone();
    view! {
        <dialog
            class="dialog"
            id=id
            aria-labelledby=labelled_by
            node_ref=element
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                on_cancel.run(());
            }
            on:close=move |_| {
                // A browser may close it all the same: Android's second back gesture in a row asks
                // nobody. What it holds may not be lost that way.
                // The event comes later than the closing: the screen may be gone by then.
                let Some(dialog) = element.try_get_untracked().flatten() else { return };
                if open.try_get_untracked() == Some(true) && !dialog.open() {
                    let_go(held);
                    show(&dialog);
                    on_cancel.run(());
                }
            }
            on:keydown=move |event| {
                // Chromium closes a dialog on the second Escape even if `cancel` was prevented.
                if event.key() == "Escape" && !event.default_prevented() {
                    event.prevent_default();
                    event.stop_propagation();
                    on_cancel.run(());
                }
            }
        >
            {move || {
                open.get()
                    .then(|| {
                        view! {
                            <h2 class="dialog__title" id=title_id.clone() tabindex="-1">
                                {move || with_name_apart(&title.get(), name.get())}
                            </h2>
                            {content()}
                        }
                    })
            }}
        </dialog>
    }
}

fn with_name_apart(title: &str, name: Option<String>) -> impl IntoView + use<> {
    let (before, name, after) = name
        .and_then(|name| {
            let (before, after) = title.split_once(&name)?;
            Some((before.to_owned(), name, after.to_owned()))
        })
        .unwrap_or_else(|| (title.to_owned(), String::new(), String::new()));
    view! { {before}<bdi>{name}</bdi>{after} }
}

/// Makes the page around a dialog inert, up to `main` and what stands beside it, and gives what was
/// made so.
fn hold_the_page(dialog: &web_sys::Element) -> Vec<web_sys::Element> {
    let mut held = vec![];
    let mut inside = dialog.clone();
    while let Some(around) = inside.parent_element() {
        let mut next = around.first_element_child();
        while let Some(child) = next {
            next = child.next_element_sibling();
            // Setting an attribute with a valid name does not fail.
            if child != inside
                && !child.has_attribute("inert")
                && child.set_attribute("inert", "").is_ok()
            {
                held.push(child);
            }
        }
        if inside.tag_name() == "MAIN" {
            break;
        }
        inside = around;
    }
    held
}

fn let_go(held: StoredValue<Vec<web_sys::Element>, LocalStorage>) {
    held.try_update_value(|held| {
        for element in held.drain(..) {
            // Removing an attribute does not fail.
            let _ = element.remove_attribute("inert");
        }
    });
}

/// The browser gives the focus back to the opener; where the opener is gone (its row was deleted),
/// the screen's heading takes it, so that a keyboard user is not thrown to the top of the page.
fn give_focus_back(opener: StoredValue<Option<web_sys::HtmlElement>, LocalStorage>) {
    request_animation_frame(move || {
        let at_nothing = document()
            .active_element()
            .is_none_or(|focused| focused.tag_name() == "BODY");
        if !at_nothing {
            return;
        }
        let target = opener
            .try_get_value()
            .flatten()
            .filter(|opener| opener.is_connected() && opener.tag_name() != "BODY")
            .or_else(|| {
                document()
                    .query_selector("main h1")
                    .ok()
                    .flatten()
                    .and_then(|heading| heading.dyn_into().ok())
            });
        if let Some(target) = target {
            // Focusing an element that is in the page does not fail.
            let _ = target.focus();
        }
    });
}
