//! The page as a screen reader is handed it: the browser's own accessibility tree, as text to be read
//! and compared.

use crate::{Page, Result, Value, json};
use std::collections::HashMap;

/// Roles that tell a listener nothing.
const SILENT: &[&str] = &[
    "none",
    "generic",
    "InlineTextBox",
    "LineBreak",
    "SvgRoot",
    "LayoutTableRow",
    // without a name; newer versions of Chromium list it
    "form",
];

/// States worth a word, where they are not as usual.
const STATES: &[&str] = &[
    "level", "expanded", "checked", "selected", "pressed", "disabled", "busy", "required",
    "invalid", "modal", "live", "focused",
];

/// One line for each thing: its role, its name, its states and its description, indented below what
/// holds it. Chromium alone tells it.
pub async fn accessible_tree(page: &Page) -> Result<String> {
    page.devtools("Accessibility.enable", json!({})).await?;
    let answer = page
        .devtools("Accessibility.getFullAXTree", json!({}))
        .await?;
    // a browser that keeps it for every change is slower, and may round a place otherwise
    page.devtools("Accessibility.disable", json!({})).await?;
    let nodes: Vec<&Value> = answer["nodes"].as_array().into_iter().flatten().collect();
    let by_id: HashMap<&str, &Value> = nodes
        .iter()
        .filter_map(|node| Some((node["nodeId"].as_str()?, *node)))
        .collect();
    let mut lines = Vec::new();
    if let Some(root) = nodes.first() {
        write(&by_id, root, "", 0, &mut lines);
    }
    lines.push(String::new());
    let origin = page.run("return location.origin", json!([])).await?;
    let origin = origin.as_str().unwrap_or_default();
    // the host has another port each time
    Ok(lines.join("\n").replace(origin, "https://portal.example"))
}

fn write(
    by_id: &HashMap<&str, &Value>,
    node: &Value,
    name_above: &str,
    depth: usize,
    lines: &mut Vec<String>,
) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default().trim();
    // the page's own announcer, and what it is saying just now
    if depth == 1 && role == "status" {
        return;
    }
    let silent = node["ignored"] == true || SILENT.contains(&role);
    // a text that is all of its parent's name would be read twice
    let said_already = role == "StaticText" && (name.is_empty() || name == name_above);
    let mut below = depth;
    if !silent && !said_already {
        lines.push(format!("{}{}", "  ".repeat(depth), line(node, role, name)));
        below += 1;
    }
    let named = if silent { name_above } else { name };
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = child.as_str().and_then(|id| by_id.get(id)) {
            write(by_id, child, named, below, lines);
        }
    }
}

fn line(node: &Value, role: &str, name: &str) -> String {
    let mut said = vec![match role {
        "StaticText" => format!("{name:?}"),
        _ if name.is_empty() => role.to_owned(),
        _ => format!("{role} {name:?}"),
    }];
    for property in node["properties"].as_array().into_iter().flatten() {
        let state = property["name"].as_str().unwrap_or_default();
        let value = &property["value"]["value"];
        let usual = *value == false || *value == "false" || value.is_null();
        if STATES.contains(&state) && (!usual || state == "expanded") {
            let value = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            said.push(format!("{state}={value}"));
        }
    }
    let value = node["value"]["value"].as_str().unwrap_or_default();
    if !value.is_empty() && role != "StaticText" {
        said.push(format!("value={value:?}"));
    }
    let description = node["description"]["value"].as_str().unwrap_or_default();
    if !description.is_empty() {
        said.push(format!("({description})"));
    }
    said.join(" ")
}
