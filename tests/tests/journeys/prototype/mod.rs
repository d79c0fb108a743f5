//! What only the prototype promises: links to scenarios, and a world that is kept in the browser.

mod keeping;
mod links;
mod pseudo;
