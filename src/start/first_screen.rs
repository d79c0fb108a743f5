//! What stands in `index.html` and is painted before this program has arrived: the frame, and the
//! sign-in form. Its nodes are kept and bound, not remade, so that what was typed or autofilled, the
//! focus and the caret stay. `public/boot.js` looks after it until then.

use contract::SessionState;
use js_sys::{Function, Promise, Reflect};
use leptos::{prelude::*, task::spawn_local};
use std::cell::OnceCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, HtmlButtonElement, HtmlElement, HtmlFormElement, HtmlInputElement, Node, Storage,
};

/// What `boot.js` and this program tell each other, a property of `window.portal`.
fn told(name: &str) -> Option<JsValue> {
    let portal = Reflect::get(&window(), &"portal".into()).ok()?;
    Reflect::get(&portal, &name.into())
        .ok()
        .filter(|value| !value.is_undefined())
}

/// Calls a function of `boot.js`.
fn ask(name: &str) -> Option<JsValue> {
    let function = told(name)?.dyn_into::<Function>().ok()?;
    function.call0(&JsValue::NULL).ok()
}

/// Says that the page cannot go on, with a way to try again.
pub fn fail(words: &str) {
    if let Some(Ok(fail)) = told("fail").map(JsCast::dyn_into::<Function>) {
        // It draws, and does not fail.
        let _ = fail.call1(&JsValue::NULL, &words.into());
    }
}

/// `<html data-ready>`: what is on the screen answers.
pub fn ready() {
    if let Some(root) = document().document_element() {
        // Setting an attribute with a valid name does not fail.
        let _ = root.set_attribute("data-ready", "");
    }
}

/// What stands before the routes in every path of this site; empty at the root of a host.
pub fn base() -> String {
    told("base")
        .and_then(|base| base.as_string())
        .unwrap_or_default()
}

/// The language that dates are written in: the page's, with the visitor's region.
pub fn locale() -> String {
    told("locale")
        .and_then(|locale| locale.as_string())
        .unwrap_or_else(|| "en-US".to_owned())
}

/// Waits for the page's texts, or for the time in which they should have come: what is drawn after
/// that need not be drawn anew because of them.
pub async fn words() {
    if let Some(promise) = ask("worded").and_then(|promise| promise.dyn_into::<Promise>().ok()) {
        // It is resolved either way.
        let _ = JsFuture::from(promise).await;
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

/// The text of `config.json`, which was asked for together with this program.
pub async fn configuration() -> Option<String> {
    let promise = told("configuration")?.dyn_into::<Promise>().ok()?;
    JsFuture::from(promise).await.ok()?.as_string()
}

/// Waits for the styles of what is behind sign-in. `false` if they cannot be had.
#[cfg(feature = "split")]
pub async fn styles_behind_sign_in() -> bool {
    match ask("inside").and_then(|promise| promise.dyn_into::<Promise>().ok()) {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    }
}

/// Has fetched what nobody waits for: what says that there is no network, offers a newer release of
/// the page and keeps a copy of it. The development server has none.
pub fn later() {
    ask("later");
}

/// Something did not arrive: is it the network?
#[allow(dead_code, reason = "the portal in the tab needs no network")]
pub fn lost() {
    ask("lost");
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

/// Tells the boot script of the next visit whether somebody was signed in, and that of a reload
/// whether somebody is on the way there: no secret, only what decides which screen is painted first.
pub fn remember(state: &SessionState) {
    let signed_in = matches!(state, SessionState::SignedIn(_));
    keep_hint(window().local_storage(), signed_in);
    // another day nobody is on the way any more
    let on_the_way = !signed_in && *state != SessionState::SignedOut;
    keep_hint(window().session_storage(), on_the_way);
}

fn keep_hint(storage: Result<Option<Storage>, JsValue>, here: bool) {
    const HINT: &str = "app-password-portal.signed-in";
    let Ok(Some(storage)) = storage else {
        return; // forbidden: the form shows for a moment, no more
    };
    let _ = if here {
        storage.set_item(HINT, "1")
    } else {
        storage.remove_item(HINT)
    };
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
        let was_sent = ask("take").is_some_and(|held| held.is_truthy());
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
