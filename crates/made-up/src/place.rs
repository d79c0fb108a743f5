//! How far a person is when a world begins.

use route_table::Access;

crate::slugs::slugs! {
    /// How far a person is signed in.
    Place {
        /// At the sign-in form
        SignedOut "signed-out";
        /// The password is given; the second factor, or setting one up, is outstanding
        PasswordGiven "password-given";
        /// Signed in
        SignedIn "signed-in";
    }
}

impl Place {
    /// What the screen at this path needs.
    #[must_use]
    pub fn of_path(path: &str) -> Self {
        let path = path.trim_end_matches('/');
        // the page may lie below any folder
        let route = route_table::all()
            .iter()
            .find(|route| path.ends_with(&route.path));
        match route.map(|route| route.access) {
            Some(Access::SignedIn) => Self::SignedIn,
            Some(Access::SecondFactor | Access::SetUp) => Self::PasswordGiven,
            Some(Access::Everyone | Access::SignedOut) | None => Self::SignedOut,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_screen_behind_sign_in_is_found_below_any_folder() {
        for (path, place) in [
            ("/", Place::SignedOut),
            ("/help", Place::SignedOut),
            ("/no/such/page", Place::SignedOut),
            ("/verify", Place::PasswordGiven),
            ("/set-up/", Place::PasswordGiven),
            ("/portal/security/app-passwords/set-up", Place::SignedIn),
            ("/a/b/apps/", Place::SignedIn),
        ] {
            assert_eq!(Place::of_path(path), place, "{path}");
        }
    }
}
