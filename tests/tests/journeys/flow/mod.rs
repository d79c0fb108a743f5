//! The way in and around: signing in, the second factor, the settings, and addresses.
//! Creating an app password has tests of its own.

mod addresses;
mod every_way;
mod languages;
mod patience;
mod set_up;
mod sign_in;
mod stopped;
mod tabs;
mod text_message;
mod theme;
mod titles;
