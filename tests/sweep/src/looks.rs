//! How a screen can look: a theme, and a width of the window.

/// The looks of one and the same screen.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Its colours.
    pub theme: &'static Theme,
    /// Its room.
    pub width: &'static Width,
}

/// How the page is told of a theme.
#[derive(Debug)]
pub struct Theme {
    /// As it stands in the names of files.
    pub name: &'static str,
    /// Attributes of `<html>` and their values.
    pub attributes: &'static [(&'static str, &'static str)],
    /// Media features, as the device would have them.
    pub media: &'static [(&'static str, &'static str)],
}

/// A size of the window in CSS pixels.
#[derive(Debug)]
pub struct Width {
    /// As it stands in the names of files.
    pub name: &'static str,
    /// From left to right.
    pub pixels: u32,
    /// From top to bottom, at least: a picture is as high as the page.
    pub height: u32,
}

const LIGHT: Theme = Theme {
    name: "light",
    attributes: &[("data-theme", "light")],
    media: &[],
};
const DARK: Theme = Theme {
    name: "dark",
    attributes: &[("data-theme", "dark")],
    media: &[],
};
const LIGHT_CONTRAST: Theme = Theme {
    name: "light-contrast",
    attributes: &[("data-theme", "light"), ("data-contrast", "more")],
    media: &[],
};
const DARK_CONTRAST: Theme = Theme {
    name: "dark-contrast",
    attributes: &[("data-theme", "dark"), ("data-contrast", "more")],
    media: &[],
};

/// A small phone.
const NARROW: Width = Width {
    name: "narrow",
    pixels: 360,
    height: 740,
};
/// A laptop.
const WIDE: Width = Width {
    name: "wide",
    pixels: 1280,
    height: 860,
};

/// Every theme.
pub const THEMES: &[Theme] = &[LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST];

/// Every width.
pub const WIDTHS: &[Width] = &[NARROW, WIDE];

/// The looks in which a main screen is kept: each theme and each width of these once, which halves
/// what lies in the repository.
pub const KEPT: &[Look] = &[
    Look {
        theme: &LIGHT,
        width: &WIDE,
    },
    Look {
        theme: &DARK,
        width: &NARROW,
    },
];
