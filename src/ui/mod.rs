//! Widgets. They know no API, no session and no route, so that each can be read, tested and reused
//! alone. Native elements first: the browser's own focus, keyboard and names.

pub mod announcer;
pub mod button;
pub mod choice;
pub mod clipboard;
pub mod code_field;
pub mod copy_text;
pub mod dialog;
pub mod field;
pub mod focus;
pub mod icon;
pub mod letters;
pub mod message;
pub mod named;
pub mod network;
pub mod outcome;
pub mod platform;
pub mod qr_code;
pub mod remote;
pub mod rows;
pub mod task;
pub mod voice;

pub use announcer::Announcer;
pub use button::{Button, Look};
pub use choice::{Checkbox, RadioGroup};
pub use code_field::CodeField;
pub use copy_text::CopyText;
pub use dialog::Dialog;
pub use field::TextField;
pub use icon::Icon;
pub use message::{Message, Tone};
pub use named::named;
pub use network::{network_is_lost, when_network_is_back};
pub use outcome::Outcome;
pub use platform::{Hand, Platform};
pub use qr_code::QrCode;
pub use remote::{Remote, RemoteView};
pub use rows::Rows;
pub use task::Task;
