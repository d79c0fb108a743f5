//! The browser's own modal dialog: focus stays inside, Escape closes, the browser returns the focus to
//! the button that opened it. Where that is gone, [`focus`](super::focus) finds a place.

use leptos::{html, prelude::*};

/// A modal dialog. Its content is made anew each time it opens, and gone when it is closed: what
/// belongs to one opening, a task above all, is made in there.
#[component]
pub fn Dialog<T, W, H, C, V>(
    /// What it is open for; closed while there is nothing.
    #[prop(into)]
    open: Signal<Option<T>>,
    /// Unique on the page; the heading's id derives from it.
    id: &'static str,
    /// The heading, and the accessible name.
    title: W,
    /// Escape was pressed: close, or ask first. The dialog does not close by itself.
    #[prop(into)]
    on_cancel: UnsyncCallback<()>,
    /// The content; made when it opens.
    content: C,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    W: Fn(&T) -> H + Clone + Send + Sync + 'static,
    H: IntoView + 'static,
    C: Fn(T) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let subject = Memo::new(move |_| open.get());
    let draw = move || {
        subject.get().map(|subject| {
            let (title, named) = (title.clone(), subject.clone());
            view! {
                <h2 class="dialog__title" id=title_id(id) tabindex="-1">{move || title(&named)}</h2>
                {content(subject)}
            }
            .into_any()
        })
    };
    let open = Memo::new(move |_| subject.read().is_some());
    view! { <Modal open id on_cancel draw=Box::new(draw) /> }
}

/// The id of a dialog's heading, by the id of the dialog.
pub fn title_id(id: &str) -> String {
    format!("{id}-title")
}

#[component]
fn Modal(
    open: Memo<bool>,
    id: &'static str,
    on_cancel: UnsyncCallback<()>,
    draw: Box<dyn Fn() -> Option<AnyView> + Send + Sync>,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    let show = |dialog: &web_sys::HtmlDialogElement| {
        // Fails only when it is open already or not in the page.
        let _ = dialog.show_modal();
    };
    Effect::new(move |_| {
        let Some(dialog) = element.get() else { return };
        if open.get() && !dialog.open() {
            show(&dialog);
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog
            class="dialog"
            id=id
            aria-labelledby=title_id(id)
            node_ref=element
            on:mousedown=move |event: leptos::ev::MouseEvent| {
                // The second click of a double click lands on the backdrop: the focus stays.
                let on_backdrop = element.try_get_untracked().flatten().is_some_and(|dialog| {
                    event.target().as_ref() == Some(dialog.as_ref())
                });
                if on_backdrop {
                    event.prevent_default();
                }
            }
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
                    show(&dialog);
                    on_cancel.run(());
                }
            }
            on:keydown=move |event| {
                // Chromium closes a dialog on the second Escape even if `cancel` was prevented.
                // While an input method composes, Escape is its own.
                if event.key() == "Escape" && !event.is_composing() && !event.default_prevented() {
                    event.prevent_default();
                    event.stop_propagation();
                    on_cancel.run(());
                }
            }
        >
            {draw}
        </dialog>
    }
}
