//! Every path, title and exit of the portal, once. Links are made from [`Route`], never from text.

use crate::words;
use contract::SessionState;

/// A place a person can be, with an address of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// Step 1: e-mail and network password.
    SignIn,
    /// Step 2: the second factor.
    Verify,
    /// An account without a second factor is led through setting one up.
    SetUpSecondFactor,
    /// Step 3: the tiles.
    Apps,
    /// Step 4: name, e-mail, phones.
    Profile,
    /// Step 5: the tab *additional security verification*.
    Security,
    /// Step 6 and 11: the tab *app passwords*.
    AppPasswords,
    /// Steps 7 and 8, a dialog over the list.
    CreateAppPassword,
    /// Step 9, which the guide leaves to the reader: set up the mail application.
    SetUpApplication,
    /// The same steps as a page of their own: "How do I get my apps working with app passwords?"
    Help,
}

/// Who may be at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    Everyone,
    SignedOut,
    SecondFactor,
    SetUp,
    SignedIn,
}

impl Route {
    /// Every route, longest path first, so that the first suffix that matches is the right one.
    pub const ALL: [Self; 10] = [
        Self::CreateAppPassword,
        Self::SetUpApplication,
        Self::AppPasswords,
        Self::SetUpSecondFactor,
        Self::Security,
        Self::Profile,
        Self::Verify,
        Self::Apps,
        Self::Help,
        Self::SignIn,
    ];

    /// The path below the base.
    pub const fn path(self) -> &'static str {
        match self {
            Self::SignIn => "/",
            Self::Verify => "/verify",
            Self::SetUpSecondFactor => "/set-up",
            Self::Apps => "/apps",
            Self::Profile => "/profile",
            Self::Security => "/security",
            Self::AppPasswords => "/security/app-passwords",
            Self::CreateAppPassword => "/security/app-passwords/create",
            Self::SetUpApplication => "/security/app-passwords/set-up",
            Self::Help => "/help",
        }
    }

    /// The screen's title, for the window and for the announcement on arrival.
    pub fn title(self) -> String {
        match self {
            Self::SignIn => words::routes::sign_in(),
            Self::Verify => words::routes::verify(),
            Self::SetUpSecondFactor => words::routes::set_up(),
            Self::Apps => words::routes::apps(),
            Self::Profile => words::routes::profile(),
            Self::Security => words::routes::security(),
            Self::AppPasswords => words::routes::app_passwords(),
            Self::CreateAppPassword => words::routes::create(),
            Self::SetUpApplication => words::routes::set_up_application(),
            Self::Help => words::routes::help(),
        }
    }

    const fn access(self) -> Access {
        match self {
            Self::Help => Access::Everyone,
            Self::SignIn => Access::SignedOut,
            Self::Verify => Access::SecondFactor,
            Self::SetUpSecondFactor => Access::SetUp,
            Self::Apps
            | Self::Profile
            | Self::Security
            | Self::AppPasswords
            | Self::CreateAppPassword
            | Self::SetUpApplication => Access::SignedIn,
        }
    }

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

    /// Where a visitor in this state is led instead, if not here. `wanted` is where they first
    /// wanted to go.
    pub fn redirect(self, state: &SessionState, wanted: Option<Self>) -> Option<Self> {
        let home = match state {
            SessionState::SignedOut => Self::SignIn,
            SessionState::SecondFactor(_) => Self::Verify,
            SessionState::SetUpRequired(_) => Self::SetUpSecondFactor,
            SessionState::SignedIn(_) => wanted
                .filter(|route| route.access() == Access::SignedIn)
                .unwrap_or(Self::Apps),
        };
        let here = matches!(
            (self.access(), state),
            (Access::Everyone, _)
                | (Access::SignedOut, SessionState::SignedOut)
                | (Access::SecondFactor, SessionState::SecondFactor(_))
                | (Access::SetUp, SessionState::SetUpRequired(_))
                | (Access::SignedIn, SessionState::SignedIn(_))
        );
        (!here).then_some(home)
    }

    /// Whether a visitor who is led away from here should come back after signing in.
    pub fn worth_returning_to(self) -> bool {
        self.access() == Access::SignedIn
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::Account;

    fn signed_in() -> SessionState {
        SessionState::SignedIn(Account {
            name: "Sam".into(),
            email: "sam@contoso.example".into(),
            administrator: false,
        })
    }

    #[test]
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

    #[test]
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
