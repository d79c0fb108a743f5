//! Making an app password and what belongs to it: steps 6 to 11 of the guide, in real browsers.

mod access;
mod clipboard;
mod closing;
mod first_visit;
mod guide;
mod history;
mod memory;
mod printing;
mod refused;
mod secret;
mod spelling;
mod tabs;
mod undo;
