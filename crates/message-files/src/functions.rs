//! A typed function for every key.

use crate::file::{Message, MessageFile, Text};
use std::fmt::Write;

/// Rust for a module of functions, in one module for each namespace. It stands on three functions
/// of the module around it: `plain(key, english)`, `filled(key, english, arguments)` and
/// `counted(key, english_one, english_other, count, arguments)`. A key that `is_static` says stands
/// in the static page needs no caller.
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
    let mut parameters: Vec<String> = names.iter().map(|name| format!("{name}: &str")).collect();
    let arguments: Vec<String> = names
        .iter()
        .map(|name| format!("({name:?}, {name})"))
        .collect();
    let arguments = format!("&[{}]", arguments.join(", "));
    let (english, body) = match &message.text {
        Text::Plain(text) if names.is_empty() => {
            (text, format!("crate::words::plain({key:?}, {text:?})"))
        }
        Text::Plain(text) => (
            text,
            format!("crate::words::filled({key:?}, {text:?}, {arguments})"),
        ),
        Text::Plural(forms) => {
            parameters.insert(0, "count: u32".into());
            let other = &forms[forms.len() - 1].1;
            let one = forms
                .iter()
                .find(|(category, _)| category == "one")
                .map_or(other, |(_, one)| one);
            (
                other,
                format!("crate::words::counted({key:?}, {one:?}, {other:?}, count, {arguments})"),
            )
        }
    };
    let unused = if is_static {
        "#[allow(dead_code, reason = \"it stands in the static page\")] "
    } else {
        ""
    };
    format!(
        "    #[doc = {english:?}]\n    {unused}pub fn {name}({}) -> String {{ {body} }}\n",
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
            "#[allow(dead_code, reason = \"it stands in the static page\")] pub fn plain() -> String",
            "pub fn sent(number: &str) -> String",
            "pub fn left(count: u32, all: &str) -> String",
            r#"counted("b.left", "one of {all}", "{count} of {all}", count, &[("all", all)])"#,
        ] {
            assert!(code.contains(line), "{line} is not in\n{code}");
        }
    }
}
