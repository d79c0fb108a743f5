//! Letters that nothing but the page may hold: written straight into text nodes, and emptied there.

use leptos::prelude::document;

/// Writes a text into an element in groups, each in an element of its own. Nothing stands between the
/// groups: what is selected and copied is the text and nothing else.
pub fn write_groups(place: &web_sys::Element, text: &str, size: usize, class: &str) {
    for group in text.as_bytes().chunks(size) {
        let Ok(part) = document().create_element("span") else {
            continue;
        };
        part.set_class_name(class);
        part.set_text_content(std::str::from_utf8(group).ok());
        // A new element can be put into one that is in the page.
        let _ = place.append_child(&part);
    }
}

/// Empties every text node and takes it out: a translator, or an extension, may have put nodes of
/// its own between, and a node that is only taken out keeps its text.
pub fn blank(node: &web_sys::Node) {
    while let Some(child) = node.first_child() {
        blank(&child);
        child.set_node_value(Some(""));
        // It is a child of this very node.
        let _ = node.remove_child(&child);
    }
}
