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

/// The parts around a screen, by how their first line begins.
const FRAME: [&str; 6] = [
    "banner",
    "contentinfo",
    "region \"Mail application\"",
    "region \"Made-up people\"",
    "region \"Phone\"",
    "region \"Prototype\"",
];

/// The frame's parts in a tree, each with its lines to the left.
#[must_use]
pub fn frame_of(tree: &str) -> Vec<String> {
    let lines: Vec<&str> = tree.lines().collect();
    let begins = (0..lines.len()).filter(|begin| is_frame(lines[*begin]));
    begins.map(|begin| part(&lines, begin).1).collect()
}

/// The tree without those of the frame's parts that read as these do.
#[must_use]
pub fn without_frame(tree: &str, frame: &[String]) -> String {
    let lines: Vec<&str> = tree.lines().collect();
    let mut left = String::new();
    let mut at = 0;
    while at < lines.len() {
        let (end, text) = part(&lines, at);
        if is_frame(lines[at]) && frame.contains(&text) {
            at = end;
        } else {
            left.extend([lines[at], "\n"]);
            at += 1;
        }
    }
    left
}

fn is_frame(line: &str) -> bool {
    FRAME.iter().any(|part| line.trim_start().starts_with(part))
}

/// Where the part ends that begins at a line, and its text to the left.
fn part(lines: &[&str], begin: usize) -> (usize, String) {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let left = depth(lines[begin]);
    let below = lines[begin + 1..]
        .iter()
        .take_while(|line| depth(line) > left);
    let end = begin + 1 + below.count();
    let text = lines[begin..end]
        .iter()
        .map(|line| format!("{}\n", &line[left..]));
    (end, text.collect())
}

#[cfg(test)]
mod tests {
    use super::{frame_of, without_frame};

    const TREE: &str =
        "page\n  banner\n    link\n  main\n    banner of a text\n  contentinfo\n    link\n";

    /// What stands around a screen would be kept once for each, or a change of it be lost.
    #[test]
    fn only_a_part_that_reads_the_same_is_left_out() {
        let frame = frame_of(TREE);
        assert_eq!(
            frame,
            [
                "banner\n  link\n",
                "banner of a text\n",
                "contentinfo\n  link\n"
            ]
        );
        assert_eq!(
            without_frame(TREE, &frame[..1]),
            "page\n  main\n    banner of a text\n  contentinfo\n    link\n"
        );
        let other = TREE.replace("  banner\n    link", "  banner\n    button");
        assert_eq!(
            without_frame(&other, &frame),
            "page\n  banner\n    button\n  main\n"
        );
    }
}
