//! Going to a [`Route`] and linking to one.

use super::Route;
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};

/// What stands before the routes in every path of this site.
#[derive(Clone, Copy)]
struct Base(StoredValue<String>);

/// Notes the base, for links and navigation below.
pub fn provide_base(base: String) {
    provide_context(Base(StoredValue::new(base)));
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
