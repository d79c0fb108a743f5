//! A typed function for every key.

use crate::file::{Message, MessageFile, Text};
use std::fmt::Write;

/// Stands between the key and the English of a message, and between the forms of that.
const SEPARATOR: char = '\u{1f}';

/// Rust for a module of functions, in one module for each namespace. It stands on two types of the
/// module around it: `Argument`, and `Text` with `plain(message)` and
/// `filled(message, count, arguments)`, whose message is the key and its English in one string. A key
/// that `is_static` says stands in the static page needs no caller.
pub fn functions(files: &[MessageFile], is_static: impl Fn(&str) -> bool) -> String {
    let mut namespaces: Vec<&str> = Vec::new();
    let all: Vec<&Message> = files.iter().flat_map(|file| &file.messages).collect();
    for message in &all {
        if !namespaces.contains(&message.namespace()) {
            namespaces.push(message.namespace());
        }
    }
    let mut code = String::new();
    for namespace in namespaces {
        // Writing to a String does not fail.
        let _ = writeln!(code, "pub mod {namespace} {{");
        for message in all
            .iter()
            .filter(|message| message.namespace() == namespace)
        {
            code.push_str(&function(message, is_static(&message.key)));
        }
        code.push_str("}\n");
    }
    code
}

fn function(message: &Message, is_static: bool) -> String {
    let (key, name) = (&message.key, message.name());
    let names: Vec<&str> = message
        .placeholders()
        .into_iter()
        .filter(|name| *name != "count")
        .collect();
    let mut parameters: Vec<String> = names
        .iter()
        .map(|name| format!("{name}: impl Into<crate::words::Argument>"))
        .collect();
    let arguments: Vec<String> = names
        .iter()
        .map(|name| format!("({name:?}, {name}.into())"))
        .collect();
    let arguments = format!("vec![{}]", arguments.join(", "));
    let (english, message, count) = match &message.text {
        Text::Plain(text) => (text, format!("{key}{SEPARATOR}{text}"), "None"),
        Text::Plural(forms) => {
            parameters.insert(0, "count: u32".into());
            let other = &forms[forms.len() - 1].1;
            let one = forms.iter().find(|(category, _)| category == "one");
            let one = one.map_or(other, |(_, one)| one);
            let message = format!("{key}{SEPARATOR}{one}{SEPARATOR}{other}");
            (other, message, "Some(count)")
        }
    };
    let body = if names.is_empty() && count == "None" {
        format!("crate::words::Text::plain({message:?})")
    } else {
        format!("crate::words::Text::filled({message:?}, {count}, {arguments})")
    };
    let unused = if is_static {
        "#[allow(dead_code, reason = \"it stands in the static page\")] "
    } else {
        ""
    };
    format!(
        "    #[doc = {english:?}]\n    {unused}pub fn {name}({}) -> crate::words::Text {{ {body} }}\n",
        parameters.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_an_argument_and_a_plural_takes_a_number() {
        let file = MessageFile::read(
            r#"{"@version": 1, "a.plain": "x", "a.sent": "to {number}",
                "b.left": {"one": "one of {all}", "other": "{count} of {all}"}}"#,
        )
        .unwrap();
        let code = functions(&[file], |key| key == "a.plain");
        for line in [
            "#[allow(dead_code, reason = \"it stands in the static page\")] pub fn plain() -> crate::words::Text",
            "pub fn sent(number: impl Into<crate::words::Argument>) -> crate::words::Text",
            "pub fn left(count: u32, all: impl Into<crate::words::Argument>) -> crate::words::Text",
            r#"filled("b.left\u{1f}one of {all}\u{1f}{count} of {all}", Some(count), vec![("all", all.into())])"#,
        ] {
            assert!(code.contains(line), "{line} is not in\n{code}");
        }
    }
}
