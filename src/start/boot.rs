//! `window.portal`: what the page's scripts and this program share. `scripts/portal.d.ts` says what
//! each member is for.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type Portal;
    #[wasm_bindgen(thread_local_v2, js_name = portal)]
    static PORTAL: Portal;

    #[wasm_bindgen(method, getter)]
    fn base(this: &Portal) -> String;
    #[cfg(feature = "prototype")]
    #[wasm_bindgen(method, getter)]
    fn world(this: &Portal) -> String;
    #[wasm_bindgen(method, getter)]
    fn configuration(this: &Portal) -> Promise;
    #[wasm_bindgen(method, getter)]
    fn device(this: &Portal) -> Kept;
    #[wasm_bindgen(method, getter)]
    fn tab(this: &Portal) -> Kept;
    #[wasm_bindgen(method)]
    fn pause(this: &Portal) -> Promise;
    #[wasm_bindgen(method, getter)]
    fn locale(this: &Portal) -> String;
    #[wasm_bindgen(method, js_name = loadTexts)]
    fn load_texts(this: &Portal) -> Promise;
    #[wasm_bindgen(method)]
    fn text(this: &Portal, key: &str, count: Option<u32>) -> Option<String>;
    #[wasm_bindgen(method, js_name = takeForm)]
    fn take_form(this: &Portal) -> bool;
    #[wasm_bindgen(method)]
    fn fail(this: &Portal, words: &str) -> Promise;
    #[cfg(feature = "split")]
    #[wasm_bindgen(method, js_name = loadStyles)]
    fn load_styles(this: &Portal) -> Promise;
    #[wasm_bindgen(method, js_name = loadDeferred)]
    fn load_deferred(this: &Portal) -> Promise;
    #[wasm_bindgen(method, js_name = checkNetwork)]
    fn check_network(this: &Portal);

    /// What the page keeps, for one device or for one tab. Where the browser forbids it, it is kept
    /// until the page is left.
    pub type Kept;
    /// What is kept under this name.
    #[wasm_bindgen(method)]
    pub fn get(this: &Kept, name: &str) -> Option<String>;
    /// Keeps this; nothing, or an empty text, removes it.
    #[wasm_bindgen(method)]
    pub fn set(this: &Kept, name: &str, value: Option<&str>);
    /// Removes everything whose name begins so.
    #[wasm_bindgen(method)]
    pub fn forget(this: &Kept, start: &str);
}

/// The path of this site below its host, without a slash at its end.
pub fn base() -> String {
    PORTAL.with(Portal::base)
}

/// The world of this frame: `default`, or as a link named it.
#[cfg(feature = "prototype")]
pub fn world() -> String {
    PORTAL.with(Portal::world)
}

/// The text of `config.json`, which was asked for together with this program.
pub async fn configuration() -> Option<String> {
    let promise = PORTAL.with(Portal::configuration);
    JsFuture::from(promise).await.ok()?.as_string()
}

/// What is kept on this device.
pub fn device() -> Kept {
    PORTAL.with(Portal::device)
}

/// What is kept as long as this tab.
pub fn tab() -> Kept {
    PORTAL.with(Portal::tab)
}

/// Resolves in a later turn of the browser, which paints and takes what is typed in between.
pub fn pause() -> JsFuture {
    PORTAL.with(Portal::pause).into()
}

/// The language that dates are written in: the page's, with the visitor's region.
pub fn locale() -> String {
    PORTAL.with(Portal::locale)
}

/// Waits for the page's texts, or for the time in which they should have come: what is rendered
/// after that need not be rendered again because of them.
pub async fn load_texts() {
    // It is resolved either way.
    let _ = JsFuture::from(PORTAL.with(Portal::load_texts)).await;
}

/// The text of a key in the visitor's language, with `{count}` filled in; none if there is none.
pub fn text(key: &str, count: Option<u32>) -> Option<String> {
    PORTAL.with(|portal| portal.text(key, count))
}

/// Takes the sign-in form over. `true` if it was sent before this program was there.
pub fn take_form() -> bool {
    PORTAL.with(Portal::take_form)
}

/// Says that the page cannot go on, with a way to try again.
pub fn fail(words: &str) {
    // The promise tells when it is shown; nobody waits for that.
    PORTAL.with(|portal| drop(portal.fail(words)));
}

/// Waits for the styles of what is behind sign-in. `false` if they cannot be had.
#[cfg(feature = "split")]
pub async fn load_styles() -> bool {
    JsFuture::from(PORTAL.with(Portal::load_styles))
        .await
        .is_ok()
}

/// Loads the deferred script: offline bar, newer release, service worker.
pub fn load_deferred() {
    // Nobody waits for it.
    PORTAL.with(|portal| drop(portal.load_deferred()));
}

/// Something did not arrive: looks whether there is a network.
pub fn check_network() {
    PORTAL.with(Portal::check_network);
}
