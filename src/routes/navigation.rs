//! Going to a [`Route`] and linking to one.

use super::Route;
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};
use wasm_bindgen::JsValue;

/// What stands before the routes in every path of this site.
#[derive(Clone, Copy)]
struct Base(StoredValue<String>);

/// Gives the address to stay at, if something there would be lost.
type Stay = Box<dyn Fn() -> Option<String>>;

#[derive(Clone, Copy)]
struct Staying(StoredValue<Option<Stay>, LocalStorage>);

/// Notes the base, for links and navigation below. Call before the router is made: what is to hear of
/// **Back** before the router does is listened for here.
pub fn provide_base(base: String) {
    provide_context(Base(StoredValue::new(base)));
    let staying = Staying(StoredValue::new_local(None));
    provide_context(staying);
    let listener = window_event_listener_untyped("popstate", move |event| {
        let here = staying.0.try_with_value(|stay| stay.as_ref()?());
        if let (Some(Some(here)), Ok(history)) = (here, window().history()) {
            // It cannot be prevented: where the person was is put on top again, and nobody else is told.
            event.stop_immediate_propagation();
            // An address of this page's own can be put there.
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&here));
        }
    });
    on_cleanup(move || listener.remove());
}

/// When the person goes back or forward, asks `stay` first, for as long as what calls this is there.
pub fn stay_if(stay: impl Fn() -> Option<String> + 'static) {
    let Staying(staying) = expect_context();
    staying.set_value(Some(Box::new(stay)));
    on_cleanup(move || {
        staying.try_set_value(None);
    });
}

/// The address of a route on this site, for `href`.
pub fn href(route: Route) -> String {
    let Base(base) = expect_context();
    base.with_value(|base| format!("{base}{}", route.path()))
}

/// The whole address of a route, to be written down.
pub fn absolute(route: Route) -> String {
    format!("{}{}", location().origin().unwrap_or_default(), href(route))
}

/// How the history is to take a navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Back returns to where we are.
    Push,
    /// Back skips where we are.
    Replace,
}

type Navigate = Box<dyn Fn(&str, NavigateOptions)>;

/// Goes to routes. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Navigator(StoredValue<Navigate, LocalStorage>, Base);

/// The navigator of this router.
pub fn use_navigator() -> Navigator {
    let navigate = use_navigate();
    Navigator(
        StoredValue::new_local(Box::new(move |path, options| navigate(path, options))),
        expect_context(),
    )
}

impl Navigator {
    /// Goes to a route.
    pub fn go(self, route: Route, step: Step) {
        self.go_with(route, "", step);
    }

    /// Goes to a route with a query, which begins with `?`.
    pub fn go_with(self, route: Route, query: &str, step: Step) {
        let Self(navigate, Base(base)) = self;
        let Some(path) = base.try_with_value(|base| format!("{base}{}{query}", route.path()))
        else {
            return;
        };
        navigate.try_with_value(|navigate| {
            navigate(
                &path,
                NavigateOptions {
                    replace: step == Step::Replace,
                    resolve: false,
                    ..Default::default()
                },
            );
        });
    }
}

/// The route in the address bar, if it is one.
pub fn use_route() -> Memo<Option<Route>> {
    let path = use_location().pathname;
    let Base(base) = expect_context();
    Memo::new(move |_| {
        let path = path.get();
        base.with_value(|base| path.strip_prefix(base.as_str()).and_then(Route::at))
    })
}
