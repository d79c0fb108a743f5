//! What stands in `index.html` and is painted before this program has arrived: the frame, and the
//! sign-in form. Its nodes are kept and bound, not remade, so that what was typed or autofilled, the
//! focus and the caret stay. The scripts of `public/boot` look after it until then.

use super::boot;
use leptos::{prelude::*, task::spawn_local};
use std::cell::OnceCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlButtonElement, HtmlElement, HtmlFormElement, HtmlInputElement, Node};

/// `<html data-ready>`: what is on the screen answers.
pub fn ready() {
    if let Some(root) = document().document_element() {
        // Setting an attribute with a valid name does not fail.
        let _ = root.set_attribute("data-ready", "");
    }
}

/// Names the window. From now on the static page's own title is nobody's.
pub fn set_title(title: &str) {
    if let Ok(Some(element)) = document().query_selector("title[data-words]") {
        // Removing an attribute does not fail.
        let _ = element.remove_attribute("data-words");
    }
    document().set_title(title);
}

/// Whether the form is to be kept back, because somebody may be signed in or the address is another
/// screen's.
pub fn is_waiting() -> bool {
    document()
        .document_element()
        .and_then(|root| root.get_attribute("data-first"))
        .as_deref()
        == Some("waiting")
}

/// Lets the form be seen.
fn show_form() {
    if let Some(root) = document().document_element() {
        // Setting an attribute with a valid name does not fail.
        let _ = root.set_attribute("data-first", "sign-in");
    }
}

/// An element of the static page.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Puts a view into an element of the static page, for as long as the page is open. A task of its
/// own, so that opening the page goes in slices.
pub fn fill<V: IntoView + 'static>(id: &str, view: impl FnOnce() -> V + 'static) {
    if let (Some(parent), Some(owner)) = (element(id), Owner::current()) {
        spawn_local(async move {
            owner.with(|| leptos::mount::mount_to(parent, view).forget());
        });
    }
}

/// Empties an element of the static page, for what fills it.
pub fn clear(id: &str) {
    if let Some(place) = element(id) {
        place.set_text_content(None);
    }
}

/// The line that says that something is coming.
pub fn waiting_words(words: &str) {
    if let Some(waiting) = element("waiting-words") {
        // Removing an attribute does not fail.
        let _ = waiting.remove_attribute("data-words");
        waiting.set_text_content(Some(words));
    }
}

/// Takes that line away: the screen is here.
pub fn stop_waiting() {
    if let Some(waiting) = element("waiting") {
        waiting.remove();
    }
    ready();
}

/// Takes the form away, unless the sign-in screen has it.
pub fn clear_form() {
    keep();
    if let Some(section) = element("sign-in") {
        section.remove();
    }
}

thread_local! {
    /// The section as `index.html` has it, before anybody typed or bound anything.
    static PRISTINE: OnceCell<Option<Node>> = const { OnceCell::new() };
}

/// Keeps a copy, for whoever comes back to sign in.
fn keep() -> Option<Node> {
    PRISTINE.with(|pristine| {
        pristine
            .get_or_init(|| element("sign-in")?.clone_node_with_deep(true).ok())
            .clone()
    })
}

/// The nodes of the sign-in form.
pub struct SignInForm {
    /// All of it.
    pub section: HtmlElement,
    /// The form.
    pub form: HtmlFormElement,
    /// Where messages stand.
    pub messages: HtmlElement,
    /// E-mail address.
    pub email: HtmlInputElement,
    /// Network password.
    pub password: HtmlInputElement,
    /// **Sign in**.
    pub button: HtmlButtonElement,
    /// Says that it is still working.
    pub still_working: Element,
    /// Whether it was sent before this program was there.
    pub was_sent: bool,
}

impl SignInForm {
    /// The form in the page, or a new one in it.
    pub fn take() -> Option<Self> {
        let pristine = keep()?;
        let section = if let Some(section) = element("sign-in") {
            section
        } else {
            let copy = pristine.clone_node_with_deep(true).ok()?;
            let section: HtmlElement = copy.dyn_into().ok()?;
            element("main")?.prepend_with_node_1(&section).ok()?;
            section
        };
        show_form();
        let was_sent = boot::take_form();
        Some(Self {
            form: find(&section, "form")?,
            messages: find(&section, "#sign-in-messages")?,
            email: find(&section, "#email")?,
            password: find(&section, "#password")?,
            button: find(&section, "button")?,
            still_working: find(&section, ".still-working")?,
            section,
            was_sent,
        })
    }
}

fn find<T: JsCast>(section: &HtmlElement, selector: &str) -> Option<T> {
    section.query_selector(selector).ok()??.dyn_into().ok()
}
