//! What only the prototype promises: links to scenarios, and a world that is kept in the browser.

use end_to_end::phone;

mod keeping;
mod links;
mod pseudo;
