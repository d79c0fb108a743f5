//! How far a person is when a world begins.

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

/// Paths of the page that need more than a visitor, the longest first. The page may lie below any
/// folder, so that they are the end of a path.
const PATHS: [(&str, Place); 8] = [
    ("/security/app-passwords/create", Place::SignedIn),
    ("/security/app-passwords/set-up", Place::SignedIn),
    ("/security/app-passwords", Place::SignedIn),
    ("/set-up", Place::PasswordGiven),
    ("/security", Place::SignedIn),
    ("/profile", Place::SignedIn),
    ("/verify", Place::PasswordGiven),
    ("/apps", Place::SignedIn),
];

impl Place {
    /// What the screen at this path needs.
    #[must_use]
    pub fn of_path(path: &str) -> Self {
        let path = path.trim_end_matches('/');
        PATHS
            .into_iter()
            .find_map(|(end, place)| path.ends_with(end).then_some(place))
            .unwrap_or(Self::SignedOut)
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
