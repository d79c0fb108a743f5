//! Which kind of device this is: for naming the right keys and suggesting the right words, never for
//! deciding what the page can do.

use crate::words::{self, Text};

/// How a person copies what is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// By pressing and holding it.
    Finger,
    /// With the Command key and C.
    Command,
    /// With the Control key and C.
    Control,
}

/// A kind of device, as far as its keys and its mail applications differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Platform {
    /// An iPhone.
    IPhone,
    /// An iPad; it says that it is a Mac.
    IPad,
    /// A phone or a tablet with Android.
    Android,
    /// A computer with Windows.
    Windows,
    /// A Mac.
    Mac,
    /// A computer with Linux, a Chromebook, or something unheard of.
    Other,
}

impl Platform {
    /// This one.
    pub fn here() -> Self {
        let navigator = leptos::prelude::window().navigator();
        Self::told_by(
            &navigator.user_agent().unwrap_or_default(),
            navigator.max_touch_points() > 1,
        )
    }

    fn told_by(user_agent: &str, touch: bool) -> Self {
        let says = |word| user_agent.contains(word);
        // Order matters: Android says Linux too, and an iPhone "like Mac OS X".
        if says("iPhone") || says("iPod") {
            Self::IPhone
        } else if says("iPad") || (says("Macintosh") && touch) {
            Self::IPad
        } else if says("Android") {
            Self::Android
        } else if says("Windows") {
            Self::Windows
        } else if says("Macintosh") {
            Self::Mac
        } else {
            Self::Other
        }
    }

    /// How what is selected is copied by hand.
    pub const fn hand(self) -> Hand {
        match self {
            Self::IPhone | Self::IPad | Self::Android => Hand::Finger,
            Self::Mac => Hand::Command,
            Self::Windows | Self::Other => Hand::Control,
        }
    }

    /// How this page is bookmarked. No browser lets a page do it.
    pub fn bookmark_by_hand(self) -> Text {
        match self {
            Self::IPhone | Self::IPad => words::bookmark::apple_touch(),
            Self::Android => words::bookmark::android(),
            Self::Mac => words::bookmark::mac(),
            Self::Windows | Self::Other => words::bookmark::keyboard(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn a_person_is_told_the_keys_of_their_own_device() {
        for (user_agent, touch, platform) in [
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15",
                true,
                Platform::IPhone,
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15",
                true,
                Platform::IPad,
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15",
                false,
                Platform::Mac,
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36",
                true,
                Platform::Android,
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36",
                true,
                Platform::Windows,
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101",
                false,
                Platform::Other,
            ),
            ("", false, Platform::Other),
        ] {
            assert_eq!(
                Platform::told_by(user_agent, touch),
                platform,
                "{user_agent}"
            );
        }
    }
}
