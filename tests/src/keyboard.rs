//! Keys as WebDriver's actions.

use anyhow::{Result, bail};
use serde_json::{Value, json};

fn key(name: &str) -> Result<char> {
    Ok(match name {
        "Backspace" => '\u{e003}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Delete" => '\u{e017}',
        "Meta" => '\u{e03d}',
        _ => {
            let mut letters = name.chars();
            match (letters.next(), letters.next()) {
                (Some(letter), None) => letter,
                _ => bail!("there is no key {name:?}"),
            }
        }
    })
}

fn actions(steps: &[Value]) -> Value {
    json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": steps }] })
}

/// Keys held together: `Control+v`, `Shift+Tab`, or one alone.
pub fn chord(keys: &str) -> Result<Value> {
    let keys = keys.split('+').map(key).collect::<Result<Vec<char>>>()?;
    let down = keys
        .iter()
        .map(|key| json!({ "type": "keyDown", "value": key }));
    let up = keys
        .iter()
        .rev()
        .map(|key| json!({ "type": "keyUp", "value": key }));
    Ok(actions(&down.chain(up).collect::<Vec<_>>()))
}

/// A text, key by key.
pub fn typed(text: &str) -> Value {
    let steps = text.chars().flat_map(|letter| {
        [
            json!({ "type": "keyDown", "value": letter }),
            json!({ "type": "keyUp", "value": letter }),
        ]
    });
    actions(&steps.collect::<Vec<_>>())
}
