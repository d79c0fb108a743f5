//! The page's message files, `public/locales/*.json`, as its build reads them: a typed function for
//! every key of the English file, and a check that every other file says the same things.

mod check;
mod file;
mod functions;
mod languages;
mod static_page;
mod template;

pub use check::check;
pub use file::{Message, MessageFile, Text};
pub use functions::functions;
pub use languages::{BUILT_IN, LANGUAGES, Language};
pub use static_page::{check_static, keys_in};
pub use template::placeholders;
