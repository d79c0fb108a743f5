//! The way in and around: signing in, the second factor, the settings, addresses, and what the
//! prototype promises. Creating an app password has tests of its own.

mod addresses;
mod another_way;
mod app_code;
mod authenticator;
mod automated_call;
mod every_way;
mod failing;
mod keeping;
mod links;
mod looks;
mod notification;
mod patience;
mod phone;
mod phones;
mod preferred;
mod session;
mod set_up;
mod sign_in;
mod stopped;
mod tabs;
mod text_message;
mod titles;
mod trusted;
