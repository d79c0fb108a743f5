//! The page's routes, as `routes.json` has them: paths, titles and access, and where a visitor is
//! redirected who may not be at one. Links are made from [`Route`], never from text.

pub mod navigation;

use contract::SessionState;

#[allow(clippy::pedantic, reason = "it is made, and as plain as can be")]
mod made {
    use super::Access;
    include!(concat!(env!("OUT_DIR"), "/routes.rs"));
}
pub use made::Route;

/// Who may be at a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    Everyone,
    SignedOut,
    SecondFactor,
    SetUp,
    SignedIn,
}

impl Route {
    /// The route at a path below the base; a trailing slash does not matter.
    pub fn at(path: &str) -> Option<Self> {
        let path = path.strip_suffix('/').unwrap_or(path);
        // the file that a host sends for the root
        let path = if path.is_empty() || path == "/index.html" {
            "/"
        } else {
            path
        };
        Self::ALL.into_iter().find(|route| route.path() == path)
    }

    /// Where a visitor in this state is redirected, if they may not be here. `wanted` is where they
    /// first wanted to go.
    pub fn redirect(self, state: &SessionState, wanted: Option<Self>) -> Option<Self> {
        let home = match state {
            SessionState::SignedOut => Self::SignIn,
            SessionState::SecondFactor(_) => Self::Verify,
            SessionState::SetUpRequired(_) => Self::SetUpSecondFactor,
            SessionState::SignedIn(_) => wanted
                .filter(|route| route.access() == Access::SignedIn)
                .unwrap_or(Self::Apps),
        };
        let allowed = matches!(
            (self.access(), state),
            (Access::Everyone, _)
                | (Access::SignedOut, SessionState::SignedOut)
                | (Access::SecondFactor, SessionState::SecondFactor(_))
                | (Access::SetUp, SessionState::SetUpRequired(_))
                | (Access::SignedIn, SessionState::SignedIn(_))
        );
        (!allowed).then_some(home)
    }

    /// Whether it shows the same to everyone, signed in or not.
    pub fn is_for_everyone(self) -> bool {
        self.access() == Access::Everyone
    }

    /// Whether a visitor who is redirected from here should come back after signing in.
    pub fn worth_returning_to(self) -> bool {
        self.access() == Access::SignedIn
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::Account;
    use wasm_bindgen_test::wasm_bindgen_test;

    fn signed_in() -> SessionState {
        SessionState::SignedIn(Account {
            name: "Sam".into(),
            email: "sam@contoso.example".into(),
            administrator: false,
        })
    }

    #[wasm_bindgen_test]
    fn every_path_finds_its_route_with_and_without_a_trailing_slash() {
        for route in Route::ALL {
            assert_eq!(Route::at(route.path()), Some(route));
            assert_eq!(
                Route::at(&format!("{}/", route.path().trim_end_matches('/'))),
                Some(route)
            );
        }
        assert_eq!(Route::at("/index.html"), Some(Route::SignIn));
        assert_eq!(Route::at("/security/nothing"), None);
    }

    #[wasm_bindgen_test]
    fn a_signed_out_visitor_is_sent_to_sign_in_and_then_to_where_they_wanted_to_go() {
        assert_eq!(
            Route::AppPasswords.redirect(&SessionState::SignedOut, None),
            Some(Route::SignIn)
        );
        assert_eq!(
            Route::SignIn.redirect(&signed_in(), Some(Route::AppPasswords)),
            Some(Route::AppPasswords)
        );
        assert_eq!(
            Route::SignIn.redirect(&signed_in(), None),
            Some(Route::Apps)
        );
        assert_eq!(
            Route::SignIn.redirect(&signed_in(), Some(Route::Verify)),
            Some(Route::Apps)
        );
        assert_eq!(Route::Help.redirect(&SessionState::SignedOut, None), None);
    }
}
